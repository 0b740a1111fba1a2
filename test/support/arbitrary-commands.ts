import fc from 'fast-check';
import { FORCES, ROLES, type Actor } from '../../domain/access/actor';
import {
  CLOSING_ITEMS,
  DISRUPTIONS,
  HANDLING_CODES,
  INTELLIGENCE_ASSESSMENTS,
  MARKINGS,
  OUTCOMES,
  POWERS,
  PRODUCTS,
  SIENA_HANDLING,
  SIENA_INFORMATION,
  SIENA_SOURCE,
  SOURCE_EVALUATIONS,
  SUBJECT_ROLES,
  TEAM_ROLES,
  THREAT_AREAS,
} from '../../domain/operation/codes';
import type { CommandBody, CommandName } from '../../domain/operation/command-schemas';
import type { CommandEnvelope } from '../../domain/operation/decide';
import { FACTORS, scoreThreat, type Factor } from '../../domain/scoring/morile.v1';

/** A command as someone might give it, sensible or not: valid in form, random in everything else. */
export type ArbitraryCommand = {
  [C in CommandName]: { readonly command: C; readonly body: CommandBody<C>; readonly actor: Actor };
}[CommandName];

/** Two people in each role, so that what needs a second person can be tried by the first. */
export const PEOPLE: readonly Actor[] = ROLES.flatMap((role) =>
  ['one', 'two'].map((which) => ({ id: `${role}-${which}`, roles: [role], force: 'norfolk' })),
);

const text = fc.uuid().map((record) => ({ record, digest: record.replaceAll('-', '').padEnd(64, '0') }));
const number = (least: number, most: number) => fc.integer({ min: least, max: most });
const subject = number(1, 4).map((n) => `S${n}`);
const nothing = fc.constant({});
const grade = fc.record({
  sourceEvaluation: fc.constantFrom(...SOURCE_EVALUATIONS),
  intelligenceAssessment: fc.constantFrom(...INTELLIGENCE_ASSESSMENTS),
  handlingCode: fc.constantFrom(...HANDLING_CODES),
});
const strength = number(1, 4);
const factors = fc.record(
  Object.fromEntries(Object.keys(FACTORS).map((name) => [name, number(0, 4)])) as Record<Factor, fc.Arbitrary<number>>,
);

/** A random body of each command, in the form the domain sees it. */
export const BODIES: { readonly [C in CommandName]: fc.Arbitrary<CommandBody<C>> } = {
  openReferral: fc.record({
    codename: fc.constantFrom(null, 'Example'),
    threatArea: fc.constantFrom(...THREAT_AREAS),
    leadForce: fc.constantFrom(...FORCES),
    marking: fc.constantFrom(...MARKINGS),
    grade,
    grounds: text,
    handlingConditions: fc.option(text),
  }),
  submitReferral: nothing,
  recordThreatScore: fc.record({
    factors,
    confidence: strength,
    capacity: strength,
    capability: strength,
    rationale: text,
  }),
  confirmThreatScore: fc.record({ risk: number(0, 240) }),
  adopt: fc.record({
    codename: fc.constant('Example'),
    products: fc.uniqueArray(fc.constantFrom(...PRODUCTS), { minLength: 1, maxLength: 3 }),
    rationale: text,
  }),
  decline: fc.record({ rationale: text }),
  assignTeam: fc.record({ person: fc.constantFrom('p-1', 'p-2'), role: fc.constantFrom(...TEAM_ROLES) }),
  addSubject: fc.record({
    roles: fc.uniqueArray(fc.constantFrom(...SUBJECT_ROLES), { minLength: 1, maxLength: 2 }),
    name: text,
    grounds: text,
  }),
  recordSafeguardingPlan: fc.record({ subject, plan: text }),
  completeProduct: fc.record({ product: fc.constantFrom(...PRODUCTS), summary: text }),
  withdrawProduct: fc.record({ product: fc.constantFrom(...PRODUCTS), reason: text }),
  requestTranslation: fc.record({ language: fc.constantFrom('hu', 'ro'), extract: text }),
  reportTranslation: fc.record({
    translation: number(1, 2).map((n) => `OP-2026-000001.T${n}`),
    outcome: fc.constantFrom('translated' as const, 'needs-qualified-translator' as const),
  }),
  submitPackage: fc.record({ summary: text }),
  signOffPackage: nothing,
  openEuropolLiaison: fc.record({ country: fc.constantFrom('HU', 'RO'), purpose: text }),
  recordLiaisonNotNeeded: fc.record({ reason: text }),
  recordEuropolMessage: fc.record({
    direction: fc.constantFrom('in' as const, 'out' as const),
    answers: fc.option(number(1, 3).map((n) => `M${n}`)),
    evaluation: fc.record({
      source: fc.constantFrom(...SIENA_SOURCE),
      information: fc.constantFrom(...SIENA_INFORMATION),
    }),
    handling: fc.constantFrom(...SIENA_HANDLING),
    content: text,
    replyWithinDays: fc.option(number(1, 90)),
  }),
  raiseEuropolReminder: fc.record({
    message: number(1, 3).map((n) => `M${n}`),
    dueAt: fc.constant('2026-01-11T00:00:00.000Z'),
  }),
  signEnforcementPlan: fc.record({
    plan: text,
    policyFile: text,
    premises: fc.array(fc.record({ address: text, power: fc.constantFrom(...POWERS) }), { maxLength: 3 }),
  }),
  recordArrest: fc.record({ subject, station: fc.constant('NOR-WYM') }),
  advance: nothing,
  recordCharge: fc.record({ subject, offences: fc.constant(['MSA2015-s2']) }),
  releaseWithoutCharge: fc.record({ subject, reason: text }),
  recordSentence: fc.record({ subject, months: number(1, 1200), court: fc.constant('NORWICH-CC') }),
  endProceedings: fc.record({
    subject,
    outcome: fc.constantFrom('acquitted' as const, 'discontinued' as const),
    reason: text,
  }),
  assessDisruption: fc.record({ disruption: fc.constantFrom(...DISRUPTIONS), rationale: text }),
  settleClosingItem: fc.record({
    item: fc.constantFrom(...CLOSING_ITEMS),
    outcome: fc.constantFrom(...OUTCOMES),
    note: text,
  }),
  recordDebrief: fc.record({ debrief: text, reviewDate: fc.constant('2033-01-05') }),
  close: nothing,
  requestReopening: fc.record({ reason: text }),
  approveReopening: nothing,
};

/** Any command, by anyone. */
export const anyCommand: fc.Arbitrary<ArbitraryCommand> = fc.oneof(
  ...(Object.keys(BODIES) as CommandName[]).map((command) =>
    fc.record({ command: fc.constant(command), body: BODIES[command], actor: fc.constantFrom(...PEOPLE) }),
  ),
) as fc.Arbitrary<ArbitraryCommand>;

/** The envelope of a command, without texts. */
export function envelopeFor(given: ArbitraryCommand, commandId: string): CommandEnvelope {
  return { ...given, commandId, happenedAt: null, texts: [], fingerprint: 'test', ifMatch: null, seen: 0 };
}

/** What the command's activity would have prepared. */
export function preparedFor(given: ArbitraryCommand) {
  return given.command === 'recordThreatScore' ? scoreThreat(given.body) : undefined;
}
