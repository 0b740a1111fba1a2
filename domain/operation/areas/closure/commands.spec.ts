import { blockersOf, deciding, happens, operationIn, someone, suspect, TEXT } from '../../../../test/support/decided';
import { CLOSING_ITEMS, type Stage } from '../../codes';

const settled = {
  disruption: 'major' as const,
  settled: CLOSING_ITEMS,
  reviewDate: '2033-01-05',
  from: null,
};

describe('closing', () => {
  it('says everything that is still open', () => {
    const state = operationIn('sentencing', { subjects: [suspect('S1', 'charged'), suspect('S2', 'sentenced')] });
    expect(deciding(state, 'close', {})).toMatchObject({
      kind: 'blocked',
      blockers: [
        { code: 'proceedings-ended', missing: ['S1'] },
        { code: 'disruption-assessed' },
        { code: 'matters-settled', missing: CLOSING_ITEMS },
        { code: 'debriefed' },
      ],
    });
  });

  it('follows once nothing is, and needs no sentence (Mosaic)', () => {
    const state = operationIn('sentencing', { closing: settled, subjects: [suspect('S1', 'released-without-charge')] });
    expect(happens(deciding(state, 'close', {}))).toEqual({ from: 'sentencing' });
  });

  it.each([
    ['assessDisruption', { disruption: 'none', rationale: TEXT }],
    ['settleClosingItem', { item: 'orders', outcome: 'not-applicable', note: TEXT }],
    ['recordDebrief', { debrief: TEXT, reviewDate: '2033-01-05' }],
  ] as const)('is prepared by %s', (command, body) => {
    expect(happens(deciding(operationIn('sentencing'), command, body as never))).toEqual(body);
  });
});

describe('reopening', () => {
  const closing = { ...settled, from: 'sentencing' as const };
  const requested = operationIn('closed', { closing, reopening: { requestedBy: 'first' } });

  it('is asked for once', () => {
    const ask = { reason: TEXT };
    expect(happens(deciding(operationIn('closed', { closing }), 'requestReopening', ask))).toEqual(ask);
    expect(blockersOf(deciding(requested, 'requestReopening', ask))).toEqual(['reopening-requested']);
  });

  it('is approved by a second person, at the stage it was closed from', () => {
    const approve = (id: string) => deciding(requested, 'approveReopening', {}, { actor: someone('supervisor', id) });
    expect(blockersOf(approve('first'))).toEqual(['own-request']);
    expect(happens(approve('second'))).toEqual({ to: 'sentencing' });
  });

  it('is not approved before anyone has asked', () => {
    expect(blockersOf(deciding(operationIn('closed', { closing }), 'approveReopening', {}))).toEqual([
      'no-reopening-request',
    ]);
  });
});

describe('the estimate of the benefit', () => {
  it("is its three inputs multiplied: Operation Volvox's ten people at £435.81 a day save £4,358.10 a day", () => {
    const inputs = { pencePerDay: 43_581, victims: 10, days: 1, method: TEXT };
    expect(happens(deciding(operationIn('prosecution'), 'estimateBenefit', inputs))).toEqual({
      ...inputs,
      pence: 435_810,
    });
  });
});

describe('the request for a reopening', () => {
  it.each([
    [{ requestedBy: 'first' }, []],
    [null, ['no-reopening-request']],
  ])('of %j is withdrawn or turned down: %j', (reopening, blockers) => {
    const state = operationIn('closed', { reopening });
    expect(blockersOf(deciding(state, 'withdrawReopening', { reason: TEXT }))).toEqual(blockers);
  });
});

describe('a rollback', () => {
  const asked = (to: Stage, stage: Stage = 'prosecution') =>
    operationIn(stage, { rollback: { to, requestedBy: 'first' } });

  it.each([
    ['referral', []],
    ['enforcement', []],
    ['prosecution', ['not-an-earlier-stage']],
    ['sentencing', ['not-an-earlier-stage']],
  ] as const)('from prosecution to %s is asked for: %j', (to, blockers) => {
    const ask = deciding(operationIn('prosecution'), 'requestRollback', { to, reason: TEXT });
    expect(blockersOf(ask)).toEqual(blockers);
  });

  it('is asked for once', () => {
    const again = deciding(asked('enforcement'), 'requestRollback', { to: 'assessment', reason: TEXT });
    expect(blockersOf(again)).toEqual(['rollback-requested']);
  });

  it('is approved by a second person', () => {
    const approve = (id: string) =>
      deciding(asked('enforcement'), 'approveRollback', {}, { actor: someone('supervisor', id) });
    expect(blockersOf(approve('first'))).toEqual(['own-request']);
    expect(happens(approve('second'))).toEqual({ from: 'prosecution', to: 'enforcement' });
  });

  it.each([
    ['approveRollback', operationIn('prosecution'), ['no-rollback-request']],
    ['refuseRollback', operationIn('prosecution'), ['no-rollback-request']],
    ['approveRollback', asked('enforcement', 'enforcement'), ['not-an-earlier-stage']],
    ['refuseRollback', asked('enforcement', 'enforcement'), []],
    ['refuseRollback', asked('enforcement'), []],
  ] as const)('%s (case %#) gives %j', (command, state, blockers) => {
    const body = command === 'refuseRollback' ? { reason: TEXT } : {};
    expect(blockersOf(deciding(state, command, body as never))).toEqual(blockers);
  });
});

describe('the outcome', () => {
  const state = operationIn('sentencing', { targets: [{ id: 'G1', kind: 'ocg', band: 'B2' }] });

  it.each([
    ['G1', []],
    ['G2', ['no-such-target']],
  ] as const)('has the disruption of each target: %s gives %j', (target, blockers) => {
    const body = { target, disruption: 'moderate', rationale: TEXT } as const;
    expect(blockersOf(deciding(state, 'recordTargetDisruption', body))).toEqual(blockers);
  });

  it.each([
    ['recordAsset', { kind: 'cash', pence: 680_000, note: TEXT }],
    ['recordLesson', { lesson: TEXT }],
    ['setRetention', { group: '1', reason: TEXT }],
  ] as const)('has %s', (command, body) => {
    expect(happens(deciding(state, command, body as never))).toEqual(body);
  });

  it('estimates a benefit at its limits to the penny', () => {
    const most = { pencePerDay: 100_000_000, victims: 10_000, days: 3650, method: TEXT };
    const { pence } = happens(deciding(state, 'estimateBenefit', most));
    expect(pence).toBe(3_650_000_000_000_000);
    expect(Number.isSafeInteger(pence)).toBe(true);
  });
});

describe('closing with something left behind', () => {
  const authorisation = { id: 'A1', kind: 'directed-surveillance', subject: null, appliedBy: 'a', from: null } as const;
  const request = { id: 'Q1', kind: 'letter-of-request', country: 'RO', subject: null } as const;

  it.each([
    [{ authorisations: [{ ...authorisation, status: 'granted' as const }] }, ['authorisations-ended']],
    [{ authorisations: [{ ...authorisation, status: 'cancelled' as const }] }, []],
    [{ europolRequests: [{ ...request, status: 'made' as const }] }, ['requests-decided']],
    [{ europolRequests: [{ ...request, status: 'refused' as const }] }, []],
  ])('is refused (case %#)', (more, blockers) => {
    expect(blockersOf(deciding(operationIn('sentencing', { closing: settled, ...more }), 'close', {}))).toEqual(
      blockers,
    );
  });
});
