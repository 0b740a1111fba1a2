import fc from 'fast-check';
import { protect, restore, whole, type Field, type ProtectOptions } from './placeholders';

const options: ProtectOptions = {
  countries: ['GB', 'HU', 'RO'],
  sentAt: '2024-03-10T10:00:00Z',
  names: ['Gábor', 'Big Tony', 'Mária', 'Bo'],
};

const sent = (text: string) => protect(text, options).text;

describe('what is sent', () => {
  it('has placeholders for phones, sums, plates, dates, times, flights, links, documents, places and names', () => {
    const text =
      'Gábor £50 07700 900123 AB12 CDE 12/03 14:30 W6 2201 a@b.com t.me/x NR1 3AB passport BH1234567 in Luton ok';
    const { fields, ...rest } = protect(text, options);
    expect(fields.map(({ written }) => written)).toEqual([
      ...['Gábor', '£50', '07700 900123', 'AB12 CDE', '12/03', '14:30', 'W6 2201', 'a@b.com', 't.me/x', 'NR1 3AB'],
      ...['BH1234567', 'Luton'],
    ]);
    expect(rest.text).toMatch(/^(QZX\d{4} ){10}passport QZX\d{4} in QZX\d{4} ok$/);
    expect(rest.isOnlyFields).toBe(false);
  });

  it('has a case ending after a hyphen, as it follows acronyms', () =>
    expect(sent('Londonban, Gábornak, Bonak')).toBe('QZX1067-ban, QZX1164-nak, QZX1261-nak'));

  it('leaves a weekday alone to the translator, and tells it with the entities', () => {
    const { text, entities } = protect('pénteken jön', options);
    expect(text).toBe('pénteken jön');
    expect(entities.map(({ written }) => written)).toEqual(['pénteken']);
  });

  it('has a name only where it has a capital and is no part of a word', () => {
    expect(sent('gábor, Gáborka, big tony')).toBe('gábor, Gáborka, big tony');
    expect(sent('big Tony, Big Tony')).toBe('big Tony, QZX1067');
  });

  it('hides what looks like a placeholder', () => {
    expect(sent('a QZX1067 b q z x 12 c')).toBe('a QZX1067 b QZX1164 c');
    expect(protect('a QZX1067 b q z x 12 c', options).fields.map(({ written }) => written)).toEqual([
      'QZX1067',
      'q z x 12',
    ]);
  });

  it.each(['£50€60', '£50abcqzx12'])('has one placeholder for fields that no space parts, as in “%s”', (text) =>
    expect(protect(text, options).fields.map(({ written }) => written)).toEqual([text]),
  );

  it('has longer placeholders where there are many', () => {
    const many = protect(Array.from({ length: 94 }, () => '£5').join(' '), options);
    expect(many.fields[0]?.placeholder).toBe('QZX100007');
    expect(restore(many.text, many.fields).text).toBe(Array.from({ length: 94 }, () => '£5').join(' '));
  });
});

describe('a message that is nothing but fields', () => {
  it.each(['07700 900123', '£50, 12/03', 'Gábor', 'https://t.me/x 😀', '👍', '500', ''])('is “%s”', (text) =>
    expect(protect(text, options).isOnlyFields).toBe(true),
  );
  it.each(['ok £50', '£50 ok', 'Londonban', 'pénteken'])('is not “%s”', (text) =>
    expect(protect(text, options).isOnlyFields).toBe(false),
  );
});

describe('what comes back', () => {
  const { fields } = protect('£50 Londonban 12/03', options);

  it.each([
    ['in QZX1164 for QZX1067 on QZX1261', 'in London for £50 on 12/03'],
    ['in qzx1164, Qzx 1067: *QZX-1261*', 'in London, £50: *12/03*'],
    ['Q Z X 1 1 6 4 QZX10 67 QZX1261', 'London £50 12/03'],
    ['QZX1067 QZX1164-ban QZX1261 300', '£50 Londonban 12/03 300'],
    ['QZX1067 QZX1164-based QZX1261-án', '£50 London-based 12/03-án'],
  ])('of “%s” is “%s”', (translated, text) => {
    const restored = restore(translated, fields);
    expect(restored).toEqual({ text, lost: [], doubled: [], added: [] });
    expect(whole(restored)).toBe(true);
  });

  it.each([
    ['is lost', 'QZX1067 QZX1164', { text: '£50 London', lost: ['12/03'], doubled: [], added: [] }],
    [
      'is doubled',
      'QZX1067 QZX1164 QZX1261 qzx1261',
      { text: '£50 London 12/03 12/03', lost: [], doubled: ['12/03'], added: [] },
    ],
    [
      'was never sent',
      'QZX1067 QZX1164 QZX1261 QZX1358',
      { text: '£50 London 12/03 ', lost: [], doubled: [], added: ['QZX1358'] },
    ],
    [
      'has another digit',
      'QZX1067 QZX1164 QZX1361',
      { text: '£50 London ', lost: ['12/03'], doubled: [], added: ['QZX1361'] },
    ],
    [
      'has digits swapped',
      'QZX1067 QZX1164 QZX2161',
      { text: '£50 London ', lost: ['12/03'], doubled: [], added: ['QZX2161'] },
    ],
    [
      'has one digit more',
      'QZX1067 QZX1164 QZX12611',
      { text: '£50 London ', lost: ['12/03'], doubled: [], added: ['QZX12611'] },
    ],
    [
      'has one digit less',
      'QZX1067 QZX1164 QZX126',
      { text: '£50 London ', lost: ['12/03'], doubled: [], added: ['QZX126'] },
    ],
    [
      'is without its number',
      'QZX1067 QZX1164 QZX',
      { text: '£50 London ', lost: ['12/03'], doubled: [], added: ['QZX'] },
    ],
  ])('says which field %s', (_, translated, expected) => {
    expect(restore(translated, fields)).toEqual(expected);
    expect(whole(restore(translated, fields))).toBe(false);
  });

  it('untouched is the text, whatever that was', () => {
    const pieces = fc.constantFrom(
      ...[
        '£5',
        '0',
        '€',
        ' ',
        '-',
        'ban',
        'London',
        'Bo',
        'q',
        'z',
        'x',
        'QZX',
        '1067',
        'QZX1067',
        '12/03',
        'ő',
        '\u0301',
        'a@b.hu',
        '\n',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const sentAway = protect(parts.join(''), options);
        const restored = restore(sentAway.text, sentAway.fields);
        expect(restored).toEqual({ text: parts.join(''), lost: [], doubled: [], added: [] });
      }),
      { numRuns: 3_000 },
    );
  });

  it('shows what was sent where nothing was to be protected', () =>
    expect(restore('nothing here', [])).toEqual({ text: 'nothing here', lost: [], doubled: [], added: [] }));
});

/** Fields of all kinds as people write them. */
const twoDigits = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((number) => String(number).padStart(2, '0'));
const letters = (from: string, length: number) =>
  fc.array(fc.constantFrom(...from), { minLength: length, maxLength: length }).map((all) => all.join(''));
const aField = fc.oneof(
  fc.integer({ min: 0, max: 999 }).map((last) => `07700 900${String(last).padStart(3, '0')}`),
  fc.integer({ min: 1_000_000, max: 9_999_999 }).map((rest) => `+3630${rest}`),
  fc
    .tuple(fc.integer({ min: 1, max: 9_999 }), fc.constantFrom(' font', ' lei', '€', ' лева', ' lekë', ' zł', ' Ft'))
    .map((both) => both.join('')),
  fc.integer({ min: 1, max: 999 }).map((amount) => `£1,${String(amount).padStart(3, '0')}.50`),
  fc
    .tuple(letters('ABCDEFGH', 2), twoDigits(10, 73), letters('DEFGH', 3))
    .map(([area, age, rest]) => `${area}${age} ${rest}`),
  fc.tuple(letters('ABCDEFGH', 3), fc.integer({ min: 100, max: 999 })).map((both) => both.join('-')),
  fc.tuple(twoDigits(1, 28), twoDigits(1, 12), fc.constantFrom('', '/2024', '/23')).map(([d, m, y]) => `${d}/${m}${y}`),
  fc
    .tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom('martie', 'май', 'marca', 'qershor', 'June'))
    .map((both) => both.join(' ')),
  fc.tuple(twoDigits(0, 23), twoDigits(0, 59)).map((both) => both.join(':')),
  fc.integer({ min: 1_000, max: 9_999 }).map((number) => `W6 ${number}`),
  fc.integer({ min: 1, max: 9_999 }).map((number) => `https://t.me/x${number}`),
  fc.integer({ min: 1, max: 9_999 }).map((number) => `a${number}@example.com`),
  fc.integer({ min: 1_000_000, max: 9_999_999 }).map((number) => `BH${number}`),
  fc.constantFrom(
    'GB29 NWBK 6016 1331 9268 19',
    'Budapest',
    'Лондон',
    'Warszawie',
    'Gábor',
    'Big Tony',
    'NR1 3AB',
    'Norwich',
  ),
  fc.constantFrom('QZX1067', 'q z x', 'Qzx 1164 5', 'QZX', 'qzx99'),
);
const aWord = fc.constantFrom(
  ...[
    'jön',
    'a',
    'lány',
    'holnap',
    'și',
    'vine',
    'acasă',
    'утре',
    'идва',
    'në',
    'shtëpi',
    'jutro',
    'weź',
    'nhé',
    'em',
    'ok',
  ],
  ...['...', 'és!', '(már)', '😀', 'z', 'q', 'x'],
);
/** Fields stand apart by words, so that each is a field of its own. */
const aMessage = fc
  .array(fc.tuple(aWord, fc.option(aField, { nil: undefined, freq: 2 })), { minLength: 1, maxLength: 7 })
  .map((pairs) =>
    pairs
      .flat()
      .filter((part) => part !== undefined)
      .join(' '),
  );

const PLACEHOLDER = /QZX\d+/;
const ENGLISH = ['the', 'girl', 'comes', 'to', 'house', 'tomorrow'];

/** A translator that keeps placeholders and puts other words into English, in the opposite order. */
const goodTranslation = (text: string) =>
  text
    .split(' ')
    .map((word, place) =>
      PLACEHOLDER.test(word) ? word.replace(/^[^Q]*|\D*$/g, '') : (ENGLISH[place % ENGLISH.length] as string),
    )
    .reverse()
    .join(' ');

/** What a bad one does to a placeholder. */
const MISDEEDS: readonly ((placeholder: string) => string)[] = [
  (placeholder) => placeholder,
  (placeholder) => placeholder.toLowerCase(),
  (placeholder) => placeholder.replace('QZX', 'Qzx '),
  (placeholder) => [...placeholder].join(' '),
  (placeholder) => `«${placeholder}»-ban`,
  () => '',
  (placeholder) => `${placeholder} ${placeholder}`,
  (placeholder) => `${placeholder.slice(0, -1)}${(Number(placeholder.at(-1)) + 3) % 10}`,
  (placeholder) => placeholder.slice(0, -1),
  (placeholder) => `${placeholder}7`,
];

const badTranslation = (text: string, choices: readonly number[]) =>
  text
    .split(' ')
    .map((word, place) => {
      const choice = choices[place % choices.length] as number;
      const placeholder = PLACEHOLDER.exec(word)?.[0];
      const done =
        placeholder === undefined
          ? (ENGLISH[choice % ENGLISH.length] as string)
          : (MISDEEDS[choice % MISDEEDS.length] as (typeof MISDEEDS)[number])(placeholder);
      return { done, order: choice };
    })
    .sort((one, other) => one.order - other.order)
    .map(({ done }) => done)
    .join(' ');

const timesIn = (text: string, part: string) => text.split(part).length - 1;
/** Fields whose text is in no other's, so that they can be counted. */
const countable = (fields: readonly Field[]) =>
  fields.filter((field) => fields.every((other) => other === field || !other.written.includes(field.written)));

describe('fields of 10,000 messages', () => {
  it('come out unchanged, each once, by a translator that keeps placeholders', () => {
    fc.assert(
      fc.property(aMessage, (message) => {
        const { text, fields } = protect(message, options);
        expect(restore(text, fields)).toEqual({ text: message, lost: [], doubled: [], added: [] });
        const restored = restore(goodTranslation(text), fields);
        expect(whole(restored)).toBe(true);
        for (const { written } of countable(fields)) expect(timesIn(restored.text, written)).toBe(1);
      }),
      { numRuns: 10_000 },
    );
  });

  it('come out unchanged or are told, by a translator that spoils placeholders', () => {
    fc.assert(
      fc.property(aMessage, fc.array(fc.nat(999), { minLength: 1, maxLength: 9 }), (message, choices) => {
        const { text, fields } = protect(message, options);
        const restored = restore(badTranslation(text, choices), fields);
        for (const { written } of countable(fields)) {
          const times = timesIn(restored.text, written);
          expect(restored.lost.includes(written)).toBe(times === 0);
          expect(restored.doubled.includes(written)).toBe(times > 1);
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it('are found: none of them is sent', () => {
    fc.assert(
      fc.property(aField, aWord, (field, word) => {
        const { text, fields } = protect(`${word} ${field} ${word}`, options);
        expect(text).toBe(`${word} ${fields[0]?.placeholder} ${word}`);
      }),
      { numRuns: 10_000 },
    );
  });
});
