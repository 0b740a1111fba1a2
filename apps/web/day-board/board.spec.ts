import type { OperationView } from '../../api/operations/operation.schema';
import type { ShownEvent } from '../../api/timeline/timeline.read';
import type { Action } from '../operations/read-operation';
import { dayBoard, type DayRead } from './board';

const DAY = '2026-12-07';
const text = (words: string) => ({ record: 'r', digest: 'd', text: words, status: 'intact' });

let sequence = 0;
/** @param at a time of the day */
const event = (at: string, type: string, payload: object, actor = 'senior-investigator-norfolk'): ShownEvent =>
  ({ sequence: ++sequence, type, happenedAt: `${DAY}T${at}:00.000Z`, actor, payload }) as unknown as ShownEvent;

const PLAN = event('05:00', 'enforcementPlanSigned', {
  premises: [
    { premises: 'P1', address: text('1 Example Road'), power: 'warrant-pace-s8' },
    { premises: 'P2', address: text('2 Sample Road'), power: 'pace-s17' },
  ],
});

const suspect = (id: string, name: string, status: string) => ({
  id,
  roles: ['suspect'],
  name: text(name),
  suspect: { status },
});

function operation(more: object = {}): OperationView {
  return {
    reference: 'OP-1',
    plan: { by: 'x', premises: ['P1', 'P2'] },
    warrants: [],
    mediaRequests: [],
    days: [{ date: DAY, debriefed: false }],
    subjects: [],
    team: [],
    ...more,
  } as unknown as OperationView;
}

const boardOf = (more: Partial<DayRead> = {}) =>
  dayBoard(
    { day: DAY, operation: operation(), standing: [PLAN], ofTheDay: [], detention: [], actions: [], ...more },
    `/operations/OP-1/day/${DAY}`,
  );

/** A command that can be given, whose form offers these for a field. */
const offering = (command: string, field: string, ...ids: string[]): Action =>
  ({
    command,
    title: command,
    allowed: true,
    blockers: [],
    body: { properties: { [field]: { enum: ids, 'x-of': 'things' } } },
  }) as unknown as Action;

describe('the board of a day', () => {
  it('shows the premises of the plan with their power and what became of the warrant', () => {
    const { premises, counts } = boardOf({
      operation: operation({ warrants: [{ id: 'W1', premises: 'P1', power: 'warrant-pace-s8', status: 'granted' }] }),
      standing: [
        PLAN,
        event('05:10', 'warrantApplied', { warrant: 'W1', premises: 'P1', power: 'warrant-pace-s8', court: 'X' }),
        event('05:20', 'warrantGranted', { warrant: 'W1' }),
        event('07:00', 'searchRecorded', { search: 'SR1', premises: 'P2', power: 'pace-s17', outcome: text('Phones') }),
      ],
      actions: [offering('executeWarrant', 'warrant', 'W1')],
    });
    expect(premises).toMatchObject([
      {
        id: 'P1',
        address: '1 Example Road',
        lacksWarrant: false,
        warrants: [{ id: 'W1', status: 'granted', at: `${DAY}T05:20:00.000Z`, acts: [{ command: 'executeWarrant' }] }],
        searches: [],
      },
      { id: 'P2', address: '2 Sample Road', lacksWarrant: false, warrants: [], searches: [{ outcome: 'Phones' }] },
    ]);
    expect(counts).toMatchObject({ premises: 2, searched: 1 });
  });

  it('says where the plan rests on a warrant that nobody has applied for, and offers to execute none that is not granted', () => {
    expect(boardOf().premises.map(({ lacksWarrant }) => lacksWarrant)).toEqual([true, false]);
    const applied = { id: 'W1', premises: 'P1', power: 'warrant-pace-s8', status: 'applied' };
    const { premises } = boardOf({
      operation: operation({ warrants: [applied] }),
      actions: [offering('executeWarrant', 'warrant', 'W1')],
    });
    expect(premises[0]).toMatchObject({ lacksWarrant: false, warrants: [{ acts: [] }] });
  });

  it('leads to forms that are filled in, and from which one comes back', () => {
    const { premises, atLiberty } = boardOf({
      operation: operation({ subjects: [suspect('S1', 'Bence Minta', 'suspected')] }),
      actions: [offering('recordSearch', 'premises', 'P1', 'P2'), offering('recordArrest', 'subject', 'S1')],
    });
    const back = `_to=${encodeURIComponent(`/operations/OP-1/day/${DAY}`)}`;
    expect(premises[1]?.acts[0]?.href).toBe(`/operations/OP-1/do/recordSearch?premises=P2&power=pace-s17&${back}`);
    expect(atLiberty[0]?.acts[0]?.href).toBe(`/operations/OP-1/do/recordArrest?subject=S1&${back}`);
  });

  it('shows arrests with the clock of their detention, the last first, and who is not arrested', () => {
    const clock = { subject: 'S1', arrestedAt: `${DAY}T06:12:00.000Z`, review: 1, reviewDueAt: null, limitAt: 'later' };
    const { arrests, atLiberty, counts } = boardOf({
      operation: operation({
        subjects: [
          suspect('S1', 'Bence Minta', 'arrested'),
          suspect('S2', 'Katinka Példa', 'charged'),
          suspect('S3', 'Csenge Teszt', 'suspected'),
          { id: 'S4', roles: ['witness'], name: text('Nobody Suspected'), suspect: null },
        ],
      }),
      ofTheDay: [
        event('06:12', 'arrestRecorded', { subject: 'S1', station: 'NOR-WYM' }),
        event('06:14', 'arrestRecorded', { subject: 'S2', station: 'NOR-WYM' }),
      ],
      detention: [clock],
      actions: [offering('authoriseDetention', 'subject', 'S1'), offering('reviewDetention', 'subject', 'S1')],
    });
    expect(arrests).toMatchObject([
      { id: 'S2', name: 'Katinka Példa', station: 'NOR-WYM', status: 'charged', clock: undefined, acts: [] },
      { id: 'S1', name: 'Bence Minta', clock, acts: [{ command: 'authoriseDetention' }] },
    ]);
    expect(atLiberty.map(({ id }) => id)).toEqual(['S3']);
    expect(counts).toMatchObject({ arrested: 2, atLiberty: 1 });
  });

  it('keeps who was arrested on an earlier day while they are detained', () => {
    const detention = [
      { subject: 'S1', arrestedAt: '2026-12-06T20:00:00.000Z', review: 2, reviewDueAt: 'x', limitAt: 'y' },
    ];
    const subjects = [suspect('S1', 'Bence Minta', 'arrested')];
    const { arrests } = boardOf({
      operation: operation({ subjects }),
      detention,
      actions: [offering('reviewDetention', 'subject', 'S1')],
    });
    expect(arrests).toMatchObject([{ id: 'S1', station: undefined, acts: [{ command: 'reviewDetention' }] }]);
  });

  it('puts requests for media investigators first that nobody has answered, the oldest of them at the top', () => {
    const request = (id: string, status: string, premises = 'P1') => ({ id, premises, person: null, status });
    const asked = (at: string, id: string) =>
      event(at, 'mediaInvestigatorAsked', { request: id, premises: 'P1', reason: text('Phones') });
    const { media, counts } = boardOf({
      operation: operation({
        mediaRequests: [
          request('R1', 'on-scene'),
          request('R2', 'asked'),
          request('R3', 'assigned', 'P2'),
          request('R4', 'asked'),
        ],
      }),
      standing: [
        PLAN,
        asked('05:30', 'R1'),
        asked('06:30', 'R2'),
        asked('05:45', 'R3'),
        asked('06:00', 'R4'),
        event('06:45', 'mediaInvestigatorAssigned', { request: 'R3', person: 'x' }),
        event('06:50', 'mediaInvestigatorOnScene', { request: 'R1' }),
      ],
      actions: [
        offering('assignMediaInvestigator', 'request', 'R2', 'R3', 'R4'),
        offering('recordMediaInvestigatorOnScene', 'request', 'R2', 'R3', 'R4'),
      ],
    });
    expect(media.map(({ id, address, acts }) => [id, address, ...acts.map(({ command }) => command)])).toEqual([
      ['R4', '1 Example Road', 'assignMediaInvestigator'],
      ['R2', '1 Example Road', 'assignMediaInvestigator'],
      ['R3', '2 Sample Road', 'recordMediaInvestigatorOnScene'],
      ['R1', '1 Example Road'],
    ]);
    expect(counts.unanswered).toBe(2);
  });

  it('counts all exhibits by premises, and shows the last few', () => {
    const seized = (nth: number, premises: string | null, kind = 'device') =>
      event('08:00', 'exhibitSeized', {
        exhibit: `X${nth}`,
        kind,
        premises,
        subject: null,
        description: text(`Phone ${nth}`),
      });
    const ofTheDay = [
      ...Array.from({ length: 60 }, (_, nth) => seized(nth + 1, 'P2')),
      seized(61, 'P2', 'cash'),
      seized(62, null),
    ];
    const { exhibits, counts } = boardOf({ ofTheDay });
    expect(exhibits).toMatchObject([
      {
        title: '2 Sample Road',
        count: 61,
        kinds: [
          { kind: 'device', count: 60 },
          { kind: 'cash', count: 1 },
        ],
      },
      { title: 'Elsewhere, or on a person', count: 1 },
    ]);
    expect(exhibits[0]?.last.map(({ id }) => id)).toEqual(['X61', 'X60', 'X59', 'X58']);
    expect(counts.exhibits).toBe(62);
  });

  it('tells what happened last by name, ten things at most', () => {
    const subjects = [suspect('S1', 'Bence Minta', 'arrested')];
    const { last } = boardOf({
      operation: operation({ subjects }),
      standing: [
        PLAN,
        event('05:10', 'warrantApplied', { warrant: 'W1', premises: 'P1', power: 'warrant-pace-s8', court: 'X' }),
      ],
      ofTheDay: [
        ...Array.from({ length: 10 }, () => event('06:00', 'policyDecisionRecorded', { decision: 'PD1' })),
        event('06:10', 'warrantExecuted', { warrant: 'W1' }),
        event('06:11', 'safeguardedOnScene', { premises: 'P2', note: text('Nobody hurt') }),
        event('06:12', 'arrestRecorded', { subject: 'S1', station: 'NOR-WYM' }),
        event('06:30', 'exhibitSeized', {
          exhibit: 'X1',
          kind: 'cash',
          premises: 'P1',
          subject: null,
          description: text('Notes'),
        }),
      ],
    });
    expect(last).toHaveLength(10);
    expect(last.slice(0, 5).map((one) => one.text)).toEqual([
      'Exhibit seized: Notes, 1 Example Road',
      'Arrest recorded: Bence Minta',
      'Safeguarded on scene: 2 Sample Road',
      'Warrant executed: 1 Example Road',
      'Policy decision recorded',
    ]);
  });

  it('offers to set a day that is none yet, and to debrief one that is not debriefed', () => {
    const actions = ['setEnforcementDay', 'debriefEnforcementDay'].map((command) => offering(command, 'date'));
    const acts = (days: object[]) =>
      boardOf({ operation: operation({ days }), actions }).acts.map(({ command }) => command);
    expect(acts([])).toEqual(['setEnforcementDay']);
    expect(acts([{ date: DAY, debriefed: false }])).toEqual(['debriefEnforcementDay']);
    expect(acts([{ date: DAY, debriefed: true }])).toEqual([]);
  });
});
