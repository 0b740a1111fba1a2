import {
  blockersOf,
  deciding,
  happens,
  NOW,
  operationIn,
  potentialVictim,
  suspect,
  TEXT,
} from '../../../../test/support/decided';
import { commandSchemas } from '../../command-schemas';
import type { EuropolMessage, OperationState } from '../../state';
import type { EuropolRequest } from './state';

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

describe('the handling code of a message', () => {
  it.each([
    ['H0', null, true],
    ['H1', null, true],
    ['H2', null, true],
    ['H1', 'Not before the arrests.', false],
    ['H3', null, false],
    ['H3', 'Not before the arrests.', true],
  ] as const)('%s with the conditions %j is in form: %j', (handling, handlingText, good) => {
    const written = { ...MESSAGE, handling, handlingText, content: 'Invented.' };
    expect(commandSchemas.recordEuropolMessage.safeParse(written).success).toBe(good);
  });

  it('goes with its conditions onto the timeline', () => {
    const message = { ...MESSAGE, handling: 'H3' as const, handlingText: TEXT };
    expect(happens(deciding(open(), 'recordEuropolMessage', message))).toMatchObject({
      handling: 'H3',
      handlingText: TEXT,
    });
  });
});

describe('a request across borders', () => {
  const request = (id: string, status: EuropolRequest['status']): EuropolRequest => ({
    id,
    kind: 'letter-of-request',
    country: 'RO',
    subject: null,
    status,
  });
  const state = {
    ...open(),
    subjects: [suspect('S1', 'suspected'), potentialVictim('S2', true)],
    europolRequests: [request('Q1', 'made'), request('Q2', 'granted'), request('Q3', 'refused')],
  };
  const make = (kind: EuropolRequest['kind'], subject: string | null, from: OperationState = state) =>
    deciding(from, 'makeEuropolRequest', { kind, country: 'RO', subject, content: TEXT });

  it.each([
    ['joint-investigation', null, []],
    ['letter-of-request', 'S2', []],
    ['letter-of-request', 'S9', ['no-such-subject']],
    ['surrender-to-us', 'S1', []],
    ['surrender-by-us', 'S1', []],
    ['surrender-to-us', 'S2', ['not-a-suspect']],
    ['surrender-by-us', 'S2', ['not-a-suspect']],
    ['surrender-by-us', 'S9', ['no-such-subject']],
  ] as const)('for a %s about %s gives %j', (kind, subject, blockers) => {
    const made = make(kind, subject);
    expect(blockersOf(made)).toEqual(blockers);
    if (blockers.length === 0) expect(happens(made)).toMatchObject({ request: 'Q4', kind, subject });
  });

  it('needs open liaison', () => {
    const closed = { ...state, liaison: { status: 'not-needed', messages: [] } } as const;
    expect(blockersOf(make('joint-investigation', null, closed))).toEqual(['liaison-open']);
  });

  it.each(['surrender-to-us', 'surrender-by-us', 'joint-investigation'] as const)(
    'names whom it is about, if it is for a surrender: %s',
    (kind) => {
      const { success } = commandSchemas.makeEuropolRequest.safeParse({ kind, country: 'RO', content: 'Invented.' });
      expect(success).toBe(kind === 'joint-investigation');
    },
  );

  it.each([
    ['Q1', []],
    ['Q2', ['request-status']],
    ['Q3', ['request-status']],
    ['Q9', ['no-such-request']],
  ] as const)('%s is decided once: %j', (id, blockers) => {
    const decided = deciding(state, 'decideEuropolRequest', { request: id, granted: false, note: TEXT });
    expect(blockersOf(decided)).toEqual(blockers);
  });
});
