import type { TranslationSummary } from '../../api/translations/translations.schema';

const STATES: Readonly<Record<TranslationSummary['state'], string>> = {
  recognising: 'Finding out how it is read',
  'to-confirm': 'Waits for you to say how it is read',
  reading: 'Reading',
  understanding: 'Looking at what is written',
  translating: 'Being translated',
  translated: 'In English',
  failed: 'Failed',
  cancelled: 'Called off',
  erased: 'Its file was erased',
};
/** In which nothing goes on any more, or before a person has acted. */
const STILL: readonly TranslationSummary['state'][] = ['to-confirm', 'translated', 'failed', 'cancelled', 'erased'];

/** Where a translation is, in words. */
export const stateText = ({ state, paused }: Pick<TranslationSummary, 'state' | 'paused'>): string =>
  paused && !STILL.includes(state) ? 'Paused' : STATES[state];

/** Whether it goes on by itself, so that a page should look again. */
export const isGoing = ({ state, paused }: Pick<TranslationSummary, 'state' | 'paused'>): boolean =>
  !paused && !STILL.includes(state);

/**
 * How much of what goes on is done, in hundredths: of the file while it is read, of the characters while they are put into English.
 * Nothing while nothing goes on, or nothing is known.
 */
export function doneOf(translation: TranslationSummary): number | undefined {
  const { state, bytes, bytesRead, characters, charactersDone } = translation;
  const [done, all] = state === 'reading' ? [bytesRead, bytes] : [charactersDone, characters];
  if (STILL.includes(state) || state === 'recognising' || all === 0) return undefined;
  return Math.min(100, Math.floor((done / all) * 100));
}

/** “about 3 minutes”. */
export function leftText(seconds: number | null): string | undefined {
  if (seconds === null) return undefined;
  if (seconds < 60) return 'less than a minute';
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `about ${minutes} minute${minutes === 1 ? '' : 's'}`;
  const hours = Math.round(minutes / 60);
  return `about ${hours} hours`;
}
