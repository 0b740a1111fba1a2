import { scoreOf } from '../../test/support/threat-inputs';
import { operationIn, potentialVictim, suspect, TEXT } from '../../test/support/decided';
import { CLOSING_ITEMS, STAGES } from './codes';
import { LEAVING, liaisonOpen, MERGING, scoreRecorded, type Gate } from './gates';
import type { Exhibit, Warrant } from './areas/enforcement/state';
import type { EuropolRequest } from './areas/europol/state';
import type { Authorisation } from './areas/intelligence/state';
import type { Order } from './areas/orders/state';
import { SUSPECTED, type Suspect } from './areas/proceedings/state';
import type { Victim } from './areas/safeguarding/state';
import type { OperationState, Subject } from './state';

const score = (confirmedBy: string | null) => ({ scores: [scoreOf({ confirmedBy })] });
const referral = {
  referral: {
    by: 'officer',
    grade: { sourceEvaluation: '1', intelligenceAssessment: 'A', handlingCode: 'P' } as const,
    grounds: TEXT,
  },
  threatArea: 'county-lines',
  leadForce: 'norfolk',
  marking: 'OFFICIAL',
} as const;
const closing = { disruption: null, settled: [], reviewDate: null, from: null };

const tried = (more: Partial<Suspect>): Subject => ({
  ...suspect('S1', 'sentenced'),
  suspect: { ...SUSPECTED, status: 'sentenced', ...more },
});
const warrant = (id: string, status: Warrant['status']): Warrant => ({
  id,
  premises: 'P1',
  power: 'warrant-pace-s8',
  status,
});
const authorisation = (id: string, status: Authorisation['status']): Authorisation => ({
  id,
  kind: 'communications-data',
  subject: null,
  appliedBy: 'somebody',
  status,
  from: null,
});
const request = (id: string, status: EuropolRequest['status']): EuropolRequest => ({
  id,
  kind: 'letter-of-request',
  country: 'RO',
  subject: null,
  status,
});
const exhibit = (status: Exhibit['status']): Exhibit => ({
  id: 'X1',
  kind: 'device',
  holder: 'somebody',
  handovers: 0,
  extracted: false,
  status,
});
const victim = (handedOver: boolean): Victim => ({
  id: 'S1',
  age: 'adult',
  exploitation: ['labour'],
  consent: null,
  needs: [],
  notified: 'duty-to-notify',
  reasonableGrounds: null,
  conclusiveGrounds: null,
  accommodated: false,
  returnedTo: null,
  handedOver,
});
const order = (status: Order['status']): Order => ({
  id: 'O1',
  kind: 'STRO',
  subject: 'S1',
  status,
  youthCourt: false,
  from: null,
  until: null,
  served: false,
  monitor: null,
  breaches: 0,
});

/** For each gate: a state it is closed in, what it says is missing, and a state it is open in. */
const GATES: Readonly<
  Record<string, readonly [shut: Partial<OperationState>, missing: readonly string[], open: Partial<OperationState>]>
> = {
  'graded-grounds': [{}, ['referral'], referral],
  'score-recorded': [{}, ['threat score'], score(null)],
  'score-confirmed': [score(null), ['confirmed threat score'], score('officer')],
  'products-settled': [
    { products: [{ product: 'travel', status: 'chosen' }] },
    ['travel'],
    { products: [{ product: 'travel', status: 'withdrawn' }] },
  ],
  'package-signed-off': [
    { package: { version: 1, author: 'a', signedOffBy: null, recalled: false } },
    ['sign-off'],
    { package: { version: 1, author: 'a', signedOffBy: 'b', recalled: false } },
  ],
  'subject-named': [
    { subjects: [{ ...suspect('S1', 'suspected'), roles: ['witness'], suspect: null }] },
    ['subject'],
    { subjects: [potentialVictim('S1', false)] },
  ],
  'plan-signed': [{}, ['enforcement plan'], { plan: { by: 'lead', premises: ['P1'] } }],
  'safeguarding-planned': [
    { subjects: [potentialVictim('S1', true), potentialVictim('S2', false)] },
    ['S2'],
    { subjects: [potentialVictim('S1', true)] },
  ],
  'liaison-decided': [{}, ['Europol liaison'], { liaison: { status: 'not-needed', messages: [] } }],
  'liaison-open': [
    { liaison: { status: 'not-needed', messages: [] } },
    ['Europol liaison'],
    { liaison: { status: 'open', messages: [] } },
  ],
  'suspects-decided': [
    { subjects: [suspect('S1', 'charged'), suspect('S2', 'arrested'), suspect('S3', 'suspected')] },
    ['S2', 'S3'],
    { subjects: [suspect('S1', 'charged'), suspect('S2', 'released-without-charge')] },
  ],
  'proceedings-ended': [
    { subjects: [suspect('S1', 'charged'), suspect('S2', 'sentenced')] },
    ['S1'],
    { subjects: [suspect('S1', 'acquitted'), suspect('S2', 'sentenced'), suspect('S3', 'discontinued')] },
  ],
  'disruption-assessed': [{}, ['disruption'], { closing: { ...closing, disruption: 'negative' } }],
  'matters-settled': [
    { closing: { ...closing, settled: ['orders', 'exhibits'] } },
    ['confiscation', 'appeal-windows', 'safeguarding'],
    { closing: { ...closing, settled: CLOSING_ITEMS } },
  ],
  'score-current': [{ rescoreDue: true }, ['new threat score'], { rescoreDue: false }],
  'questions-answered': [{ returned: 'waiting' }, ['answers'], { returned: 'answered' }],
  'appeals-decided': [
    { subjects: [tried({ appeal: 'lodged' })] },
    ['S1'],
    { subjects: [tried({ appeal: 'decided' })] },
  ],
  'confiscation-ended': [
    { subjects: [tried({ confiscation: { status: 'begun', pence: 1 } })] },
    ['S1'],
    { subjects: [tried({ confiscation: { status: 'ordered', pence: 1 } })] },
  ],
  'orders-decided': [
    { orders: [order('applied'), { ...order('interim'), id: 'O2' }] },
    ['O1', 'O2'],
    { orders: [order('full'), order('refused'), order('ended')] },
  ],
  'warrants-settled': [
    { warrants: [warrant('W1', 'granted'), warrant('W2', 'executed'), warrant('W3', 'applied')] },
    ['W1', 'W2', 'W3'],
    { warrants: [warrant('W1', 'refused'), warrant('W2', 'returned')] },
  ],
  'authorisations-ended': [
    { authorisations: [authorisation('A1', 'applied'), authorisation('A2', 'granted')] },
    ['A1', 'A2'],
    { authorisations: [authorisation('A1', 'refused'), authorisation('A2', 'cancelled')] },
  ],
  'requests-decided': [
    { europolRequests: [request('Q1', 'made')] },
    ['Q1'],
    { europolRequests: [request('Q1', 'granted'), request('Q2', 'refused')] },
  ],
  'exhibits-disposed': [{ exhibits: [exhibit('held')] }, ['X1'], { exhibits: [exhibit('disposed')] }],
  'reclassified-protected': [
    { subjects: [suspect('S1', 'reclassified')] },
    ['S1'],
    { subjects: [suspect('S1', 'reclassified')], victims: [victim(false)] },
  ],
  'victims-handed-over': [{ victims: [victim(false)] }, ['S1'], { victims: [victim(true)] }],
  'nobody-proceeded-against': [
    {
      subjects: [
        suspect('S1', 'arrested'),
        suspect('S2', 'bailed'),
        suspect('S3', 'released-under-investigation'),
        tried({ status: 'acquitted', offences: ['MSA2015-s2'] }),
      ],
    },
    ['S1', 'S2', 'S3', 'S1'],
    {
      subjects: [
        suspect('S1', 'suspected'),
        suspect('S2', 'released-without-charge'),
        suspect('S3', 'reclassified'),
        potentialVictim('S4', false),
      ],
    },
  ],
  'orders-ended': [
    { orders: [order('applied'), { ...order('interim'), id: 'O2' }, { ...order('full'), id: 'O3' }] },
    ['O1', 'O2', 'O3'],
    { orders: [order('refused'), order('ended')] },
  ],
  debriefed: [{}, ['debrief'], { closing: { ...closing, reviewDate: '2033-01-05' } }],
};
const ALL: readonly Gate[] = [
  ...new Set([...STAGES.flatMap((stage) => LEAVING[stage]), ...MERGING, scoreRecorded, liaisonOpen]),
];

describe.each(ALL.map((gate) => [gate.code, gate] as const))('the gate %s', (code, gate) => {
  it('closes, saying what is missing, and opens', () => {
    const [shut, missing, open] = GATES[code] as (typeof GATES)[string];
    expect(gate.missing(operationIn('referral', shut))).toEqual(missing);
    expect(gate.missing(operationIn('referral', open))).toEqual([]);
  });

  it('names commands that open it, but for what an opening holds already', () => {
    expect(gate.remedies.length > 0).toBe(code !== 'graded-grounds');
  });

  it('speaks in a sentence', () => {
    expect(gate.sentence).toMatch(/^[A-Z].*\.$/);
  });
});
