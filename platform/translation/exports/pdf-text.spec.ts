import * as fc from 'fast-check';
import { Lettering } from './pdf-text';

const lettering = new Lettering();
/** Each UTF-16 code unit is one wide. */
const widthOf = (text: string) => text.length;
const lines = (text: string, width = 10) => lettering.lines(text, width, widthOf).map((line) => line.text);

describe('lines of a text', () => {
  it('part at spaces, and inside a word only where it is too long', () => {
    expect(lines('one two three')).toEqual(['one two ', 'three']);
    expect(lines('abcdefghijklm no')).toEqual(['abcdefghij', 'klm no']);
  });

  it('keep line breaks, blank lines and indents', () => {
    expect(lines('a\n\n  b')).toEqual(['a', '', '  b']);
  });

  it('part no character that people see as one', () => {
    expect(lines('👨‍👩‍👧👨‍👩‍👧', 9)).toEqual(['👨‍👩‍👧', '👨‍👩‍👧']);
  });

  it('hold all of a text, in its order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'bc', ' ', '  ', 'ű', '🔥')),
        fc.integer({ min: 3, max: 9 }),
        (parts, width) => {
          const text = parts.join('');
          expect(lines(text, width).join('')).toBe(text);
          for (const line of lines(text, width)) expect(line.trimEnd().length).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});

describe('a line with letters from right to left', () => {
  const drawn = (text: string) => {
    const [line] = lettering.lines(text, 1_000, widthOf);
    return line === undefined ? [] : [line.isRightToLeft, ...lettering.runs(line).map((run) => run.text)];
  };

  it('begins on the right, its numbers and Latin words from left to right', () => {
    expect(drawn('אבג 123 דה')).toEqual([true, ' דה', '123', 'אבג ']);
    expect(drawn('אבג (London) דה')).toEqual([true, '( דה', 'London', 'אבג )']);
  });

  it('begins on the left where its first letter does', () => {
    expect(drawn('ok אבג 5!')).toEqual([false, 'ok 5', 'אבג ', '!']);
  });

  it('is drawn as one where it has none', () => {
    expect(drawn('ok 5!')).toEqual([false, 'ok 5!']);
  });
});
