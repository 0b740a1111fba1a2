import { franc } from 'franc';
import { detect as tinyld } from 'tinyld/heavy';
import { NO_LANGUAGE, UNKNOWN_LANGUAGE } from '../../domain/translation/languages';
import { detectLanguage } from '../../domain/translation/texts/detect-language';
import { labelledMessages, type LabelledMessage } from '../../samples/labelled-messages/labelled-messages';
import type { Report } from '../report';
import { eld } from './libraries.mjs';

/** Shares of all messages, from 0 to 1. */
export interface Measured {
  /** Told rightly; what could be of several languages is told rightly when none is told. */
  readonly accuracy: number;
  /** Told to be in a language that they are not in. */
  readonly wrong: number;
  /** Of which no language was told. */
  readonly unknown: number;
}

/** How our detection of languages compares with libraries alone, over invented phone messages. */
export interface LanguagesMeasured {
  readonly messages: number;
  readonly ours: Measured;
  readonly eld: Measured;
  readonly franc: Measured;
  readonly tinyld: Measured;
}

/** {@link measureLanguages} of those messages by which nothing was tuned, and says the same of all. */
export function languageDetection(report: Report): LanguagesMeasured {
  const say = (what: string, { messages, ...sides }: LanguagesMeasured) => {
    report.line(`${what}: ${messages}`);
    for (const [side, { accuracy, wrong, unknown }] of Object.entries(sides))
      report.line(
        `  ${side}: told rightly ${percent(accuracy)}, wrongly ${percent(wrong)}, said to be unknown ${percent(unknown)}`,
      );
  };
  say('all messages', measureLanguages());
  const heldOut = measureLanguages(({ isHeldOut }) => isHeldOut);
  say('of which held out', heldOut);
  return heldOut;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** Those of franc's codes, which are ISO 639-3, that the labels have in ISO 639-1. Any other is another language. */
const SHORTER: Readonly<Record<string, string>> = {
  hun: 'hu',
  ron: 'ro',
  bul: 'bg',
  als: 'sq',
  pol: 'pl',
  vie: 'vi',
  eng: 'en',
  slk: 'sk',
  und: UNKNOWN_LANGUAGE,
};
/** franc says nothing of shorter texts. It is its own default, and with less it is right less often. */
const FRANC_LEAST = 10;

/**
 * Each library at its best: eld with its largest data and its own cleaning of texts, and what it calls unreliable unknown; franc
 * from its best least length; tinyld with its largest data. None is told which languages there can be.
 *
 * @param among the messages to measure on; all by default
 */
export function measureLanguages(among: (message: LabelledMessage) => boolean = () => true): LanguagesMeasured {
  const messages = labelledMessages().filter(among);
  const careful = eld.newInstance();
  careful.enableTextCleanup(true);
  return {
    messages: messages.length,
    ours: measured(messages, (text) => detectLanguage(text).language),
    eld: measured(messages, (text) => {
      const result = careful.detect(text);
      return result.isReliable() ? result.language : UNKNOWN_LANGUAGE;
    }),
    franc: measured(messages, (text) => {
      const code = franc(text, { minLength: FRANC_LEAST });
      return SHORTER[code] ?? code;
    }),
    tinyld: measured(messages, (text) => tinyld(text) || UNKNOWN_LANGUAGE),
  };
}

function measured(messages: readonly LabelledMessage[], told: (text: string) => string): Measured {
  let right = 0;
  let wrong = 0;
  let unknown = 0;
  for (const { language, text } of messages) {
    const answer = told(text);
    const isUnknown = answer === UNKNOWN_LANGUAGE || answer === NO_LANGUAGE;
    if (isUnknown) unknown += 1;
    if (isUnknown ? language === UNKNOWN_LANGUAGE : answer === language) right += 1;
    else if (!isUnknown) wrong += 1;
  }
  return { accuracy: right / messages.length, wrong: wrong / messages.length, unknown: unknown / messages.length };
}
