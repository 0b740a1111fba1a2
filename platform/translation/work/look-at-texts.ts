import { lexiconMatcher, type Flag, type Matcher } from '../../../domain/translation/flag-messages';
import { NO_LANGUAGE, UNKNOWN_LANGUAGE, type Detected } from '../../../domain/translation/languages';
import { partsOf } from '../../../domain/translation/requests';
import { detectLanguage } from '../../../domain/translation/texts/detect-language';
import { protect } from '../../../domain/translation/texts/placeholders';
import { copyArray, copyLine } from '../../database/copy-in';
import { partiesOf } from '../network/people';
import { unitKey } from './keys';
import type { Looked, LookingAt, WrittenText } from './looked';

/** How an extract may call whoever holds the phone: no name. */
const NO_NAMES: ReadonlySet<string> = new Set(['me', 'owner', 'self', 'you', 'phone owner', 'local user']);

/** Tells what is known of texts: language, flags, entities, and what of them is to be sent. */
export function lookingAt({ nth, written, countries, lexicon, longest }: LookingAt) {
  const matcher = lexiconMatcher(lexicon);
  const names = partiesOf(written)
    .parties.flatMap((party) => party.names)
    .filter((name) => !NO_NAMES.has(name.toLowerCase()));
  return (texts: readonly WrittenText[]): Looked => {
    const units = new Map<string, string>();
    const lines = texts.map(({ text, body, sentAt }) => {
      const detected = detectLanguage(body);
      const found = protect(body, { countries, names, ...(sentAt === null ? {} : { sentAt }) });
      const language = found.isOnlyFields && detected.language === UNKNOWN_LANGUAGE ? NO_LANGUAGE : detected.language;
      const parts = found.isOnlyFields || !isSent(language) ? [] : partsOf(found.text, longest);
      const keys = parts.map((part) => {
        const key = unitKey(language, part);
        if (!units.has(key)) units.set(key, copyLine([nth, language, key, part, part.length]));
        return key;
      });
      const { isTransliterated, mixedWith } = detected;
      return copyLine([
        nth,
        text,
        language,
        isTransliterated,
        copyArray(mixedWith),
        JSON.stringify(flagsOf(matcher, body, detected)),
        JSON.stringify(found.entities),
        JSON.stringify(keys.length === 0 ? [] : found.fields),
        copyArray(keys),
      ]);
    });
    const encoder = new TextEncoder();
    return { texts: encoder.encode(lines.join('')), units: encoder.encode([...units.values()].join('')) };
  };
}

/** English, and what is of no language or of one that is not known, is not sent. */
const isSent = (language: string): boolean => ![NO_LANGUAGE, UNKNOWN_LANGUAGE, 'en'].includes(language);

function flagsOf(matcher: Matcher, body: string, { language, mixedWith }: Detected): readonly Flag[] {
  const flags = [language, ...mixedWith].flatMap((one) => matcher.flagsIn(body, one));
  return [...new Map(flags.map((flag) => [`${flag.start} ${flag.end} ${flag.theme} ${flag.term}`, flag])).values()];
}
