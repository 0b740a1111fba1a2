import type { Lexicon } from '../../../domain/translation/lexicon.schema';

/** What is looked at, and with what. */
export interface LookingAt {
  /** Number of the translation. */
  readonly nth: number;
  /** What the extract calls people. */
  readonly written: readonly string[];
  /** ISO 3166-1 alpha-2, where numbers without their country's prefix may be of, the likeliest first. */
  readonly countries: readonly string[];
  readonly lexicon: Lexicon;
  /** Most characters of a unit. */
  readonly longest: number;
}

/** A distinct text. */
export interface WrittenText {
  readonly text: string;
  readonly body: string;
  readonly sentAt: string | null;
}

/** Lines for COPY. */
export interface Looked {
  readonly texts: Uint8Array;
  readonly units: Uint8Array;
}

export const TEXT_COLUMNS = 'translation, text, language, transliterated, mixed_with, flags, entities, fields, units';
export const UNIT_COLUMNS = 'translation, language, unit, sent, characters';
