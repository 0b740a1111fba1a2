/** When people are at work. */
export const WORKING_HOURS = { timeZone: 'Europe/London', from: '07:00', to: '19:00', lastDay: 5 } as const;
/** As many different operations in one hour are still usual. */
export const USUAL_OPERATIONS = 200;
/** As many refused attempts in one hour are unusual. */
export const UNUSUAL_REFUSALS = 10;

/**
 * What is unusual about an access and should be looked at; none of it is wrong by itself. No guidance sets these values:
 * they are defaults of this project, and a force may want others.
 */
export const UNUSUAL_RULES = {
  'out-of-hours': `Answered before ${WORKING_HOURS.from}, from ${WORKING_HOURS.to} on, or on a weekend (${WORKING_HOURS.timeZone}); one finding a person and day.`,
  'outside-own-cases': 'Answered about an operation in whose team the person is not, and which they have not referred.',
  'many-operations': `Answers about more than ${USUAL_OPERATIONS} different operations, lists included, in one clock hour.`,
  'refused-attempts': `At least ${UNUSUAL_REFUSALS} refused attempts (401, 403, 404, 429) in one clock hour, by a person or, without one, from an address.`,
  'broken-glass': 'The glass of an operation was broken.',
} as const satisfies Record<string, string>;

export type UnusualRule = keyof typeof UNUSUAL_RULES;
export const UNUSUAL_RULE_NAMES = Object.keys(UNUSUAL_RULES) as UnusualRule[];
