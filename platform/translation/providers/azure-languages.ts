/** Languages that Azure knows by more than ISO 639-1 (Translator language support). */
const AZURE_CODES: Readonly<Record<string, string>> = { mn: 'mn-Cyrl', no: 'nb', zh: 'zh-Hans' };
const ISO_CODES: Readonly<Record<string, string>> = { nb: 'no' };

/** Azure's code of a language by ISO 639-1; Serbian by the letters that most of the texts are in. */
export function azureLanguage(iso: string, texts: readonly string[]): string {
  if (iso === 'sr') return isMostlyCyrillic(texts) ? 'sr-Cyrl' : 'sr-Latn';
  return AZURE_CODES[iso] ?? iso;
}

/** Languages by ISO 639-1 of Azure's codes, English and those without such a code left out. */
export function isoLanguages(codes: readonly string[]): readonly string[] {
  const known = codes.map((code) => code.split('-')[0] ?? code).map((code) => ISO_CODES[code] ?? code);
  return [...new Set(known)].filter((code) => code.length === 2 && code !== 'en').sort();
}

function isMostlyCyrillic(texts: readonly string[]): boolean {
  const written = texts.join('');
  const count = (letters: RegExp) => written.match(letters)?.length ?? 0;
  return count(/\p{Script=Cyrillic}/gu) > count(/\p{Script=Latin}/gu);
}
