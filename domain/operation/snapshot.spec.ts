import fc from 'fast-check';
import { TEXT } from '../../test/support/decided';
import { LOW_THREAT } from '../../test/support/threat-inputs';
import { scoreThreat } from '../scoring/score-threat';
import { event, type DecidedEvent, type OperationEvent } from './events';
import { foldAll } from './fold';
import { brought, isSnapshotDue } from './snapshot';
import { FOLD_VERSION, unopened, type OperationState } from './state';

describe('a snapshot', () => {
  it('is due with every event of a small operation', () => {
    for (let sequence = 0; sequence < 100; sequence++) expect(isSnapshotDue(sequence, sequence + 1)).toBe(true);
  });

  it('is never more than fifty events old, however many a command has', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 400 }), (commands) => {
        let [sequence, snapshot] = [0, 0];
        for (const events of commands) {
          if (isSnapshotDue(sequence, sequence + events)) snapshot = sequence + events;
          sequence += events;
          expect(sequence - snapshot).toBeLessThan(50);
        }
      }),
    );
  });

  it('is not due in between', () => {
    expect([
      isSnapshotDue(120, 121),
      isSnapshotDue(149, 150),
      isSnapshotDue(150, 199),
      isSnapshotDue(150, 203),
    ]).toEqual([false, true, false, true]);
  });
});

const REFERENCE = 'OP-2026-000001';
const GRADE = { sourceEvaluation: '1', intelligenceAssessment: 'B', handlingCode: 'P' } as const;
const named = (subject: string, role: 'suspect' | 'potential-victim') =>
  event('subjectAdded', { subject, roles: [role], name: TEXT, grounds: TEXT });
const message = (id: string, dueAt: string | null) =>
  event('europolMessageRecorded', {
    message: id,
    direction: dueAt === null ? 'in' : 'out',
    answers: dueAt === null ? 'M1' : null,
    evaluation: { source: 'A', information: '1' },
    handling: 'H0',
    content: TEXT,
    dueAt,
  });

/** What the kernel could record, each kind at least once, in an order it allowed. */
const OF_THE_KERNEL: readonly DecidedEvent[] = [
  event('referralOpened', {
    codename: null,
    threatArea: 'county-lines',
    leadForce: 'norfolk',
    marking: 'OFFICIAL',
    grade: GRADE,
    grounds: TEXT,
    handlingConditions: null,
  }),
  event('referralSubmitted', {}),
  event('threatScoreRecorded', { assessment: scoreThreat(LOW_THREAT), rationale: TEXT }),
  event('threatScoreConfirmed', { risk: 0 }),
  event('declined', { rationale: TEXT }),
  event('reopeningRequested', { reason: TEXT }),
  event('reopeningApproved', { to: 'assessment' }),
  event('adopted', { codename: 'Example', products: ['telecoms', 'travel'], rationale: TEXT }),
  event('teamAssigned', { person: 'somebody', role: 'intelligence-analyst' }),
  ...['S1', 'S2', 'S3', 'S4'].map((subject) => named(subject, 'suspect')),
  named('S5', 'potential-victim'),
  event('safeguardingPlanRecorded', { subject: 'S5', plan: TEXT }),
  event('productCompleted', { product: 'telecoms', summary: TEXT }),
  event('productWithdrawn', { product: 'travel', reason: TEXT }),
  event('packageSubmitted', { version: 1, summary: TEXT }),
  event('packageSignedOff', { version: 1 }),
  event('stageAdvanced', { from: 'intelligence-build', to: 'enforcement' }),
  event('europolLiaisonNotNeeded', { reason: TEXT }),
  event('europolLiaisonOpened', { country: 'HU', purpose: TEXT }),
  message('M1', '2026-01-11T00:00:00.000Z'),
  event('europolReminderRaised', { message: 'M1', dueAt: '2026-01-11T00:00:00.000Z' }),
  message('M2', null),
  event('enforcementPlanSigned', {
    plan: TEXT,
    policyFile: TEXT,
    premises: [{ premises: 'P1', address: TEXT, power: 'consent' }],
  }),
  ...['S1', 'S2', 'S3', 'S4'].map((subject) => event('arrestRecorded', { subject, station: 'NOR-WYM' })),
  event('translationRequested', { translation: `${REFERENCE}.T1`, language: 'hu', extract: TEXT }),
  event('translationReported', { translation: `${REFERENCE}.T1`, outcome: 'translated' }),
  ...['S1', 'S2', 'S3'].map((subject) => event('chargeRecorded', { subject, offences: ['MSA2015-s2'] })),
  event('releasedWithoutCharge', { subject: 'S4', reason: TEXT }),
  event('sentenceRecorded', { subject: 'S1', months: 40, court: 'NORWICH-CC' }),
  event('proceedingsEnded', { subject: 'S2', outcome: 'acquitted', reason: TEXT }),
  event('proceedingsEnded', { subject: 'S3', outcome: 'discontinued', reason: TEXT }),
  event('disruptionAssessed', { disruption: 'major', rationale: TEXT }),
  event('closingItemSettled', { item: 'orders', outcome: 'settled', note: TEXT }),
  event('debriefRecorded', { debrief: TEXT, reviewDate: '2033-01-05' }),
  event('operationClosed', { from: 'sentencing' }),
];

const timeline = OF_THE_KERNEL.map((decided, at): OperationEvent => ({
  ...decided,
  sequence: at + 1,
  happenedAt: '2026-01-05T10:00:00.000Z',
  occurredAt: '2026-01-05T10:00:00.000Z',
  actor: `actor-${at % 3}`,
}));

/** A state as the kernel wrote it: with nothing that came later. */
function asKernel(state: OperationState): OperationState {
  const { reference, sequence, stage, codename, threatArea, leadForce, marking, referral, scores, outcome } = state;
  const score = scores.map(({ assessment, by, confirmedBy }) => ({ assessment, by, confirmedBy }))[0] ?? null;
  const { team, products, translations, liaison, plan, closing, reopening, nextDueAt } = state;
  const kernel = {
    ...{ reference, sequence, stage, codename, threatArea, leadForce, marking, referral, score, outcome },
    ...{ team, products, translations, liaison, plan, closing, reopening, nextDueAt },
    subjects: state.subjects.map(({ id, roles, name, suspect, safeguardingPlan }) => ({
      ...{ id, roles, name, safeguardingPlan },
      suspect: suspect && { status: suspect.status, offences: suspect.offences, months: suspect.months },
    })),
    package: state.package && {
      version: state.package.version,
      author: state.package.author,
      signedOffBy: state.package.signedOffBy,
    },
  };
  return kernel as unknown as OperationState;
}

describe('a snapshot of the kernel, version 1', () => {
  it.each(timeline.map(({ sequence, type }) => [sequence, type] as const))(
    'brought up after %i events, the last %s, is what their fold gives',
    (length) => {
      const folded = foldAll(REFERENCE, timeline.slice(0, length));
      expect(brought(1, asKernel(folded))).toEqual(folded);
    },
  );
});

describe('a snapshot of 0.4.0, version 5', () => {
  it('knows no requests to qualified translators', () => {
    const folded = foldAll(REFERENCE, timeline);
    const { qualifiedTranslations, ...before } = folded;
    expect(qualifiedTranslations).toEqual([]);
    expect(brought(5, before as OperationState)).toEqual(folded);
  });
});

describe('a snapshot of another version', () => {
  it('is taken as it is when it is of this one, and not at all when it is of one nobody knows', () => {
    const state = unopened(REFERENCE);
    expect(brought(FOLD_VERSION, state)).toBe(state);
    expect([brought(0, state), brought(FOLD_VERSION + 1, state)]).toEqual([null, null]);
  });
});
