/** Words that are written otherwise than they are spelt in codes. */
const WRITTEN: Readonly<Record<string, string>> = {
  nrm: 'NRM',
  ocg: 'OCG',
  ocgs: 'OCGs',
  europol: 'Europol',
  morile: 'MoRiLE',
  siena: 'SIENA',
  pnc: 'PNC',
  rocu: 'ROCU',
  ersou: 'Eastern Region Special Operations Unit',
  pdf: 'PDF',
  csv: 'CSV',
  id: 'ID',
  uk: 'UK',
  english: 'English',
  crown: 'Crown',
};

/** A code or a field's name as people write it: `bailUntil` and `bail-until` are both “Bail until”. */
export function humanise(code: string): string {
  const words = code
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase()
    .split(' ')
    .map((word) => WRITTEN[word] ?? word)
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Words within a sentence: with a small letter, unless it is an abbreviation. */
export const lowerFirst = (text: string): string =>
  /^[A-Z](?![A-Z])/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
