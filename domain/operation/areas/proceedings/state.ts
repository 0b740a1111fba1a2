export type SuspectStatus =
  'suspected' | 'arrested' | 'released-without-charge' | 'charged' | 'sentenced' | 'acquitted' | 'discontinued';

/** One suspect from arrest to sentence: a sub-machine of the operation. */
export interface Suspect {
  readonly status: SuspectStatus;
  readonly offences: readonly string[];
  readonly months: number | null;
}

export const SUSPECTED: Suspect = { status: 'suspected', offences: [], months: null };
