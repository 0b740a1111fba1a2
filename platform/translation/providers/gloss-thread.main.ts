import { answerQuestions } from '../../threads/kept-thread';
import { dictdEntries } from './dictd';
import { GlossDictionary } from './gloss-dictionary';
import { GLOSS_LANGUAGES, type GlossLanguage } from './gloss-languages';
import type { GlossAnswer, GlossQuestion } from './gloss-thread';
import { OPAQUE } from './opaque';

const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu;

/** By their files; each is read when it is first needed. */
const dictionaries = new Map<string, GlossDictionary>();

answerQuestions<GlossQuestion, GlossAnswer>(async ({ language, file, texts }) => {
  const dictionary = dictionaries.get(file) ?? (await read(file, GLOSS_LANGUAGES[language] as GlossLanguage));
  return dictionary && texts.map((text) => glossed(text, dictionary));
});

async function read(file: string, language: GlossLanguage): Promise<GlossDictionary | null> {
  try {
    const dictionary = GlossDictionary.from(await dictdEntries(file), language);
    dictionaries.set(file, dictionary);
    return dictionary;
  } catch {
    return null;
  }
}

/** Each word by its gloss where it has one; everything else as it is. */
function glossed(text: string, dictionary: GlossDictionary): string {
  return text
    .split(OPAQUE)
    .map((part, at) => (at % 2 === 1 ? part : part.replaceAll(WORD, (word) => cased(dictionary.gloss(word), word))))
    .join('');
}

/** With a capital where the word has one. */
function cased(gloss: string | undefined, word: string): string {
  if (gloss === undefined) return word;
  return /^\p{Lu}/u.test(word) ? gloss.charAt(0).toUpperCase() + gloss.slice(1) : gloss;
}
