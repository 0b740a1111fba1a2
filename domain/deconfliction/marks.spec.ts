import fc from 'fast-check';
import { marksOf, type MarkKind } from './marks';

const KINDS: readonly MarkKind[] = ['phone', 'email', 'account', 'document', 'vehicle-mark', 'bank-account', 'address'];

describe('identifiers in one way', () => {
  it.each([
    ['07700 900123', '+447700900123'],
    ['+44 7700 900123', '+447700900123'],
    ['0044 (0)7700 900-123', '+447700900123'],
    ['(0)7700 900123', '+447700900123'],
    ['+40 722 123 456', '+40722123456'],
    ['0040722123456', '+40722123456'],
    ['12345', '12345'],
  ])('reads the phone %s as %s', (written, value) => {
    expect(marksOf('phone', written)).toEqual([`phone:${value}`]);
  });

  it.each([
    ['vehicle-mark', 'ab12 cde', 'AB12CDE'],
    ['vehicle-mark', 'СА 1234 ВН', 'CA1234BH'],
    ['document', 'pp-123 456/7', 'PP1234567'],
    ['document', '０１２３', '0123'],
    ['bank-account', 'GB33 BUKB 2020 1555 5555 55', 'GB33BUKB20201555555555'],
    ['email', ' Someone@Example.ORG ', 'someone@example.org'],
    ['account', '@Some_One', 'some_one'],
    ['address', 'Flat 2, 14 High Street, Norwich NR1 3AB', 'nr13ab 14 2'],
    ['address', '14 HIGH ST. (Apt 2) nr13ab', 'nr13ab 14 2'],
    ['address', 'Rózsa utca 7, Szeged', 'rozsa utca 7 szeged'],
    ['address', 'The Old Mill, Mill Lane', 'the old mill mill ln'],
  ] as const)('reads the %s %s as %s', (kind, written, value) => {
    expect(marksOf(kind, written)).toEqual([`${kind}:${value}`]);
  });

  it('reads a phone as of each country that it can be of', () => {
    expect(marksOf('phone', '0722 123 456')).toEqual(['phone:+40722123456', 'phone:+84722123456']);
    expect(marksOf('phone', '0880 123 456')).toEqual(expect.arrayContaining(marksOf('phone', '+359 880 123 456')));
  });

  it('does not take a nought for an O', () => {
    expect(marksOf('vehicle-mark', 'AB12 CDO')).not.toEqual(marksOf('vehicle-mark', 'AB12 CD0'));
  });

  it('has nothing to compare where nothing is written', () => {
    expect(KINDS.flatMap((kind) => marksOf(kind, ' -/- '))).toEqual(['email:-/-', 'account:-/-']);
  });

  it('reads its own way of writing of every letter as the same', () => {
    const changed: string[] = [];
    for (const kind of KINDS.filter((one) => one !== 'phone'))
      for (let code = 0x20; code < 0x1_1000; code++) {
        const letter = String.fromCodePoint(code);
        for (const mark of marksOf(kind, letter))
          if (!marksOf(kind, mark.slice(kind.length + 1)).includes(mark)) changed.push(`${kind} ${code.toString(16)}`);
      }
    expect(changed).toEqual([]);
  });

  it('reads its own way of writing as the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.string({ unit: 'grapheme' }), (kind, written) => {
        for (const mark of marksOf(kind, written)) expect(marksOf(kind, mark.slice(kind.length + 1))).toContain(mark);
      }),
      { numRuns: 5_000 },
    );
  });
});
