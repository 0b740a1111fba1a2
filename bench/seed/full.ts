import { times } from '../measure';
import { seedOperations } from './seed';
import { play, SCORED, SUBMIT, type Step, type Template } from './templates';

/** What a full operation holds: the size that state, recording and continuing as new must carry. */
export const FULL_OPERATION = { suspects: 20, victims: 30, events: 2_000 } as const;

const sio = 'senior-investigating-officer';
const analyst = 'intelligence-analyst';
const media = 'digital-media-investigator';
const liaison = 'rocu-liaison-officer';
const tasking = 'tasking-officer';
const supervisor = 'supervisor';
/** Who holds what is seized, and whom it is handed to: the actors of a template are called by role and force. */
const HOLDERS = [`${analyst}-norfolk`, `${media}-norfolk`] as const;
const GRADE = { sourceEvaluation: '2', intelligenceAssessment: 'C', handlingCode: 'P' } as const;
const text = 'Invented.';

const numbered = (prefix: string, count: number, after = 0) => times(count, (at) => `${prefix}${after + at + 1}`);
const suspects = numbered('S', FULL_OPERATION.suspects);
const victims = numbered('S', FULL_OPERATION.victims, FULL_OPERATION.suspects);

const people: readonly Step[] = [
  ...suspects.map((): Step => ['addSubject', analyst, { roles: ['suspect'], name: text, grounds: text }]),
  ...victims.map((): Step => ['addSubject', analyst, { roles: ['potential-victim'], name: text, grounds: text }]),
  ...suspects.flatMap((subject): Step[] => [
    ['addAlias', analyst, { subject, alias: text }],
    ['addIdentifier', analyst, { subject, kind: 'phone', value: text }],
    ['addIdentifier', analyst, { subject, kind: 'account', value: text }],
  ]),
  ...numbered('E', 80).map((): Step => ['addEntity', analyst, { kind: 'location', label: text }]),
  ...numbered('E', 80).map((to, at): Step => [
    'linkEntities',
    analyst,
    { from: `S${(at % 50) + 1}`, to, kind: 'lives-at', grade: GRADE, source: text },
  ]),
];

const intelligence: readonly Step[] = numbered('I', 100).flatMap((report, at): Step[] => [
  ['recordIntelligenceReport', analyst, { grade: GRADE, source: text, content: text }],
  ['sanitiseReport', analyst, { report, content: text }],
  ['disseminateReport', analyst, { report, to: 'essex' }],
  ['acknowledgeDissemination', analyst, { dissemination: `F${at + 1}` }],
]);

const safeguarding: readonly Step[] = victims.flatMap((victim): Step[] => [
  ['recordSafeguardingPlan', analyst, { subject: victim, plan: text }],
  ['openVictimRecord', analyst, { victim, age: 'adult', exploitation: ['labour'], identity: text }],
  ['assessNeeds', analyst, { victim, needs: ['safety', 'accommodation', 'interpretation'], note: text }],
  ['recordConsent', analyst, { victim, consent: true }],
  ['referToNrm', analyst, { victim }],
  ['recordReasonableGrounds', analyst, { victim, positive: true }],
  ['recordAccommodation', analyst, { victim, place: text }],
]);

const exhibits: readonly Step[] = numbered('X', 100).flatMap((exhibit): Step[] => [
  ['seizeExhibit', analyst, { kind: 'device', premises: 'P1', description: text }],
  ['handOverExhibit', analyst, { exhibit, to: HOLDERS[1], reason: text }],
  ['extractDevice', media, { exhibit, where: 'on-scene', result: text }],
  ['handOverExhibit', media, { exhibit, to: HOLDERS[0], reason: text }],
]);

const enforcement: readonly Step[] = [
  [
    'signEnforcementPlan',
    sio,
    { plan: text, policyFile: text, premises: times(10, () => ({ address: text, power: 'warrant-pace-s8' })) },
  ],
  ...numbered('W', 10).flatMap((warrant, at): Step[] => [
    ['applyForWarrant', sio, { premises: `P${at + 1}`, power: 'warrant-pace-s8', court: 'NORWICH-MC' }],
    ['grantWarrant', sio, { warrant }],
    ['executeWarrant', sio, { warrant }],
    ['returnWarrant', sio, { warrant }],
  ]),
  ...suspects.flatMap((subject): Step[] => [
    ['recordArrest', sio, { subject, station: 'NOR-WYM' }],
    ['authoriseDetention', sio, { subject, grounds: text }],
    ['reviewDetention', sio, { subject, outcome: 'continued', note: text }],
  ]),
  ...exhibits,
];

const prosecution: readonly Step[] = [
  ...suspects.flatMap((subject): Step[] => [
    ['requestCharge', sio, { subject, summary: text }],
    ['recordCharge', sio, { subject, offences: ['MSA2015-s1', 'MSA2015-s2'] }],
    ['recordRemand', sio, { subject, remand: 'custody', court: 'NORWICH-MC' }],
    ['recordSending', sio, { subject, court: 'NORWICH-CC' }],
  ]),
  ...numbered('D', 100).flatMap((item): Step[] => [
    ['listDisclosureItem', analyst, { schedule: 'MG6C', description: text }],
    ['decideDisclosure', sio, { item, decision: 'withhold', reason: text }],
  ]),
];

const ROAD: readonly Step[] = [
  SUBMIT,
  ...SCORED,
  ['adopt', tasking, { codename: 'Sample', products: ['telecoms'], rationale: text }],
  ...people,
  ...intelligence,
  ['completeProduct', analyst, { product: 'telecoms', summary: text }],
  ['submitPackage', analyst, { summary: text }],
  ['signOffPackage', supervisor, {}],
  ['advance', sio, {}],
  ...safeguarding,
  ['openEuropolLiaison', liaison, { country: 'HU', purpose: text }],
  ...times(40, (): Step => [
    'recordEuropolMessage',
    liaison,
    { direction: 'in', evaluation: { source: 'A', information: '1' }, handling: 'H0', content: text },
  ]),
  ...enforcement,
  ['advance', sio, {}],
  ...prosecution,
];

/** The reference of a full operation as `seedFull` writes it, from 1 on. */
export const fullReference = (nth: number): string => `${PREFIX}${String(nth).padStart(6, '0')}`;
const PREFIX = 'OP-2024-';

/** Writes so many full operations. */
export const seedFull = (ownerUrl: string, operations: number): Promise<void> =>
  seedOperations(ownerUrl, [fullOperation()], operations, PREFIX);

/** An operation of that size in prosecution, as the domain itself plays it; policy decisions make up the number of its events. */
export function fullOperation(): Template {
  const opening = 1;
  const rest = FULL_OPERATION.events - opening - ROAD.length;
  const decisions = times(rest, (): Step => ['recordPolicyDecision', sio, { what: text, reasons: text }]);
  return play([...ROAD, ...decisions], 'norfolk', 'modern-slavery-human-trafficking');
}
