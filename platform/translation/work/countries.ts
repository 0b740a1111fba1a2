/** Where a language is most spoken, as far as the unit meets it (newsletter, operations Derail, Mosaic, Volvox). */
const COUNTRIES: Readonly<Record<string, string>> = {
  bg: 'BG',
  cs: 'CZ',
  hu: 'HU',
  lt: 'LT',
  pl: 'PL',
  ro: 'RO',
  sk: 'SK',
  sq: 'AL',
  vi: 'VN',
};

/** Where numbers of an extract may be of: here, where its language is of, and then any other, by ISO 3166-1 alpha-2. */
export const countriesFor = (language: string): readonly string[] => [
  ...new Set(['GB', COUNTRIES[language] ?? 'GB', ...Object.values(COUNTRIES)]),
];
