import { blockersOf, deciding, happens, NOW, operationIn, TEXT } from '../../../../test/support/decided';
import type { EuropolMessage } from '../../state';

const sent: EuropolMessage = {
  id: 'M1',
  direction: 'out',
  dueAt: '2026-01-11T00:00:00.000Z',
  answered: false,
  reminded: false,
};
const open = (...messages: EuropolMessage[]) => operationIn('enforcement', { liaison: { status: 'open', messages } });
const MESSAGE = {
  direction: 'in',
  answers: null,
  evaluation: { source: 'A', information: '1' },
  handling: 'H0',
  handlingText: null,
  theirReference: null,
  content: TEXT,
  replyWithinDays: null,
} as const;

describe('Europol liaison', () => {
  it('is opened once, also after it was thought not needed', () => {
    const purpose = { country: 'HU', purpose: TEXT };
    const notNeeded = operationIn('assessment', { liaison: { status: 'not-needed', messages: [] } });
    expect(happens(deciding(notNeeded, 'openEuropolLiaison', purpose))).toEqual(purpose);
    expect(blockersOf(deciding(open(), 'openEuropolLiaison', purpose))).toEqual(['liaison-open']);
  });

  it('is recorded as not needed only while it is undecided', () => {
    expect(deciding(operationIn('assessment'), 'recordLiaisonNotNeeded', { reason: TEXT }).kind).toBe('events');
    expect(blockersOf(deciding(open(), 'recordLiaisonNotNeeded', { reason: TEXT }))).toEqual(['liaison-decided']);
  });

  it('must be open for messages', () => {
    expect(blockersOf(deciding(operationIn('assessment'), 'recordEuropolMessage', MESSAGE))).toEqual(['liaison-open']);
  });
});

describe('a Europol message', () => {
  it('expects its answer so many days after it was sent, not after it was entered', () => {
    const message = { ...MESSAGE, direction: 'out' as const, replyWithinDays: 10 };
    const recorded = deciding(open(), 'recordEuropolMessage', message, { happenedAt: '2021-11-10T11:00:00.000Z' });
    expect(happens(recorded)).toMatchObject({ message: 'M1', dueAt: '2021-11-20T11:00:00.000Z' });
  });

  it('answers one that went the other way', () => {
    const answers = (direction: 'in' | 'out', id: string) =>
      blockersOf(deciding(open(sent), 'recordEuropolMessage', { ...MESSAGE, direction, answers: id }));
    expect(answers('in', 'M1')).toEqual([]);
    expect(answers('out', 'M1')).toEqual(['answers-own-side']);
    expect(answers('in', 'M2')).toEqual(['no-such-message']);
  });
});

describe('a Europol reminder', () => {
  const remind = (message: EuropolMessage) =>
    deciding(
      open(message),
      'raiseEuropolReminder',
      { message: 'M1', dueAt: '2026-01-11T00:00:00.000Z' },
      { now: message.dueAt ?? NOW },
    );

  it('is raised once for a message without an answer', () => {
    expect(happens(remind(sent))).toEqual({ message: 'M1', dueAt: sent.dueAt });
  });

  it('is not raised a moment before its time', () => {
    const due = { message: 'M1', dueAt: '2026-01-11T00:00:00.000Z' };
    const at = (now: string) => blockersOf(deciding(open(sent), 'raiseEuropolReminder', due, { now }));
    expect(at('2026-01-10T23:59:59.999Z')).toEqual(['reminder-not-due']);
    expect(at('2026-01-11T00:00:00.000Z')).toEqual([]);
  });

  it.each([{ answered: true }, { reminded: true }, { dueAt: '2026-01-12T00:00:00.000Z' }, { id: 'M2' }])(
    'is not raised for one that is %j',
    (more) => {
      expect(blockersOf(remind({ ...sent, ...more }))).toEqual(['reminder-not-due']);
    },
  );
});
