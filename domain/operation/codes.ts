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

/** Warrants to enter and search: PACE 1984 s. 8, Gangmasters (Licensing) Act 2004 s. 17, Misuse of Drugs Act 1971 s. 23. */
export const WARRANTS = ['warrant-pace-s8', 'warrant-gla-s17', 'warrant-mda-s23'] as const;
/** What entitles officers to enter premises. */
export const POWERS = [...WARRANTS, 'pace-s17', 'pace-s18', 'pace-s32', 'consent'] as const;

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

export const REFERRAL_SOURCES = ['force', 'partner', 'call-back'] as const;
export const OPERATION_LINKS = ['same-subject', 'same-premises', 'same-network', 'parallel', 'other'] as const;
export const TARGETS = ['ocg', 'priority-individual'] as const;
/** POLE (NPCC 2022) beside persons, who are subjects. */
export const ENTITY_KINDS = ['object', 'location', 'event'] as const;
export const IDENTIFIER_KINDS = [
  'phone',
  'email',
  'account',
  'document',
  'vehicle-mark',
  'bank-account',
  'address',
  'date-of-birth',
  'other',
] as const;
export const ENTITY_LINKS = [
  'uses',
  'owns',
  'lives-at',
  'works-at',
  'present-at',
  'related-to',
  'controls',
  'pays',
  'other',
] as const;
/** RIPA 2000, IPA 2016 and Police Act 1997. */
export const AUTHORISATIONS = ['directed-surveillance', 'communications-data', 'property-interference'] as const;
export const EXHIBIT_KINDS = ['device', 'document', 'cash', 'clothing', 'drugs', 'weapon', 'other'] as const;
export const DISPOSALS = ['returned', 'destroyed', 'retained', 'forfeited'] as const;
/** Director's Guidance on Charging, 6th edition: unused non-sensitive, sensitive, disclosure officer's report. */
export const DISCLOSURE_SCHEDULES = ['MG6C', 'MG6D', 'MG6E'] as const;
export const DISCLOSURE_DECISIONS = ['disclose', 'withhold', 'not-relevant'] as const;
export const PLEAS = ['guilty', 'not-guilty'] as const;
export const VERDICTS = ['guilty', 'hung'] as const;
export const SENTENCE_KINDS = ['immediate-custody', 'suspended', 'community', 'fine', 'discharge'] as const;
export const REMANDS = ['custody', 'bail'] as const;
export const APPEALS = ['conviction', 'sentence'] as const;
export const APPEAL_OUTCOMES = ['dismissed', 'conviction-quashed', 'sentence-varied'] as const;
/** Forms of exploitation as the NRM counts them. */
export const EXPLOITATIONS = [
  'labour',
  'sexual',
  'criminal',
  'domestic-servitude',
  'organ-removal',
  'not-known',
] as const;
export const VICTIM_AGES = ['adult', 'child', 'unsure'] as const;
export const EUROPOL_REQUESTS = [
  'joint-investigation',
  'letter-of-request',
  'surrender-to-us',
  'surrender-by-us',
] as const;
/** Modern Slavery Act 2015 Part 2; Sexual Offences Act 2003; Sentencing Code. */
export const ORDERS = ['STPO', 'STRO', 'SRO', 'SHPO'] as const;
export const ASSETS = ['cash', 'account', 'vehicle', 'property', 'crypto', 'other'] as const;
/** PIRM Code 2023, from MoPI: 1 public protection, 2 other sexual, violent or serious, 3 other, 4 undetected. */
export const RETENTION_GROUPS = ['1', '2', '3', '4'] as const;
/** What came of a translation; `unreadable` where its file could not be read, or is there no more. */
export const TRANSLATION_OUTCOMES = ['translated', 'needs-qualified-translator', 'unreadable'] as const;
export type TranslationOutcome = (typeof TRANSLATION_OUTCOMES)[number];
/** Where a translation stands, as its operation knows it. */
export const TRANSLATION_STATUSES = [
  'requested',
  'confirmed',
  'paused',
  'reported',
  'unreadable',
  'cancelled',
  'reviewed',
] as const;
export type TranslationStatus = (typeof TRANSLATION_STATUSES)[number];
/** The more urgent first. */
export const TRANSLATION_PRIORITIES = ['enforcement-day', 'usual'] as const;
export type TranslationPriority = (typeof TRANSLATION_PRIORITIES)[number];

/** What a file may be: sniffed from its content, never taken from its sender's word. */
export const FILE_TYPES = [
  'application/json',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/x-ndjson',
  'application/zip',
  'image/heic',
  'image/jpeg',
  'image/png',
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
] as const;
export type FileType = (typeof FILE_TYPES)[number];
/** What the virus scanner has said of a file that is kept; `not-scanned` where there is no scanner. */
export const FILE_SCANS = ['clean', 'not-scanned'] as const;
export type FileScan = (typeof FILE_SCANS)[number];
