/** How each letter is typed in Latin ones, by the official table (Bulgaria's act of 2009, Russian and Ukrainian alike) and as phones do. */
const COMMON: Readonly<Record<string, readonly string[]>> = {
  а: ['a'],
  б: ['b'],
  в: ['v', 'w'],
  г: ['g'],
  д: ['d'],
  е: ['e'],
  ж: ['zh', 'j'],
  з: ['z'],
  и: ['i'],
  й: ['y', 'i', 'j'],
  к: ['k'],
  л: ['l'],
  м: ['m'],
  н: ['n'],
  о: ['o'],
  п: ['p'],
  р: ['r'],
  с: ['s'],
  т: ['t'],
  у: ['u'],
  ф: ['f'],
  х: ['h', 'x'],
  ц: ['ts', 'c'],
  ч: ['ch', '4'],
  ш: ['sh', '6'],
  ю: ['yu', 'iu', 'u', 'ju'],
  я: ['ya', 'ia', 'q', 'ja'],
};
const SPELLINGS = {
  bg: { ...COMMON, щ: ['sht', '6t', 'st'], ъ: ['a', 'u', 'y'], ь: ['y', 'i', ''], ѝ: ['i'] },
  ru: {
    ...COMMON,
    х: ['h', 'kh', 'x'],
    щ: ['sch', 'sh', 'shch'],
    ъ: [''],
    ы: ['y', 'i'],
    ь: ['', "'"],
    э: ['e'],
    ё: ['e', 'yo'],
  },
  uk: {
    ...COMMON,
    г: ['h', 'g'],
    и: ['y', 'i'],
    х: ['kh', 'h', 'x'],
    щ: ['shch', 'sch'],
    ь: ['', "'"],
    і: ['i'],
    ї: ['yi', 'i', 'ji'],
    є: ['ye', 'ie', 'je'],
    ґ: ['g'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Ways in which one word may be typed; beyond them they are ever rarer. [P] */
const MOST = 48;

/** How a word in Cyrillic letters is typed in Latin ones, the likeliest first. */
export function inLatin(word: string, language: keyof typeof SPELLINGS): readonly string[] {
  const spellings: Readonly<Record<string, readonly string[]>> = SPELLINGS[language];
  let typed = [''];
  for (const letter of word) {
    const ways = spellings[letter] ?? [letter];
    typed = ways.flatMap((way) => typed.map((begun) => begun + way)).slice(0, MOST);
  }
  return typed;
}
