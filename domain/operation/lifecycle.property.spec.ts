import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import {
  anyCommand,
  withheld,
  envelopeFor,
  PEOPLE,
  preparedFor,
  type ArbitraryCommand,
} from '../../test/support/arbitrary-commands';
import { fittingBodies } from '../../test/support/fitting-bodies';
import { plusDays } from '../time/days';
import { requestOf } from './areas/merging/state';
import { awaitedBy, WAITS } from './awaiting';
import { briefOf } from './brief';
import { dues } from './clocks';
import { STAGES } from './codes';
import { areaSchemas, type CommandName } from './command-schemas';
import { decide } from './decide';
import type { EventType, OperationEvent } from './events';
import { explain } from './explain';
import { fold, foldAll } from './fold';
import { LEAVING } from './gates';
import type { Actor, Role } from '../access/actor';
import { COMMANDS, lifecycle, ONWARD, type LifecycleRow } from './lifecycle.v1';
import { stageEntered } from './stages-entered';
import { unopened, type OperationState } from './state';

const REFERENCE = 'OP-2026-000001';
/** How many lives are lived. */
const LIVES = 2_000;
const START = '2026-01-01T00:00:00.000Z';
/** One step a day, so that periods of days end within a life. */
const moment = (step: number) => plusDays(START, step);

/** Something that is tried: anything by anyone, something that explain allows with a body that may fit, or what helps on. */
type Attempt =
  { readonly wild: ArbitraryCommand } | { readonly pick: number; readonly seed: number } | { readonly helps: number };
const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ wild: anyCommand }) },
  { weight: 4, arbitrary: fc.record({ pick: fc.nat(), seed: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ helps: fc.integer({ min: 1, max: 12 }) }) },
);

/** A value as it comes back from the wire or the database. */
const asStored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const BY_COMMAND = new Map(
  COMMANDS.map((command) => [
    command,
    PEOPLE.filter(({ roles: [role] }) => (lifecycle[command] as LifecycleRow).roles.includes(role as Role)),
  ]),
);
/** Who has one of a command's roles. */
const whoMay = (command: CommandName): readonly Actor[] => BY_COMMAND.get(command) ?? [];
const isOpenTo = (state: OperationState, command: CommandName, somebody: Actor | undefined) =>
  somebody !== undefined && explain(state, command, somebody).allowed;
/** What somebody may do now. */
const openTo = (state: OperationState) => COMMANDS.filter((command) => isOpenTo(state, command, whoMay(command)[0]));

/** A life of one operation: its state and its timeline. */
class Life {
  state: OperationState = unopened(REFERENCE);
  readonly events: OperationEvent[] = [];
  /** The state before each event. */
  readonly snapshots: OperationState[] = [];
  private step = 0;

  /** @param taken collects the commands that took place */
  constructor(private readonly taken = new Set<CommandName>()) {}

  /** Answers whether anything took place. */
  attempt(what: Attempt): boolean {
    const before = this.state;
    if ('helps' in what) helpOn(this, what.helps);
    else {
      const given = 'wild' in what ? what.wild : this.allowed(what);
      if (given) this.try(given);
    }
    return this.state !== before;
  }

  private allowed({ pick, seed }: { readonly pick: number; readonly seed: number }): ArbitraryCommand | undefined {
    const choices = openTo(this.state);
    const command = choices[pick % choices.length] as CommandName;
    const people = whoMay(command);
    const bodies = bodiesFor(command, this.state, seed);
    const [actor, body] = [people[seed % people.length], bodies[seed % bodies.length]];
    return actor && body ? ({ command, actor, body } as ArbitraryCommand) : undefined;
  }

  /** Tries a command; answers whether it took place. */
  try(given: ArbitraryCommand): boolean {
    this.step += 1;
    const now = moment(this.step);
    const sent = asStored(given);
    const decision = decide(this.state, envelopeFor(sent, `c${this.step}`), now, preparedFor(sent));
    if (decision.kind !== 'events') return false;
    for (const event of decision.events) {
      const sequence = this.state.sequence + 1;
      const recorded = {
        ...event,
        sequence,
        happenedAt: now,
        occurredAt: now,
        actor: given.actor.id,
      } as OperationEvent;
      this.events.push(recorded);
      this.snapshots.push(this.state);
      this.state = fold(this.state, recorded);
    }
    this.taken.add(given.command);
    return true;
  }
}

/** What holds of the state before any command and after each: there is always somebody who can do something. */
function checkState(life: Life): void {
  const { state, events } = life;
  expect(state.sequence).toBe(events.length);
  if (!isDeepStrictEqual(asStored(state), state)) throw new Error('The state is not plain JSON');
  checkSnapshot(life);
  expect(state.nextDueAt).toBe(dues(state)[0]?.dueAt ?? null);
  if (state.stage === 'closed') checkClosed(state);
  if (state.merge)
    expect([state.nextDueAt, briefOf(state).mergedInto === null]).toEqual([null, state.merge.status === 'merging']);
  checkReceived(state);
  const open = LEADING.some((command) => isOpenTo(state, command, whoMay(command).find(isStaff)));
  if (!open) throw new Error('Nobody can do anything');
}

/** What holds of a timeline: of each beginning of it, if of the whole. */
function checkTimeline(life: Life): void {
  const { events } = life;
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, at) => at + 1));
  checkPackages(events);
  const subjects = subjectsOf(events);
  expect(new Set(subjects).size).toBe(subjects.length);
  for (const subject of subjects) checkProceedings(subject, events);
  checkCustody(events);
  checkStages(life);
  checkStagesEntered(life);
  checkMerges(life);
  for (const event of events)
    if (event.type === 'europolReminderRaised' && event.occurredAt < event.payload.dueAt)
      throw new Error('A reminder was raised before its time');
}

/** Everybody who was ever named, by the identifier they were given: nobody has one that somebody else had. */
const subjectsOf = (events: readonly OperationEvent[]) =>
  events.flatMap(({ type, payload }) =>
    type === 'subjectAdded'
      ? [payload.subject]
      : type === 'mergeReceived'
        ? payload.subjects.map(({ subject }) => subject)
        : [],
  );

/** Folded on from a snapshot, as it comes back from the database, the timeline gives the same state. */
function checkSnapshot({ state, events, snapshots }: Life): void {
  const at = (events.length * 7) % Math.max(1, snapshots.length);
  const snapshot = asStored(snapshots[at] ?? unopened(REFERENCE));
  if (!isDeepStrictEqual(foldAll(REFERENCE, events.slice(at), snapshot), state))
    throw new Error(`Folded on from sequence ${at} it is another state`);
}

/** An exhibit goes from whoever holds it, every hand-over counted, and nowhere once it is disposed of. */
function checkCustody(events: readonly OperationEvent[]): void {
  const holders = new Map<string, { holder: string | null; handovers: number }>();
  for (const event of events) {
    if (event.type === 'exhibitSeized') holders.set(event.payload.exhibit, { holder: event.actor, handovers: 0 });
    if (event.type === 'exhibitHandedOver') {
      const { exhibit, from, to, handovers } = event.payload;
      expect(holders.get(exhibit)).toEqual({ holder: from, handovers: handovers - 1 });
      expect(event.actor).toBe(from);
      holders.set(exhibit, { holder: to, handovers });
    }
    if (event.type === 'exhibitDisposed') holders.set(event.payload.exhibit, { holder: null, handovers: -1 });
  }
}

/** Every version is signed off by another than its author, at most once; enforcement begins with the latest signed off. */
function checkPackages(events: readonly OperationEvent[]): void {
  let latest: { version: number; author: string; signedOff: boolean } | undefined;
  for (const { type, payload, actor } of events as readonly (OperationEvent & { payload: { version: number } })[]) {
    if (type === 'packageSubmitted') latest = { version: payload.version, author: actor, signedOff: false };
    if (type === 'packageRecalled') latest = undefined;
    if (type === 'packageSignedOff') {
      expect(latest).toMatchObject({ version: payload.version, signedOff: false });
      expect(actor).not.toBe(latest?.author);
      if (latest) latest.signedOff = true;
    }
    if (type === 'stageAdvanced') expect(latest?.signedOff).toBe(true);
  }
}

/** No sentence, acquittal or discontinuance without a charge, no charge without an arrest, each ended once. */
function checkProceedings(subject: string, events: readonly OperationEvent[]): void {
  const own = events.filter(({ type, payload }) => 'subject' in payload && payload.subject === subject && type in ACTS);
  own.forEach(({ type }, at) => {
    const needs = ACTS[type] ?? [];
    if (needs.length > 0) expect(needs).toContain(own[at - 1]?.type);
  });
}
/** What moves a suspect on, and what each must follow at once. */
const ACTS: Partial<Record<OperationEvent['type'], readonly OperationEvent['type'][]>> = {
  arrestRecorded: [],
  bailed: ['arrestRecorded'],
  releasedUnderInvestigation: ['arrestRecorded', 'bailed'],
  chargeRecorded: ['arrestRecorded', 'bailed', 'releasedUnderInvestigation'],
  releasedWithoutCharge: [],
  sentenceRecorded: ['chargeRecorded'],
  proceedingsEnded: ['chargeRecorded'],
  subjectReclassified: [],
  surrendered: [],
  deathRecorded: [],
};

const ALWAYS: readonly EventType[] = [
  'fileErased',
  'textErased',
  'accessGranted',
  'accessChallenged',
  'accessRevoked',
  'personExcluded',
  'exclusionLifted',
];
const WHILE_CLOSED: readonly EventType[] = ['reopeningRequested', 'reopeningApproved', 'reopeningWithdrawn', ...ALWAYS];
/** While it is closed nothing is recorded but its reopening, by a second person, erasures, and who may see it. */
function checkStages({ state, events, snapshots }: Life): void {
  let closed = false;
  let asked: string | undefined;
  for (const [at, { type, actor }] of events.entries()) {
    if (closed) expect(WHILE_CLOSED).toContain(type);
    if (type === 'declined' || type === 'operationClosed' || type === 'referralWithdrawn') closed = true;
    if (type === 'reopeningRequested') asked = actor;
    if (type === 'reopeningApproved') {
      expect([undefined, actor]).not.toContain(asked);
      closed = false;
    }
    expect((snapshots[at + 1] ?? state).stage === 'closed').toBe(closed);
  }
}

/** Closed with nothing open, or declined. */
function checkClosed(state: OperationState): void {
  expect(state.nextDueAt).toBeNull();
  if (state.outcome === 'closed')
    for (const gate of LEAVING.sentencing) expect([gate.code, gate.missing(state)]).toEqual([gate.code, []]);
  else expect(['declined', 'withdrawn']).toContain(state.outcome);
}

/** The figures tell the time in a stage by these events alone. */
function checkStagesEntered({ state, events, snapshots }: Life): void {
  for (const [at, event] of events.entries()) {
    const stage = stageEntered(event) ?? snapshots[at]?.stage;
    const { stage: after } = snapshots[at + 1] ?? state;
    if (after !== stage)
      throw new Error(`${event.type} leads to ${after}: say so in STAGES_ENTERED, and in the index of figures`);
  }
}

/** While it is merged, or on its way there or back, nothing else is recorded but erasures; and when that ends it is as it was before. */
function checkMerges({ state, events, snapshots }: Life): void {
  let before: OperationState | null = null;
  for (const [at, { type }] of events.entries()) {
    if (before) expect(WHILE_MERGED).toContain(type);
    if (type === 'mergeRequested') before = snapshots[at] as OperationState;
    const after = snapshots[at + 1] ?? state;
    if (type === 'mergeAbandoned' || type === 'unmerged') {
      const { sequence, merges, files, erasedTexts, grants, excluded } = after;
      if (!isDeepStrictEqual(after, { ...before, sequence, merges, files, erasedTexts, grants, excluded }))
        throw new Error(`Once ${type} it is not as it was before`);
      before = null;
    }
    expect(after.merge === null).toBe(before === null);
  }
}
const WHILE_MERGED: readonly EventType[] = [
  'mergedInto',
  'mergeAbandoned',
  'unmergeRequested',
  'unmergeRefused',
  'unmerged',
  ...ALWAYS,
];

/** What is awaited somebody can end; and what needs a second person (a fresh sign-in, for a decision) is awaited as long as it can be given. */
function checkAwaited({ state, events }: Life): void {
  const awaited = awaitedBy(state);
  for (const code of awaited)
    expect({ code, canBeEnded: WAITS[code].endedBy.some((command) => canBeGiven(state, command, events)) }).toEqual({
      code,
      canBeEnded: true,
    });
  const ended: readonly CommandName[] = awaited.flatMap((code) => WAITS[code].endedBy);
  for (const command of DECISIONS)
    if (!ended.includes(command))
      expect({ command, can: canBeGiven(state, command, events) }).toEqual({ command, can: false });
}
const DECISIONS = COMMANDS.filter(
  (command) => (lifecycle[command] as LifecycleRow).freshSignIn && !(command in areaSchemas.access),
);

/** Whether somebody could give a command now, with a body that fits. */
const canBeGiven = (state: OperationState, command: CommandName, events: readonly OperationEvent[]) =>
  whoMay(command).some((actor) =>
    bodiesFor(command, state).some((body) => {
      const given = asStored({ command, body, actor }) as ArbitraryCommand;
      const sent = envelopeFor(given, `c${events.length}`);
      return decide(state, sent, moment(events.length + 1_000), preparedFor(given)).kind === 'events';
    }),
  );

/** Whoever came by a merge is here as long as it is. */
function checkReceived({ subjects, received }: OperationState): void {
  const operations = received.map(({ operation }) => operation);
  expect(new Set(operations).size).toBe(operations.length);
  for (const { origin } of subjects) if (origin) expect(operations).toContain(origin.operation);
}

describe('any life of an operation', () => {
  it('keeps every invariant after every command, and always leaves somebody something to do short of its closure', () => {
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 20, maxLength: 70, size: 'max' }), (attempts) => {
        const life = new Life();
        checkState(life);
        for (const each of attempts) if (life.attempt(each)) checkState(life);
        checkTimeline(life);
      }),
      { numRuns: LIVES },
    );
  });

  it('waits for just what a second person can decide', () => {
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 10, maxLength: 70, size: 'max' }), (attempts) => {
        const life = new Life();
        checkAwaited(life);
        for (const each of attempts) if (life.attempt(each)) checkAwaited(life);
      }),
      { numRuns: 100 },
    );
  });

  it('is decided as it is explained: what explain refuses never takes place', () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 60, size: 'max' }), anyCommand, (attempts, last) => {
        const life = new Life();
        for (const each of attempts) life.attempt(each);
        const { allowed } = explain(life.state, last.command, last.actor);
        const took = life.try(last);
        if (!allowed) expect(took).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('can always be brought to its closure by people who do what the blockers ask for', () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 80, size: 'max' }), (attempts) => {
        const life = new Life();
        for (const each of attempts) life.attempt(each);
        bringToClosure(life);
        expect(life.state.stage).toBe('closed');
        checkState(life);
        checkTimeline(life);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves no command that can never be given', () => {
    const taken = new Set<CommandName>();
    // After every step of a life, whatever has never taken place yet is tried: by chance alone the rarest acts would take too long.
    for (let seed = 1; seed <= 4_000 && missing(taken).length > 0; seed++) {
      const life = new Life(taken);
      for (const [pick, number] of fc.sample(fc.tuple(evenly, evenly), { numRuns: 250, seed })) {
        if (number % (2 + (seed % 20)) === 0) helpOn(life, 1 + (pick % 4));
        else tryAnyhow(life, pickOf(openTo(life.state), pick), number);
        for (const command of openTo(life.state)) if (!taken.has(command)) tryAnyhow(life, command, number);
      }
    }
    expect(missing(taken)).toEqual([]);
  });
});

/** Command and body are picked by numbers of their own, none likelier than another: else some pairs would never meet. */
const evenly = fc.noBias(fc.nat());
const missing = (taken: ReadonlySet<CommandName>) => COMMANDS.filter((command) => !taken.has(command));
const pickOf = (commands: readonly CommandName[], number: number) => commands[number % commands.length] as CommandName;

/** Tries a command with every body that may fit, by everyone who may give it, until it takes place. */
function tryAnyhow(life: Life, command: CommandName, seed: number): void {
  const people = whoMay(command);
  const first = seed % people.length;
  const inTurn = [...people.slice(first), ...people.slice(0, first)];
  for (const body of bodiesFor(command, life.state, seed))
    for (const actor of inTurn) if (life.try({ command, body, actor } as ArbitraryCommand)) return;
}

/** What can be given at any time leads nowhere; all else does. */
const ANY_TIME: readonly CommandName[] = ['eraseText', ...(Object.keys(areaSchemas.access) as CommandName[])];
const LEADING = COMMANDS.filter((command) => !ANY_TIME.includes(command));

/** People at their desks: Waymark itself does not count as somebody who can help an operation on. */
const isStaff = ({ roles }: Actor) => !roles.includes('service');
const STAFF = PEOPLE.filter(isStaff);

function bringToClosure(life: Life): void {
  for (let rounds = 0; rounds < STAGES.length && life.state.stage !== 'closed'; rounds++) {
    const { stage } = life.state;
    helpOn(life);
    expect(life.state.stage).not.toBe(stage);
  }
}

/** Asks what stands in the way of leaving the stage, does what helps, as far as `most` acts go, and leaves it. */
function helpOn(life: Life, most = Infinity): void {
  const goal = ONWARD[life.state.stage];
  if (goal === null) return;
  let acts = 0;
  for (let rounds = 0; rounds < 4 && blockersOf(life.state, goal).length > 0; rounds++)
    for (const blocker of blockersOf(life.state, goal))
      for (const remedy of blocker.remedies ?? [])
        for (const body of bodiesFor(remedy, life.state, life.state.sequence, blocker.missing))
          if (acts++ < most) give(life, remedy, body);
  if (acts > most) return;
  expect(blockersOf(life.state, goal)).toEqual([]);
  for (const body of bodiesFor(goal, life.state)) give(life, goal, body);
}

/** Has somebody give a command. Where it asks for a saga, the saga does its part, and the other operation agrees. */
function give(life: Life, command: CommandName, body: object): void {
  const taken = STAFF.some((actor) => life.try({ command, body, actor } as ArbitraryCommand));
  if (taken && command === 'unmerge') tryAnyhow(life, 'completeUnmerge', 0);
}

/** What is in the way of whoever is least hindered. */
const blockersOf = (state: OperationState, command: CommandName) =>
  STAFF.map((actor) => explain(state, command, actor).blockers).sort((a, b) => a.length - b.length)[0] ?? [];

/** Bodies that fit the operation as it stands, as the domain sees them. */
function bodiesFor(
  command: CommandName,
  state: OperationState,
  seed = state.sequence,
  about: readonly string[] = [],
): readonly object[] {
  if (command === 'raiseEuropolReminder') return dues(state).map((due) => due.body);
  const bodies = fittingBodies(command, state, seed, about).map((body) => withheld(command, body));
  const named = OF_WAYMARK[command]?.(state);
  return named ? named.map((one) => ({ ...bodies[0], ...one })) : bodies;
}

/** What Waymark's own commands name of the operation; no form offers it. */
const OF_WAYMARK: Partial<Record<CommandName, (state: OperationState) => readonly object[]>> = {
  reportTranslation: ({ translations }) => translations.map(({ id }) => ({ translation: id })),
  completeMerge: ({ merge }) => (merge ? [{ merge: merge.id }] : []),
  abandonMerge: ({ merge }) => (merge ? [{ merge: merge.id }] : []),
  completeUnmerge: ({ merge }) => (merge ? [{ merge: merge.id }] : []),
  refuseUnmerge: ({ merge }) => (merge ? [{ request: requestOf(merge) }] : []),
  releaseMerge: ({ received }) => received.map(({ merge }) => ({ merge })),
};
