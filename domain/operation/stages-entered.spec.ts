import type { DecidedEvent, OperationEvent } from './events';
import { event } from './events';
import { stageEntered, submittedAfter } from './stages-entered';

const TEXT = { record: 'r', digest: 'd' };
const on = (day: string, decided: DecidedEvent): OperationEvent => {
  const at = `2026-01-${day}T10:00:00.000Z`;
  return { ...decided, sequence: 1, happenedAt: at, occurredAt: '2026-02-01T10:00:00.000Z', actor: 'somebody' };
};
const submitted = (...events: readonly OperationEvent[]) => events.reduce(submittedAfter, null as string | null);
const submission = (day: string) => on(day, event('referralSubmitted', {}));

describe('the stage that an event leads into', () => {
  it('is its own, or what the event says, or none', () => {
    expect(stageEntered(event('referralSubmitted', {}))).toBe('assessment');
    expect(stageEntered(event('rollbackApproved', { from: 'enforcement', to: 'assessment' }))).toBe('assessment');
    expect(stageEntered(event('rescoreAsked', { report: 'I1', people: [] }))).toBeUndefined();
  });
});

describe('when an operation was submitted for assessment', () => {
  it('is when the act took place, whenever it was recorded, and stays as the operation moves on', () => {
    const adopted = on('09', event('adopted', { codename: 'Example', products: [], rationale: TEXT }));
    expect(submitted(submission('05'), adopted)).toBe('2026-01-05T10:00:00.000Z');
  });

  it('is when it was submitted last, or came back', () => {
    const back = on('20', event('reopeningApproved', { to: 'assessment' }));
    expect(submitted(submission('05'), submission('07'))).toBe('2026-01-07T10:00:00.000Z');
    expect(submitted(submission('05'), back)).toBe('2026-01-20T10:00:00.000Z');
  });

  it('is never for a referral that was returned', () => {
    expect(submitted()).toBeNull();
    expect(submitted(submission('05'), on('06', event('referralReturned', { questions: TEXT })))).toBeNull();
  });
});
