import { operationIn } from '../../test/support/decided';
import { scoreOf } from '../../test/support/threat-inputs';
import { AWAITABLE, awaitedBy, stagesAwaiting, type Awaiting } from './awaiting';
import type { Merge } from './areas/merging/state';
import { STAGES, type Stage } from './codes';
import type { OperationState } from './state';

type Given = Partial<OperationState>;

const application = (status: 'applied' | 'granted') => ({
  authorisations: [
    { id: 'A1', kind: 'directed-surveillance' as const, subject: null, appliedBy: 'somebody', status, from: null },
  ],
});
const version = { version: 1, author: 'analyst', signedOffBy: null, recalled: false };
const phone = (status: OperationState['translations'][number]['status'], file?: string) => ({
  translations: [{ id: 'T1', language: 'hu', status, ...(file === undefined ? {} : { file }) }],
});
const asked = (status: 'asked' | 'assigned') => ({
  mediaRequests: [{ id: 'R1', premises: 'P1', person: null, status }],
});
const listed = (decision: 'disclose' | null) => ({
  disclosure: [{ id: 'D1', schedule: 'MG6C' as const, decision }],
});
const confirmed = scoreOf({ confirmedBy: 'tasking' });
const into = (status: Merge['status']): Given => ({
  merge: { id: 'OP-2026-000001.M1', into: 'OP-2026-000002', status, requestedBy: 'somebody', unmerges: 0 },
});

/** Each code: where it is waited for, and the same but for what has been decided since. */
const WAITING: Readonly<Record<Awaiting, readonly [stage: Stage, waiting: Given, decided: Given]>> = {
  'referral-answers': ['referral', { returned: 'waiting' }, { returned: 'answered' }],
  'threat-score-confirmation': ['enforcement', { scores: [scoreOf()] }, { scores: [confirmed] }],
  'threat-score-renewal': ['intelligence-build', { scores: [confirmed], rescoreDue: true }, { scores: [confirmed] }],
  'tasking-decision': ['assessment', { scores: [confirmed] }, {}],
  authorisation: ['enforcement', application('applied'), application('granted')],
  'extract-confirmation': ['intelligence-build', phone('requested', 'F1'), phone('confirmed', 'F1')],
  'translation-review': ['prosecution', phone('reported', 'F1'), phone('reviewed', 'F1')],
  'package-sign-off': [
    'intelligence-build',
    { package: version },
    { package: { ...version, signedOffBy: 'supervisor' } },
  ],
  'media-investigator': ['enforcement', asked('asked'), asked('assigned')],
  'disclosure-decision': ['prosecution', listed(null), listed('disclose')],
  'rollback-approval': ['sentencing', { rollback: { to: 'prosecution', requestedBy: 'somebody' } }, {}],
  'reopening-approval': ['closed', { reopening: { requestedBy: 'somebody' } }, {}],
  merge: ['referral', into('merging'), into('merged')],
};

describe('what an operation waits for', () => {
  it.each(AWAITABLE)('%s: until it is decided', (code) => {
    const [stage, waiting, decided] = WAITING[code];
    expect(awaitedBy(operationIn(stage, waiting))).toEqual([code]);
    expect(awaitedBy(operationIn(stage, decided))).toEqual([]);
  });

  it.each(AWAITABLE)('%s: in no stage in which nobody could decide it', (code) => {
    const [, waiting] = WAITING[code];
    const stages = STAGES.filter((stage) => awaitedBy(operationIn(stage, waiting)).includes(code));
    expect(stagesAwaiting(code)).toEqual(expect.arrayContaining(stages));
    expect(stages.length).toBeLessThan(STAGES.length);
  });

  it('is all of it, in the order of the main road', () => {
    const all = { ...application('applied'), ...phone('reported', 'F1'), package: version, scores: [scoreOf()] };
    expect(awaitedBy(operationIn('intelligence-build', all))).toEqual([
      ...['threat-score-confirmation', 'authorisation', 'translation-review', 'package-sign-off'],
    ]);
  });

  it('is no score beside a confirmed one, nor one that another took the place of', () => {
    expect(awaitedBy(operationIn('enforcement', { scores: [confirmed, scoreOf({ id: 'T2' })] }))).toEqual([]);
    expect(awaitedBy(operationIn('enforcement', { scores: [scoreOf({ superseded: true })] }))).toEqual([]);
  });

  it('is no tasking decision before the score takes account of what has arrived since', () => {
    const stale = operationIn('assessment', { scores: [confirmed], rescoreDue: true });
    expect(awaitedBy(stale)).toEqual(['threat-score-renewal']);
    expect(awaitedBy(operationIn('assessment', { scores: [scoreOf()] }))).toEqual(['threat-score-confirmation']);
  });

  it('is no package that was recalled, and no translation that a person makes', () => {
    expect(awaitedBy(operationIn('intelligence-build', { package: { ...version, recalled: true } }))).toEqual([]);
    expect(awaitedBy(operationIn('intelligence-build', phone('requested')))).toEqual([]);
  });

  it('is nothing but the merge while it rests', () => {
    const resting = { ...into('unmerging'), scores: [confirmed] };
    expect(awaitedBy(operationIn('assessment', resting))).toEqual(['merge']);
  });
});
