export const ENTITY_KINDS = [
  'phone',
  'money',
  'place',
  'date',
  'time',
  'flight',
  'url',
  'email',
  'plate',
  'document',
  'bank-account',
] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** Something in a text that means the same in every language. */
export interface Entity {
  readonly kind: EntityKind;
  /** UTF-16 code units from the start of the text; the end is the first that is no more of it. */
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /**
   * The one way in which it is written to be compared:
   * - phone: E.164
   * - money: ISO 4217 and the amount (“GBP 250.00”, “GBP 200.00-300.00”); “XXX” where no currency is said (“2k”)
   * - date: ISO 8601; “--03-12” where the year is not known, “-W-5” for a Friday alone
   * - time: “HH:MM”, as the text says it: “at 8” is 08:00
   * - flight: “W62201”; plate, document and account: capitals and digits without separators
   * - place: its name in English, else its own; a postcode as “NR1 3AB”
   */
  readonly value: string;
}

export interface EntityOptions {
  /** ISO 3166-1 alpha-2: where numbers without their country's prefix may be of, the likeliest first. */
  readonly countries: readonly string[];
  /** RFC 3339: gives dates without a year theirs. */
  readonly sentAt?: string;
}

/** What one kind's finder has found. */
export type Found = Omit<Entity, 'written'>;

/** A text as a finder sees it: all three are of one length, and what other finders took is covered. */
export interface Sight {
  /** As it was written. */
  readonly text: string;
  /** In small letters without the signs of Latin letters ({@link fold}). */
  readonly folded: string;
  readonly hasDigits: boolean;
  /** No small letter is in it: capitals say nothing. */
  readonly isShouted: boolean;
  readonly options: EntityOptions;
}

export type Finder = (sight: Sight) => readonly Found[];
