import { HIGH_THREAT, scoreOf } from '../../../../test/support/threat-inputs';
import { blockersOf, deciding, happens, operationIn, TEXT } from '../../../../test/support/decided';
import { scoreThreat } from '../../../scoring/score-threat';
import { commandSchemas } from '../../command-schemas';
import type { Evidence } from './state';

const assessment = scoreThreat(HIGH_THREAT);
const score = scoreOf({ assessment });
const scored = operationIn('assessment', { scores: [score] });
const confirmed = operationIn('assessment', { scores: [{ ...score, confirmedBy: 'officer' }] });
const RECORD = { ...HIGH_THREAT, model: null, evidence: [] as readonly Evidence[], rationale: TEXT };
const ADOPT = { codename: 'Example', products: ['telecoms' as const], rationale: TEXT };

describe('the threat score', () => {
  const recording = (body: Partial<typeof RECORD> = {}, state = scored) =>
    deciding(state, 'recordThreatScore', { ...RECORD, ...body }, { prepared: assessment });
  const GRADE = { sourceEvaluation: '1', intelligenceAssessment: 'B', handlingCode: 'P' } as const;
  const reported = { ...scored, reports: [{ id: 'I1', grade: GRADE, sanitised: false }] };

  it('is recorded as its activity worked it out, with its inputs, beside those there are', () => {
    expect(happens(recording())).toEqual({ score: 'T2', assessment, evidence: [], rationale: TEXT });
  });

  it('rests on reports of the operation, factor by factor', () => {
    const evidence = [{ factor: 'scale', reports: ['I1'] }];
    expect(happens(recording({ evidence }, reported))).toMatchObject({ evidence });
    expect(blockersOf(recording({ evidence }))).toEqual(['no-such-report']);
    const elsewhere = [{ factor: 'reach', reports: ['I1'] }];
    expect(blockersOf(recording({ evidence: elsewhere }, reported))).toEqual(['no-such-factor']);
  });

  it('is recorded by a command of before 0.4.0, which knows no evidence', () => {
    const earlier = { ...HIGH_THREAT, rationale: TEXT } as typeof RECORD;
    const decided = deciding(scored, 'recordThreatScore', earlier, { prepared: assessment });
    expect(happens(decided)).toMatchObject({ evidence: [] });
  });

  it('is confirmed by naming it: the last one, or whichever is named', () => {
    const confirming = (state: typeof scored, risk: number, named: string | null = null) =>
      deciding(state, 'confirmThreatScore', { score: named, risk });
    expect(happens(confirming(scored, 150))).toEqual({ score: 'T1', risk: 150 });
    expect(blockersOf(confirming(scored, 149))).toEqual(['another-risk']);
    const both = { ...scored, scores: [score, scoreOf({ id: 'T2', by: 'other' })] };
    expect(happens(confirming(both, 15))).toEqual({ score: 'T2', risk: 15 });
    expect(happens(confirming(both, 150, 'T1'))).toEqual({ score: 'T1', risk: 150 });
    expect(blockersOf(confirming(both, 150, 'T3'))).toEqual(['no-such-threat-score']);
    const superseded = { ...scored, scores: [{ ...score, superseded: true }, scoreOf({ id: 'T2' })] };
    expect(blockersOf(confirming(superseded, 150, 'T1'))).toEqual(['no-such-threat-score']);
  });

  it('is confirmed once', () => {
    expect(blockersOf(deciding(confirmed, 'confirmThreatScore', { score: null, risk: 150 }))).toEqual([
      'already-confirmed',
    ]);
  });

  it('cannot be confirmed before there is one', () => {
    expect(blockersOf(deciding(operationIn('assessment'), 'confirmThreatScore', { score: null, risk: 0 }))).toEqual([
      'score-recorded',
    ]);
  });

  it('refuses factors outside their scale', () => {
    const body = { ...HIGH_THREAT, rationale: 'Invented.', factors: { ...HIGH_THREAT.factors, scale: 5 } };
    expect(commandSchemas.recordThreatScore.safeParse(body).error?.issues[0]?.path).toEqual(['factors', 'scale']);
  });
});

describe('the tasking decision', () => {
  it.each(['adopt', 'decline'] as const)('to %s needs a confirmed score', (command) => {
    const body = command === 'adopt' ? ADOPT : { rationale: TEXT };
    expect(blockersOf(deciding(scored, command, body as never))).toEqual(['score-confirmed']);
    expect(deciding(confirmed, command, body as never).kind).toBe('events');
  });

  it('names each product once, and at least one', () => {
    const products = (list: readonly string[]) =>
      commandSchemas.adopt.safeParse({ ...ADOPT, rationale: 'Invented.', products: list }).success;
    expect(products(['telecoms', 'network'])).toBe(true);
    expect(products(['telecoms', 'telecoms'])).toBe(false);
    expect(products([])).toBe(false);
  });
});

describe('what tasking records beside its decision', () => {
  it('is the 4P plan, in all its strands', () => {
    const plan = { pursue: TEXT, prevent: TEXT, protect: TEXT, prepare: TEXT };
    expect(happens(deciding(operationIn('assessment'), 'recordTaskingPlan', plan))).toEqual(plan);
    const written = { pursue: 'Invented.', prevent: 'Invented.', protect: 'Invented.' };
    expect(commandSchemas.recordTaskingPlan.safeParse(written).error?.issues[0]?.path).toEqual(['prepare']);
  });

  it.each(['ocg', 'priority-individual'] as const)('is the target, by number and band: %s', (kind) => {
    const state = operationIn('assessment', { targets: [{ id: 'G1', kind: 'ocg', band: 'B2' }] });
    const body = { kind, band: 'A1', rationale: TEXT };
    expect(happens(deciding(state, 'adoptTarget', body))).toEqual({ target: 'G2', ...body });
  });
});
