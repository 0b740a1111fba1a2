/** Limits that no tool of ours meets, for runs that measure or break something else. */
export const UNTHROTTLED = {
  RATE_PER_PERSON: '1000000000',
  RATE_PER_ADDRESS: '1000000000',
  RATE_BREAK_GLASS: '1000000000',
  RATE_DECONFLICTION: '1000000000',
  STREAMS_PER_PERSON: '1000000',
} as const;
