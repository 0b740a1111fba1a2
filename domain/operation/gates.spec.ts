import { LOW_THREAT } from '../../test/support/threat-inputs';
import { operationIn, potentialVictim, suspect, TEXT } from '../../test/support/decided';
import { scoreThreat } from '../scoring/morile.v1';
import { CLOSING_ITEMS, STAGES } from './codes';
import { LEAVING, liaisonOpen, scoreRecorded, type Gate } from './gates';
import type { OperationState } from './state';

const assessment = scoreThreat(LOW_THREAT);
const score = (confirmedBy: string | null) => ({ score: { assessment, by: 'analyst', confirmedBy } });
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
    { package: { version: 1, author: 'a', signedOffBy: null } },
    ['sign-off'],
    { package: { version: 1, author: 'a', signedOffBy: 'b' } },
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
  debriefed: [{}, ['debrief'], { closing: { ...closing, reviewDate: '2033-01-05' } }],
};
const ALL: readonly Gate[] = [...STAGES.flatMap((stage) => LEAVING[stage]), scoreRecorded, liaisonOpen];

describe.each(ALL.map((gate) => [gate.code, gate] as const))('the gate %s', (code, gate) => {
  it('closes, saying what is missing, and opens', () => {
    const [shut, missing, open] = GATES[code] as (typeof GATES)[string];
    expect(gate.missing(operationIn('referral', shut))).toEqual(missing);
    expect(gate.missing(operationIn('referral', open))).toEqual([]);
  });

  it('speaks in a sentence', () => {
    expect(gate.sentence).toMatch(/^[A-Z].*\.$/);
  });
});
