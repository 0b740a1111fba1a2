/** How a comparison of two identities comes out; `absent` where one of them does not say. */
export interface Level {
  readonly level: number;
  readonly says: string;
}

/** Of a comparison where one side says nothing: it speaks neither for nor against. */
export const ABSENT = 9;

export const COMPARISONS = {
  given: [
    { level: 4, says: 'The given names are the same.' },
    { level: 3, says: 'The given names sound the same.' },
    { level: 2, says: 'The given names differ by a letter.' },
    { level: 1, says: 'The given names differ by two letters.' },
    { level: 5, says: 'One given name is the initial of the other.' },
    { level: 0, says: 'The given names differ.' },
  ],
  surname: [
    { level: 4, says: 'The surnames are the same.' },
    { level: 3, says: 'The surnames sound the same.' },
    { level: 2, says: 'The surnames differ by a letter.' },
    { level: 1, says: 'The surnames differ by two letters.' },
    { level: 5, says: 'One surname is the initial of the other.' },
    { level: 0, says: 'The surnames differ.' },
  ],
  birth: [
    { level: 4, says: 'The dates of birth are the same.' },
    { level: 3, says: 'Of the dates of birth, day and month have changed places.' },
    { level: 2, says: 'The dates of birth differ by one digit.' },
    { level: 1, says: 'The year of birth, or day and month, are the same.' },
    { level: 0, says: 'The dates of birth differ.' },
  ],
  sex: [
    { level: 1, says: 'The sex is the same.' },
    { level: 0, says: 'The sex differs.' },
  ],
  postcode: [
    { level: 2, says: 'The postcodes are the same.' },
    { level: 1, says: 'The postcodes are of one district.' },
    { level: 0, says: 'The postcodes differ.' },
  ],
  phone: [
    { level: 1, says: 'The phone numbers are the same.' },
    { level: 0, says: 'The phone numbers differ.' },
  ],
  document: [
    { level: 1, says: 'The document numbers are the same.' },
    { level: 0, says: 'The document numbers differ.' },
  ],
} as const satisfies Record<string, readonly Level[]>;
export type Comparison = keyof typeof COMPARISONS;
export const COMPARISON_NAMES = Object.keys(COMPARISONS) as readonly Comparison[];

/** The outcome of all comparisons of a pair, a digit each, in the order of {@link COMPARISON_NAMES}. */
export type Pattern = string;

export const levelIn = (pattern: Pattern, comparison: Comparison) =>
  Number(pattern[COMPARISON_NAMES.indexOf(comparison)]);
