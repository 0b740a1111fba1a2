import { operationIn } from '../../test/support/decided';
import { dues } from './clocks';
import { event } from './events';
import { fold } from './fold';
import type { EuropolMessage } from './state';

const message = (id: string, more: Partial<EuropolMessage> = {}): EuropolMessage => ({
  id,
  direction: 'out',
  dueAt: '2026-03-01T00:00:00.000Z',
  answered: false,
  reminded: false,
  ...more,
});
const withMessages = (...messages: EuropolMessage[]) =>
  operationIn('enforcement', { liaison: { status: 'open', messages } });

describe('the clocks of an operation', () => {
  it('wait for the soonest moment first', () => {
    const state = withMessages(message('M1'), message('M2', { dueAt: '2026-02-01T00:00:00.000Z' }));
    expect(dues(state).map(({ dueAt, body }) => [dueAt, body['message']])).toEqual([
      ['2026-02-01T00:00:00.000Z', 'M2'],
      ['2026-03-01T00:00:00.000Z', 'M1'],
    ]);
  });

  it.each([{ answered: true }, { reminded: true }, { dueAt: null }])('do not wait for a message that is %j', (more) => {
    expect(dues(withMessages(message('M1', more)))).toEqual([]);
  });

  it('stand still once the operation is closed', () => {
    expect(dues({ ...withMessages(message('M1')), stage: 'closed' })).toEqual([]);
  });

  it('are brought up to date by every event', () => {
    const stamps = { sequence: 10, happenedAt: '', occurredAt: '', actor: 'waymark' };
    const reminded = event('europolReminderRaised', { message: 'M1', dueAt: '2026-03-01T00:00:00.000Z' });
    const state = { ...withMessages(message('M1')), nextDueAt: '2026-03-01T00:00:00.000Z' };
    expect(fold(state, { ...reminded, ...stamps }).nextDueAt).toBeNull();
  });
});
