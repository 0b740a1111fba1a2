import { SCRIPTS } from './language-letters';
import type { Word } from './message-words';

const FIRST = Math.min(...SCRIPTS.map(({ first }) => first));
/** A Japanese text has at least so much of its own letters among the Chinese ones. [P] */
const KANA_SHARE = 0.1;

/** The language of a text most of whose letters are of a script that hardly any other language writes with; else null. */
export function languageOfScript(words: readonly Word[]): string | null {
  let letters = 0;
  const counts = new Map<string, number>();
  for (const { written } of words)
    for (const letter of written) {
      letters += 1;
      const code = letter.codePointAt(0) ?? 0;
      const script = code < FIRST ? undefined : SCRIPTS.find(({ first, last }) => code >= first && code <= last);
      if (script !== undefined) counts.set(script.language, (counts.get(script.language) ?? 0) + 1);
    }
  const kana = counts.get('ja') ?? 0;
  const eastern = kana + (counts.get('zh') ?? 0);
  if (kana >= eastern * KANA_SHARE) counts.set('ja', eastern).delete('zh');
  for (const [language, count] of counts) if (count * 2 > letters) return language;
  return null;
}
