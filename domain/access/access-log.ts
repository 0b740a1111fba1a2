/** What is logged of processing in automated systems: DPA 2018 s.62(1). */
export const ACCESS_KINDS = [
  'collection',
  'alteration',
  'consultation',
  'disclosure',
  'combination',
  'erasure',
] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

/** What became of an access: it was answered, refused to whoever asked, or failed on our side. */
export const ACCESS_OUTCOMES = ['answered', 'refused', 'failed'] as const;
export type AccessOutcome = (typeof ACCESS_OUTCOMES)[number];
