import { LOW_THREAT, scoreOf } from '../../test/support/threat-inputs';
import { operationIn, suspect, TEXT } from '../../test/support/decided';
import { scoreThreat } from '../scoring/score-threat';
import { confirmedScore, standingScores } from './areas/assessment/scores';
import { SUSPECTED } from './areas/proceedings/state';
import { event, type DecidedEvent } from './events';
import { fold, foldAll } from './fold';
import type { OperationState, Suspect } from './state';

const stamps = (sequence: number, actor = 'someone') => ({
  sequence,
  happenedAt: '2026-01-05T10:00:00.000Z',
  occurredAt: '2026-01-05T10:00:00.000Z',
  actor,
});
const after = (state: OperationState, decided: DecidedEvent, actor?: string) =>
  fold(state, { ...decided, ...stamps(state.sequence + 1, actor) });

const assessment = scoreThreat(LOW_THREAT);
const recorded = (score: string, scored = assessment) =>
  event('threatScoreRecorded', { score, assessment: scored, evidence: [], rationale: TEXT });

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

describe('folding', () => {
  it('counts on by the sequence of the event', () => {
    expect(fold(operationIn('assessment'), { ...event('referralSubmitted', {}), ...stamps(10) }).sequence).toBe(10);
  });

  it('changes neither the state nor the event it is given', () => {
    const state = frozen(operationIn('prosecution', { subjects: [suspect('S1', 'arrested')] }));
    const charge = frozen(event('chargeRecorded', { subject: 'S1', offences: ['MSA2015-s2'] }));
    expect(after(state, charge).subjects[0]?.suspect?.status).toBe('charged');
  });

  it('of no events leaves the operation unopened', () => {
    expect(foldAll('OP-2026-000001', [])).toMatchObject({
      reference: 'OP-2026-000001',
      sequence: 0,
      stage: 'unopened',
    });
  });

  it('touches only the person it is about', () => {
    const state = operationIn('prosecution', { subjects: [suspect('S1', 'arrested'), suspect('S2', 'arrested')] });
    const charged = after(state, event('chargeRecorded', { subject: 'S2', offences: ['MSA2015-s2'] }));
    expect(charged.subjects[0]).toBe(state.subjects[0]);
    expect(charged.subjects[1]?.suspect).toMatchObject({ status: 'charged', offences: ['MSA2015-s2'] });
  });
});

describe('material intelligence', () => {
  const grade = { sourceEvaluation: '1', intelligenceAssessment: 'A', handlingCode: 'P' } as const;
  const report = (material: boolean) =>
    event('intelligenceReported', {
      report: 'I1',
      grade,
      material,
      handlingConditions: null,
      source: TEXT,
      content: TEXT,
    });
  const scored = { scores: [scoreOf({ confirmedBy: 'officer' })] };

  it('makes a new score due, until one is recorded', () => {
    const due = after(operationIn('assessment', scored), report(true));
    expect(due.rescoreDue).toBe(true);
    expect(after(due, report(false)).rescoreDue).toBe(true);
    expect(after(due, recorded('T2')).rescoreDue).toBe(false);
  });

  it('makes none due before there is a score, nor does other intelligence', () => {
    expect(after(operationIn('assessment'), report(true)).rescoreDue).toBe(false);
    expect(after(operationIn('assessment', scored), report(false)).rescoreDue).toBe(false);
  });
});

describe('what an event undoes', () => {
  const confirmed = operationIn('assessment', { scores: [scoreOf({ confirmedBy: 'officer' })] });
  const first = confirmed.scores[0];
  const second = scoreOf({ id: 'T2', by: 'other' });

  it('is the score of the same person and model, when they score again', () => {
    const again = after(confirmed, recorded('T2'), 'analyst');
    expect(again.scores).toEqual([
      { ...first, superseded: true },
      { ...second, by: 'analyst' },
    ]);
    expect(confirmedScore(again)).toBeUndefined();
  });

  it('is no score of somebody else or with another model', () => {
    expect(after(confirmed, recorded('T2'), 'other').scores).toEqual([first, second]);
    const withOther = recorded('T2', { ...assessment, model: 'another' });
    expect(standingScores(after(confirmed, withOther, 'analyst'))).toHaveLength(2);
  });

  it('is every score, when one is recorded after material intelligence', () => {
    const due = { ...confirmed, rescoreDue: true };
    expect(standingScores(after(due, recorded('T2'), 'other'))).toEqual([second]);
  });

  it('is the one score there was, when another was recorded before 0.4.0', () => {
    const earlier = event('threatScoreRecorded', { assessment, rationale: TEXT });
    expect(after(confirmed, earlier, 'other').scores).toEqual([scoreOf({ by: 'other' })]);
  });

  it('is the confirmation of another score, when one is confirmed', () => {
    const both = { ...confirmed, scores: [scoreOf({ confirmedBy: 'officer' }), second] };
    const other = after(both, event('threatScoreConfirmed', { score: 'T2', risk: 15 }), 'officer');
    expect(confirmedScore(other)?.id).toBe('T2');
    expect(other.scores[0]?.confirmedBy).toBeNull();
    const earlier = event('threatScoreConfirmed', { risk: 15 });
    expect(confirmedScore(after(both, earlier, 'officer'))?.id).toBe('T1');
  });

  it('is the sign-off, when another version of the package is submitted', () => {
    const state = operationIn('intelligence-build', {
      package: { version: 1, author: 'a', signedOffBy: 'b', recalled: false },
    });
    const submitted = after(state, event('packageSubmitted', { version: 2, summary: TEXT }), 'c');
    expect(submitted.package).toEqual({ version: 2, author: 'c', signedOffBy: null, recalled: false });
  });

  it('is the debrief and the request, when the operation is reopened; what was settled stays settled', () => {
    const state = operationIn('closed', {
      outcome: 'closed',
      closing: { disruption: 'major', settled: ['orders'], reviewDate: '2033-01-05', from: 'sentencing' },
      reopening: { requestedBy: 'first' },
    });
    expect(after(state, event('reopeningApproved', { to: 'sentencing' }))).toMatchObject({
      stage: 'sentencing',
      outcome: 'adopted',
      closing: { disruption: 'major', settled: ['orders'], reviewDate: null, from: null },
      reopening: null,
    });
  });

  it('is the tasking decision, when a declined operation is reopened', () => {
    const declined = after(operationIn('assessment'), event('declined', { rationale: TEXT }));
    expect(declined).toMatchObject({ stage: 'closed', outcome: 'declined', closing: { from: 'assessment' } });
    const requested = after(declined, event('reopeningRequested', { reason: TEXT }), 'first');
    expect(requested).toMatchObject({ stage: 'closed', reopening: { requestedBy: 'first' } });
    expect(after(requested, event('reopeningApproved', { to: 'assessment' }))).toMatchObject({
      stage: 'assessment',
      outcome: null,
    });
  });
});

describe('an operation that is reopened', () => {
  it.each([
    ['referral', null],
    ['assessment', null],
    ['intelligence-build', 'adopted'],
    ['sentencing', 'adopted'],
  ] as const)('at %s has the outcome %s', (to, outcome) => {
    expect(after(operationIn('closed', { outcome: 'closed' }), event('reopeningApproved', { to })).outcome).toBe(
      outcome,
    );
  });

  it('is not sent back by a request from before it was closed', () => {
    const state = operationIn('closed', { rollback: { to: 'assessment', requestedBy: 'first' } });
    expect(after(state, event('reopeningApproved', { to: 'sentencing' })).rollback).toBeNull();
  });
});

describe('what is over with the proceedings', () => {
  const pending: Partial<Suspect> = {
    detention: { reviews: 2 },
    bailUntil: '2026-04-05',
    chargeRequested: true,
    remand: 'custody',
    confiscation: { status: 'begun', pence: 680_000 },
  };
  const none = { detention: null, bailUntil: null, chargeRequested: false, remand: null, confiscation: null };
  const given = (status: Suspect['status'], more: Partial<Suspect> = pending) =>
    operationIn('sentencing', {
      subjects: [{ ...suspect('S1', status), suspect: { ...SUSPECTED, ...more, status } }],
    });
  const left = (state: OperationState, decided: DecidedEvent) => after(state, decided).subjects[0]?.suspect;

  it.each([
    ['arrested', 'released-without-charge', event('releasedWithoutCharge', { subject: 'S1', reason: TEXT })],
    ['arrested', 'reclassified', event('subjectReclassified', { subject: 'S1', grounds: TEXT })],
    ['charged', 'acquitted', event('proceedingsEnded', { subject: 'S1', outcome: 'acquitted', reason: TEXT })],
    ['charged', 'discontinued', event('proceedingsEnded', { subject: 'S1', outcome: 'discontinued', reason: TEXT })],
    ['arrested', 'surrendered', event('surrendered', { subject: 'S1', country: 'RO', warrant: 'TaCA' })],
    ['charged', 'died', event('deathRecorded', { subject: 'S1', note: TEXT })],
  ] as const)('for somebody %s is everything, once %s', (before, status, decided) => {
    expect(left(given(before), decided)).toMatchObject({ status, ...none });
  });

  it('is the sentence and all that rests on it, when the conviction is quashed', () => {
    const convicted = given('sentenced', { ...pending, verdict: 'guilty', months: 40, days: 3, sentence: 'suspended' });
    const quashed = event('appealDecided', { subject: 'S1', outcome: 'conviction-quashed', months: null });
    expect(left(convicted, quashed)).toMatchObject({
      ...{ status: 'acquitted', verdict: null, months: null, days: 0, sentence: null },
      ...none,
    });
  });

  it('is bail, when a bailed suspect is released under investigation', () => {
    const released = event('releasedUnderInvestigation', { subject: 'S1', reason: TEXT });
    expect(left(given('bailed'), released)).toMatchObject({ bailUntil: null, chargeRequested: true });
  });

  it('is the remand with the sentence, and the trial with a plea of guilty', () => {
    const sentence = event('sentenceRecorded', { subject: 'S1', months: 40, court: 'NORWICH-CC' });
    expect(left(given('charged'), sentence)).toMatchObject({ remand: null, confiscation: pending.confiscation });
    const listed = given('charged', { plea: 'not-guilty', trial: '2026-06-01' });
    expect(left(listed, event('pleaRecorded', { subject: 'S1', plea: 'guilty' }))?.trial).toBeNull();
    expect(left(listed, event('pleaRecorded', { subject: 'S1', plea: 'not-guilty' }))?.trial).toBe('2026-06-01');
  });
});

describe('clocks while an operation is closed', () => {
  const message = {
    id: 'M1',
    direction: 'out' as const,
    dueAt: '2026-03-01T00:00:00.000Z',
    answered: false,
    reminded: false,
  };
  const state = operationIn('sentencing', {
    liaison: { status: 'open', messages: [message] },
    nextDueAt: message.dueAt,
  });

  it('stand still, and run again once it is reopened', () => {
    const closed = after(state, event('operationClosed', { from: 'sentencing' }));
    expect(closed.nextDueAt).toBeNull();
    expect(after(closed, event('reopeningApproved', { to: 'sentencing' })).nextDueAt).toBe(message.dueAt);
  });
});
