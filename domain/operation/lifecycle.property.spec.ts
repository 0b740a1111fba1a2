import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import {
  anyCommand,
  BODIES,
  envelopeFor,
  PEOPLE,
  preparedFor,
  type ArbitraryCommand,
} from '../../test/support/arbitrary-commands';
import { plusDays } from '../time/days';
import { dues } from './clocks';
import { CLOSING_ITEMS, STAGES } from './codes';
import type { CommandName } from './command-schemas';
import { decide } from './decide';
import type { OperationEvent } from './events';
import { explain } from './explain';
import { fold, foldAll } from './fold';
import { LEAVING } from './gates';
import { COMMANDS } from './lifecycle.v1';
import { unopened, type OperationState } from './state';

const REFERENCE = 'OP-2026-000001';
const START = '2026-01-01T00:00:00.000Z';
/** One step a day, so that periods of days end within a life. */
const moment = (step: number) => plusDays(START, step);

/** Something that is tried: anything by anyone, something that explain allows with a body that may fit, or what helps on. */
type Attempt =
  { readonly wild: ArbitraryCommand } | { readonly pick: number; readonly seed: number } | { readonly helps: number };
const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ wild: anyCommand }) },
  { weight: 4, arbitrary: fc.record({ pick: fc.nat(), seed: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ helps: fc.integer({ min: 1, max: 6 }) }) },
);

/** A value as it comes back from the wire or the database. */
const asStored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** A life of one operation: its state and its timeline. */
class Life {
  state: OperationState = unopened(REFERENCE);
  readonly events: OperationEvent[] = [];
  private step = 0;

  /** @param taken collects the commands that took place */
  constructor(private readonly taken = new Set<CommandName>()) {}

  attempt(what: Attempt): void {
    if ('helps' in what) return helpOn(this, what.helps);
    const given = 'wild' in what ? what.wild : this.allowed(what);
    if (given) this.try(given);
  }

  private allowed({ pick, seed }: { readonly pick: number; readonly seed: number }): ArbitraryCommand | undefined {
    const choices = COMMANDS.filter((name) => PEOPLE.some((actor) => explain(this.state, name, actor).allowed));
    const command = choices[pick % choices.length] as CommandName;
    const people = PEOPLE.filter((actor) => explain(this.state, command, actor).allowed);
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
      this.state = fold(this.state, recorded);
    }
    this.taken.add(given.command);
    return true;
  }
}

function checkInvariants({ state, events }: Life): void {
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, at) => at + 1));
  expect(state.sequence).toBe(events.length);
  expect(asStored(state)).toStrictEqual(state);
  checkEverySnapshot(state, events);

  expect(state.nextDueAt).toBe(dues(state)[0]?.dueAt ?? null);
  checkPackages(events);
  for (const { id } of state.subjects) checkProceedings(id, events);
  checkStages(state, events);
  for (const event of events)
    if (event.type === 'europolReminderRaised') expect(event.occurredAt >= event.payload.dueAt).toBe(true);
}

/** Folded on from any snapshot, as it comes back from the database, the timeline gives the same state. */
function checkEverySnapshot(state: OperationState, events: readonly OperationEvent[]): void {
  let snapshot = unopened(REFERENCE);
  for (let at = 0; at <= events.length; at++) {
    if (!isDeepStrictEqual(foldAll(REFERENCE, events.slice(at), asStored(snapshot)), state))
      throw new Error(`Folded on from sequence ${at} it is another state`);
    snapshot = foldAll(REFERENCE, events.slice(at, at + 1), snapshot);
  }
}

/** Every version is signed off by another than its author, at most once; enforcement begins with the latest signed off. */
function checkPackages(events: readonly OperationEvent[]): void {
  let latest: { version: number; author: string; signedOff: boolean } | undefined;
  for (const { type, payload, actor } of events as readonly (OperationEvent & { payload: { version: number } })[]) {
    if (type === 'packageSubmitted') latest = { version: payload.version, author: actor, signedOff: false };
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
  const NEEDS: Partial<Record<OperationEvent['type'], string>> = {
    chargeRecorded: 'arrestRecorded',
    sentenceRecorded: 'chargeRecorded',
    proceedingsEnded: 'chargeRecorded',
  };
  const own = events.filter(({ type, payload }) => 'subject' in payload && payload.subject === subject && type in ACTS);
  own.forEach(({ type }, at) => {
    if (NEEDS[type]) expect(own[at - 1]?.type).toBe(NEEDS[type]);
  });
}
const ACTS = {
  arrestRecorded: true,
  chargeRecorded: true,
  releasedWithoutCharge: true,
  sentenceRecorded: true,
  proceedingsEnded: true,
};

/** Closed with nothing open, or declined; while closed nothing is recorded but its reopening, by a second person. */
function checkStages(state: OperationState, events: readonly OperationEvent[]): void {
  let closed = false;
  let asked: string | undefined;
  for (const { type, actor } of events) {
    if (closed) expect(['reopeningRequested', 'reopeningApproved']).toContain(type);
    if (type === 'declined' || type === 'operationClosed') closed = true;
    if (type === 'reopeningRequested') asked = actor;
    if (type === 'reopeningApproved') {
      expect([undefined, actor]).not.toContain(asked);
      closed = false;
    }
  }
  expect(state.stage === 'closed').toBe(closed);
  if (!closed) return;
  expect(state.nextDueAt).toBeNull();
  if (state.outcome === 'closed')
    for (const gate of LEAVING.sentencing) expect([gate.code, gate.missing(state)]).toEqual([gate.code, []]);
  else expect(state.outcome).toBe('declined');
}

describe('any life of an operation', () => {
  it('keeps the invariants, whatever is tried, and always leaves somebody something to do', () => {
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 20, maxLength: 120, size: 'max' }), (attempts) => {
        const life = new Life();
        for (const each of attempts) {
          life.attempt(each);
          expect(COMMANDS.some((command) => STAFF.some((actor) => explain(life.state, command, actor).allowed))).toBe(
            true,
          );
        }
        checkInvariants(life);
      }),
      { numRuns: 80 },
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
        checkInvariants(life);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves no command that can never be given', () => {
    const taken = new Set<CommandName>();
    fc.assert(
      fc.property(
        fc.array(attempt, { maxLength: 80, size: 'max' }),
        fc.array(attempt, { maxLength: 20, size: 'max' }),
        (before, after) => {
          const life = new Life(taken);
          for (const each of before) life.attempt(each);
          bringToClosure(life);
          for (const each of after) life.attempt(each);
          checkInvariants(life);
        },
      ),
      { numRuns: 100, seed: 1 },
    );
    expect(COMMANDS.filter((command) => !taken.has(command))).toEqual([]);
  });
});

/** People at their desks: Waymark itself does not count as somebody who can help an operation on. */
const STAFF = PEOPLE.filter(({ roles }) => !roles.includes('service'));

/** What takes an operation on from each stage. */
const GOAL: Readonly<Record<OperationState['stage'], CommandName | null>> = {
  unopened: 'openReferral',
  referral: 'submitReferral',
  assessment: 'adopt',
  'intelligence-build': 'advance',
  enforcement: 'advance',
  prosecution: 'advance',
  sentencing: 'close',
  closed: null,
};

/** What a person does about a blocker, who knows nothing of the operation but that blocker. */
const REMEDIES: Readonly<Record<string, readonly CommandName[]>> = {
  'score-confirmed': ['recordThreatScore', 'confirmThreatScore'],
  'products-settled': ['completeProduct'],
  'package-signed-off': ['submitPackage', 'signOffPackage'],
  'subject-named': ['addSubject'],
  'plan-signed': ['signEnforcementPlan'],
  'safeguarding-planned': ['recordSafeguardingPlan'],
  'liaison-decided': ['recordLiaisonNotNeeded'],
  'suspects-decided': ['recordArrest', 'recordCharge'],
  'proceedings-ended': ['recordSentence', 'releaseWithoutCharge'],
  'disruption-assessed': ['assessDisruption'],
  'matters-settled': ['settleClosingItem'],
  debriefed: ['recordDebrief'],
};

function bringToClosure(life: Life): void {
  for (let rounds = 0; rounds < STAGES.length && life.state.stage !== 'closed'; rounds++) {
    const { stage } = life.state;
    helpOn(life);
    expect(life.state.stage).not.toBe(stage);
  }
}

/** Asks what stands in the way of leaving the stage, does what is asked for, as far as `most` acts go, and leaves it. */
function helpOn(life: Life, most = Infinity): void {
  const goal = GOAL[life.state.stage];
  if (goal === null) return;
  let acts = 0;
  for (const blocker of blockersOf(life.state, goal))
    for (const remedy of REMEDIES[blocker.code] ?? [])
      for (const body of bodiesFor(remedy, life.state, life.state.sequence, blocker.missing))
        if (acts++ < most) give(life, remedy, body);
  if (acts > most) return;
  expect(blockersOf(life.state, goal)).toEqual([]);
  for (const body of bodiesFor(goal, life.state)) give(life, goal, body);
}

const give = (life: Life, command: CommandName, body: object) =>
  STAFF.some((actor) => life.try({ command, body, actor } as ArbitraryCommand));

/** What is in the way of whoever is least hindered. */
const blockersOf = (state: OperationState, command: CommandName) =>
  STAFF.map((actor) => explain(state, command, actor).blockers).sort((a, b) => a.length - b.length)[0] ?? [];

/** Bodies that fit the operation as it stands, as far as one can tell without knowing the command's rule. */
function bodiesFor(
  command: CommandName,
  state: OperationState,
  seed = state.sequence,
  about: readonly string[] = [],
): readonly object[] {
  const [body = {}] = fc.sample(BODIES[command] as fc.Arbitrary<object>, { numRuns: 1, seed });
  const named = (all: readonly string[]) => (about.length > 0 ? about : all);
  if ('subject' in body) return named(state.subjects.map(({ id }) => id)).map((subject) => ({ ...body, subject }));
  if ('product' in body)
    return named(state.products.map(({ product }) => product)).map((product) => ({ ...body, product }));
  if ('risk' in body) return [{ risk: state.score?.assessment.risk }];
  if ('item' in body) return named(CLOSING_ITEMS).map((item) => ({ ...body, item }));
  if (command === 'addSubject' && about.length > 0) return [{ ...body, roles: ['suspect'] }];
  if (command === 'reportTranslation') return state.translations.map(({ id }) => ({ ...body, translation: id }));
  if (command === 'raiseEuropolReminder') return dues(state).map((due) => due.body);
  return [body];
}
