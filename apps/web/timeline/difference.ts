import { diffWordsWithSpace } from 'diff';
import type { Said } from '../operations/shown-event';

/** Part of a text: the same on both sides, or on this side alone. */
export interface Piece {
  readonly text: string;
  readonly changed: boolean;
}

/** Old and new, side by side; an empty side says that there was nothing, or is nothing any more. */
export interface Difference {
  readonly before: readonly Piece[];
  readonly now: readonly Piece[];
}

/** Longer than this nobody compares two texts word by word, and it would take its time. [P] */
const COMPARED = 20_000;
const MOST_MS = 50;
const words = new Intl.Segmenter('en-GB', { granularity: 'word' });

/** How what is said now differs from what was said before; nothing where it does not. */
export function differenceOf(before: Said | undefined, now: Said | undefined): Difference | undefined {
  if (before?.missing !== undefined || now?.missing !== undefined) return { before: whole(before), now: whole(now) };
  const [old, fresh] = [before?.text ?? '', now?.text ?? ''];
  if (old === fresh) return undefined;
  const parts =
    old === '' || fresh === '' || old.length + fresh.length > COMPARED
      ? undefined
      : diffWordsWithSpace(old, fresh, { timeout: MOST_MS, intlSegmenter: words });
  if (!parts) return { before: whole(before), now: whole(now) };
  const side = (left: 'added' | 'removed') =>
    parts
      .filter((part) => !part[left])
      .map(({ value, added, removed }) => ({ text: value, changed: added || removed }));
  return { before: side('added'), now: side('removed') };
}

/** All of a text; of one that is not there to be read, why. */
const whole = (said: Said | undefined): readonly Piece[] => {
  const text = said?.missing ?? said?.text ?? '';
  return text === '' ? [] : [{ text, changed: said?.missing === undefined }];
};
