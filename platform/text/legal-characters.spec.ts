import * as fc from 'fast-check';
import { legalCharacters } from './legal-characters';

/** XML 1.0 (fifth edition), production 2. */
const XML_CHARACTERS = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;

describe('characters that a document can hold', () => {
  it('shows control characters as their pictures', () => {
    expect(legalCharacters('a\0b\u0007\u001B\u007F')).toBe('a␀b␇␛␡');
  });

  it('puts � for half a surrogate pair and for what is no character', () => {
    expect(legalCharacters('a\uD83Db\uDE00\uFFFE\uFFFF')).toBe('a�b���');
  });

  it('keeps tabs, line breaks, emoji and letters of all languages', () => {
    const text = 'ő\tș\r\nđ\n🔥 مرحبا \u0085';
    expect(legalCharacters(text)).toBe(text);
  });

  it('leaves of any text only what XML allows, character for character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
        (text) => {
          const legal = legalCharacters(text);
          expect(legal).toMatch(XML_CHARACTERS);
          expect(legal).toHaveLength(text.length);
        },
      ),
    );
  });
});
