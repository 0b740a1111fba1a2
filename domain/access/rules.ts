import type { Actor, Role } from './actor';

/** Who may take the whole record of an operation out of Waymark. */
export const EXPORTERS = ['supervisor', 'senior-investigating-officer'] as const satisfies readonly Role[];

/** Who may see figures of operations together: of those that they see. */
export const FIGURE_READERS = ['supervisor', 'tasking-officer'] as const satisfies readonly Role[];

/** Who may take disclosure schedules out of Waymark: the disclosure officer is an analyst or the investigating officer. */
export const DISCLOSURE_READERS = [
  'senior-investigating-officer',
  'intelligence-analyst',
  'supervisor',
] as const satisfies readonly Role[];

/** Who may carry messages of Europol liaison. */
export const LIAISON = ['rocu-liaison-officer', 'senior-investigating-officer'] as const satisfies readonly Role[];

/** Who keeps the lists that are data: themes of the support-need assessment. */
export const LIST_KEEPERS = ['administrator'] as const satisfies readonly Role[];

/** Who may say whether a match of another operation is the same person or thing: those who may name subjects. */
export const MATCH_DECIDERS = [
  'tasking-officer',
  'intelligence-analyst',
  'senior-investigating-officer',
  'digital-media-investigator',
  'rocu-liaison-officer',
] as const satisfies readonly Role[];

/** Who keeps the threat models of units: they answer for what is decided by them. */
export const MODEL_KEEPERS = ['supervisor'] as const satisfies readonly Role[];

/** Who may look whether another operation holds an interest, and ask whoever leads it to get in touch: all but those who keep the system. */
export const DECONFLICTORS = [...MATCH_DECIDERS, 'supervisor'] as const satisfies readonly Role[];

/** Who keeps the webhooks of partner systems. */
export const WEBHOOK_KEEPERS = ['administrator'] as const satisfies readonly Role[];

/** Who may hand in the records of their force, and say how its files are read. */
export const DATA_KEEPERS = ['intelligence-analyst', 'supervisor'] as const satisfies readonly Role[];

/** Who decides what of a force's phone extracts may leave its machines: they answer for it. */
export const PREMISES_RULERS = ['supervisor'] as const satisfies readonly Role[];

/** Who keeps the words that a force's messages are searched for. */
export const LEXICON_KEEPERS = ['intelligence-analyst', 'supervisor'] as const satisfies readonly Role[];

/** Who may see how people are profiled. */
export const PROFILE_READERS = [
  'tasking-officer',
  'intelligence-analyst',
  'senior-investigating-officer',
  'supervisor',
] as const satisfies readonly Role[];

/** Who may have people profiled anew, and say who is the same person. */
export const PROFILE_MAKERS = ['intelligence-analyst', 'supervisor'] as const satisfies readonly Role[];

/** Who may open the referral that a profiling suggests, or say why not: those who open referrals. */
export const SUGGESTION_SETTLERS = ['tasking-officer'] as const satisfies readonly Role[];

/** Who may draw dip samples of what their force does, and review them. */
export const DIP_SAMPLERS = ['supervisor'] as const satisfies readonly Role[];

/** Who may see who works on how much: those who assign people. */
export const WORKLOAD_READERS = ['supervisor', 'tasking-officer'] as const satisfies readonly Role[];

/** Who may see who looked at what. */
export const ACCESS_READERS = ['supervisor'] as const satisfies readonly Role[];

/** The one place that decides whether a person's roles allow an act; what they see of it `maySee` decides. */
export function mayGive(actor: Actor, roles: readonly Role[]): boolean {
  return actor.roles.some((role) => roles.includes(role));
}

/** Codes, such as those of roles and stages, as people say them. */
export function spelt(codes: readonly string[]): string {
  return codes.map((code) => code.replaceAll('-', ' ')).join(', ');
}
