import { blockersOf, deciding, happens, operationIn, someone, suspect, TEXT } from '../../../../test/support/decided';
import { CLOSING_ITEMS } from '../../codes';

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
