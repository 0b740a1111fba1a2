/** What a force's record tells of: a crime, a detention, intelligence, an episode of being missing, or a stop and search. */
export const RECORD_KINDS = ['crime', 'custody', 'intelligence', 'missing', 'stop'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** The part that the person plays in it. */
export const RECORD_ROLES = ['suspect', 'victim', 'missing', 'subject'] as const;
export type RecordRole = (typeof RECORD_ROLES)[number];

export const SEXES = ['female', 'male', 'other'] as const;
export type Sex = (typeof SEXES)[number];

/**
 * One person in one event, as a force has recorded them. Absent: not known. Names, phone and address are as written: linkage
 * brings them together.
 */
export interface ForceRecord {
  readonly kind: RecordKind;
  /** The force's own number of the event. */
  readonly reference: string;
  readonly role: RecordRole;
  readonly given?: string | undefined;
  readonly surname?: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly birth?: string | undefined;
  readonly sex?: Sex | undefined;
  /** Self-defined, in the force's words. No score uses it: it is kept to see whether scores fall alike on all. */
  readonly ethnicity?: string | undefined;
  readonly postcode?: string | undefined;
  readonly phone?: string | undefined;
  readonly document?: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly occurred: string;
  /** Its code, where the table of offences has it, and else only as it was written. */
  readonly offence?: string | undefined;
  readonly unknownOffence?: string | undefined;
  readonly place?: string | undefined;
  readonly team?: string | undefined;
  /** What the force marks it with, such as domestic abuse, in its own codes. */
  readonly markers?: string | undefined;
}
