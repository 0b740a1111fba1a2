import { COMMON_LANGUAGES, NO_LANGUAGE, UNKNOWN_LANGUAGE, type Detected } from '../languages';
import { evidenceOf, TOLD } from './language-evidence';
import { LANGUAGES, NEUTRAL } from './language-tables';
import { isTransliterated, mixedWith } from './message-spelling';
import { languageOfScript } from './message-scripts';
import { wordsOf, type Word } from './message-words';

/** How much likelier the languages are that phones hold most, in natural logarithms of odds. [P] */
const COMMON = 1;
const BEFOREHAND = TOLD.map((language) => ((COMMON_LANGUAGES as readonly string[]).includes(language) ? COMMON : 0));
/** A language is told only if it is so far before the next, and has so much evidence at all. [P] */
const LEAST_LEAD = 1.1;
const LEAST_EVIDENCE = 2;
/** One unknown word alone has to be this much farther before. [P] */
const ALONE = 1.5;

const NOTHING: Detected = { language: NO_LANGUAGE, confidence: 1, isTransliterated: false, mixedWith: [] };

/**
 * Tells the language of a message from words and letters by which languages are known and from general statistics. It never
 * guesses: names, words that all languages have and what could be several languages are {@link UNKNOWN_LANGUAGE}; what holds no
 * word at all is {@link NO_LANGUAGE}. The same text always gets the same answer, and no text makes it fail.
 */
export function detectLanguage(text: string): Detected {
  const words = wordsOf(text);
  if (words.length === 0) return NOTHING;
  const language = languageOfScript(words);
  if (language !== null)
    return { language, confidence: 1, isTransliterated: false, mixedWith: mixedWith(words, language) };
  const likeliest = likeliestOf(words);
  const confidence = Math.tanh(likeliest.lead / 2);
  if (!isSure(likeliest, words))
    return { language: UNKNOWN_LANGUAGE, confidence, isTransliterated: false, mixedWith: [] };
  return {
    language: likeliest.language,
    confidence,
    isTransliterated: isTransliterated(words, likeliest.language),
    mixedWith: mixedWith(words, likeliest.language),
  };
}

interface Likeliest {
  readonly language: string;
  readonly evidence: number;
  /** How far the next is behind, in natural logarithms of odds. */
  readonly lead: number;
  /** What words that the language is known by say. */
  readonly known: number;
}

function likeliestOf(words: readonly Word[]): Likeliest {
  const { odds, known } = evidenceOf(words);
  let best = -1;
  let evidence = -Infinity;
  let next = -Infinity;
  for (let place = 0; place < odds.length; place++) {
    // Nothing at all is said of it.
    if (place >= LANGUAGES.length && odds[place] === 0) continue;
    const odd = (odds[place] ?? 0) + (BEFOREHAND[place] ?? 0);
    if (odd > evidence) {
      next = evidence;
      evidence = odd;
      best = place;
    } else if (odd > next) next = odd;
  }
  return { language: TOLD[best] ?? UNKNOWN_LANGUAGE, evidence, lead: evidence - next, known: known[best] ?? 0 };
}

function isSure({ evidence, lead, known }: Likeliest, words: readonly Word[]): boolean {
  const telling = words.filter(({ folded }) => !NEUTRAL.has(folded)).length;
  if (telling === 0 || evidence < LEAST_EVIDENCE) return false;
  return lead >= (telling === 1 && known === 0 ? LEAST_LEAD + ALONE : LEAST_LEAD);
}
