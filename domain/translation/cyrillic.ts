/**
 * Cyrillic letters in Latin ones: Bulgarian by the Transliteration Act of 2009, but for й, which is и once its sign is
 * dropped; letters of other languages by their nearest. Marked letters (ё, ѓ, ї) are these ones with their signs dropped.
 */
export const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sht',
  ъ: 'a',
  ы: 'y',
  ь: 'y',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  є: 'e',
  і: 'i',
  ј: 'j',
  љ: 'lj',
  њ: 'nj',
  џ: 'dzh',
  ѕ: 'dz',
  ґ: 'g',
  ђ: 'dj',
  ћ: 'c',
};

/** How people type Bulgarian in Latin letters and digits on phones; the first way of each is that of {@link CYRILLIC}. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  ия: ['iya', 'ia', 'iia', 'ija', 'iq'],
  в: ['v', 'w'],
  ж: ['zh', 'j'],
  й: ['i', 'y', 'j'],
  х: ['h', 'x'],
  ц: ['ts', 'c'],
  ч: ['ch', '4'],
  ш: ['sh', '6'],
  щ: ['sht', '6t'],
  ъ: ['a', 'u', 'y'],
  ю: ['yu', 'iu', 'ju', 'u'],
  я: ['ya', 'ia', 'ja', 'q'],
};

/**
 * The ways in which a Cyrillic word is typed in Latin letters, as far as they differ from its plain transliteration. Whoever
 * types a letter in one way does so throughout a word.
 *
 * @param word in small letters; letters that are not Cyrillic stay as they are
 */
export function latinWays(word: string): readonly string[] {
  const units = word.normalize('NFC').match(/ия|./gu) ?? [];
  return [...new Set(units)]
    .reduce<readonly (readonly string[])[]>(
      (ways, unit) => {
        const latin = WAYS[unit] ?? [CYRILLIC[unit] ?? unit];
        return ways.flatMap((way) =>
          latin.map((letters) => way.map((written, at) => (units[at] === unit ? letters : written))),
        );
      },
      [units],
    )
    .map((way) => way.join(''));
}
