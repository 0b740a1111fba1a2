/** Closed lists the operation is described with. Each is the field's own; sources in DOMAIN §1, §4–§6. */

export const STAGES = [
  'referral',
  'assessment',
  'intelligence-build',
  'enforcement',
  'prosecution',
  'sentencing',
  'closed',
] as const;
export type Stage = (typeof STAGES)[number];

export const THREAT_AREAS = [
  'modern-slavery-human-trafficking',
  'child-sexual-exploitation',
  'organised-immigration-crime',
  'county-lines',
  'violence-against-women-and-girls',
] as const;
export type ThreatArea = (typeof THREAT_AREAS)[number];

/** Government Security Classifications: OFFICIAL-SENSITIVE is a marking within OFFICIAL, not a tier. */
export const MARKINGS = ['OFFICIAL', 'OFFICIAL-SENSITIVE', 'SECRET', 'TOP SECRET'] as const;
export type Marking = (typeof MARKINGS)[number];

/** 3x5x2 (College of Policing APP, intelligence report): source evaluation, assessment, handling. */
export const SOURCE_EVALUATIONS = ['1', '2', '3'] as const;
export const INTELLIGENCE_ASSESSMENTS = ['A', 'B', 'C', 'D', 'E'] as const;
export const HANDLING_CODES = ['P', 'C'] as const;
export interface Grade {
  readonly sourceEvaluation: (typeof SOURCE_EVALUATIONS)[number];
  readonly intelligenceAssessment: (typeof INTELLIGENCE_ASSESSMENTS)[number];
  readonly handlingCode: (typeof HANDLING_CODES)[number];
}

export const SUBJECT_ROLES = ['suspect', 'potential-victim', 'witness'] as const;
export type SubjectRole = (typeof SUBJECT_ROLES)[number];

export const PRODUCTS = [
  'telecoms',
  'network',
  'financial',
  'open-source',
  'imagery',
  'travel',
  'translation',
] as const;
export type ProductKind = (typeof PRODUCTS)[number];

/** Europol SIENA evaluation of source and information, and handling codes (Reg. 2016/794 art. 29). */
export const SIENA_SOURCE = ['A', 'B', 'C', 'X'] as const;
export const SIENA_INFORMATION = ['1', '2', '3', '4'] as const;
export const SIENA_HANDLING = ['H0', 'H1', 'H2', 'H3'] as const;

/** What entitles officers to enter premises. */
export const POWERS = ['warrant-pace-s8', 'warrant-msa-s15', 'pace-s17', 'pace-s18', 'pace-s32', 'consent'] as const;

/** National disruption scale; no national criteria are published, so assessor and rationale are recorded. */
export const DISRUPTIONS = ['major', 'moderate', 'minor', 'none', 'negative'] as const;
export type Disruption = (typeof DISRUPTIONS)[number];

/** What must be settled, or said not to apply, before an operation closes. */
export const CLOSING_ITEMS = ['orders', 'confiscation', 'appeal-windows', 'exhibits', 'safeguarding'] as const;
export type ClosingItem = (typeof CLOSING_ITEMS)[number];

export const OUTCOMES = ['settled', 'not-applicable'] as const;
export const DIRECTIONS = ['out', 'in'] as const;
export const TEAM_ROLES = [
  'senior-investigating-officer',
  'intelligence-analyst',
  'digital-media-investigator',
  'rocu-liaison-officer',
] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];
