import fc from 'fast-check';
import {
  anyCommand,
  BODIES,
  envelopeFor,
  PEOPLE,
  preparedFor,
  type ArbitraryCommand,
} from '../../test/support/arbitrary-commands';
import { dues } from './clocks';
import { CLOSING_ITEMS } from './codes';
import type { CommandName } from './command-schemas';
import { decide } from './decide';
import type { OperationEvent } from './events';
import { explain } from './explain';
import { fold, foldAll } from './fold';
import { LEAVING } from './gates';
import { COMMANDS } from './lifecycle.v1';
import { unopened, type OperationState } from './state';

const REFERENCE = 'OP-2026-000001';
const START = Date.parse('2026-01-01T00:00:00.000Z');
const moment = (step: number) => new Date(START + step * 3_600_000).toISOString();

/** Something that is tried: anything by anyone, something that explain allows with a body that may fit, or what helps on. */
type Attempt =
  { readonly wild: ArbitraryCommand } | { readonly pick: number; readonly seed: number } | { readonly helps: number };
const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ wild: anyCommand }) },
  { weight: 4, arbitrary: fc.record({ pick: fc.nat(), seed: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ helps: fc.integer({ min: 1, max: 6 }) }) },
);

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
    const decision = decide(this.state, envelopeFor(given, `c${this.step}`), now, preparedFor(given));
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
  expect(state.sequence).toBe(events.length);
  expect(foldAll(REFERENCE, events)).toEqual(state);
  expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  const half = Math.floor(events.length / 2);
  expect(foldAll(REFERENCE, events.slice(half), foldAll(REFERENCE, events.slice(0, half)))).toEqual(state);

  expect(state.nextDueAt).toBe(dues(state)[0]?.dueAt ?? null);
  if (state.package?.signedOffBy) expect(state.package.signedOffBy).not.toBe(state.package.author);
  const reached = events.map(({ type }) => type);
  for (const { suspect } of state.subjects) {
    if (suspect?.status === 'sentenced') expect(suspect.offences.length).toBeGreaterThan(0);
    expect(suspect?.months === null || suspect?.months === undefined || suspect.status === 'sentenced').toBe(true);
  }
  if (reached.includes('stageAdvanced')) expect(reached).toContain('packageSignedOff');
  if (state.stage === 'closed') {
    expect(state.nextDueAt).toBeNull();
    if (state.outcome === 'closed')
      for (const gate of LEAVING.sentencing) expect([gate.code, gate.missing(state)]).toEqual([gate.code, []]);
  }
}

describe('any life of an operation', () => {
  it('keeps the invariants, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 20, maxLength: 120, size: 'max' }), (attempts) => {
        const life = new Life();
        for (const each of attempts) life.attempt(each);
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

/** What helps on in each stage, in the order in which it is tried; each by whoever may. */
const HELP: Readonly<Record<OperationState['stage'], readonly CommandName[]>> = {
  unopened: ['openReferral'],
  referral: ['submitReferral'],
  assessment: ['recordThreatScore', 'confirmThreatScore', 'adopt'],
  'intelligence-build': ['addSubject', 'completeProduct', 'submitPackage', 'signOffPackage', 'advance'],
  enforcement: ['recordSafeguardingPlan', 'recordLiaisonNotNeeded', 'signEnforcementPlan', 'advance'],
  prosecution: ['recordArrest', 'recordCharge', 'advance'],
  sentencing: [
    'releaseWithoutCharge',
    'recordSentence',
    'assessDisruption',
    'settleClosingItem',
    'recordDebrief',
    'close',
  ],
  closed: [],
};

function bringToClosure(life: Life): void {
  for (let rounds = 0; rounds < 200 && life.state.stage !== 'closed'; rounds++) helpOn(life);
}

/** Gives, once each and by whoever may, the commands that help the operation on in its stage. */
function helpOn(life: Life, most = Infinity): void {
  for (const command of HELP[life.state.stage].slice(0, most))
    for (const body of bodiesFor(command, life.state))
      PEOPLE.some((actor) => life.try({ command, body, actor } as ArbitraryCommand));
}

/** Bodies that fit the operation as it stands, as far as one can tell without knowing the command's rule. */
function bodiesFor(command: CommandName, state: OperationState, seed = state.sequence): readonly object[] {
  const [body = {}] = fc.sample(BODIES[command] as fc.Arbitrary<object>, { numRuns: 1, seed });
  if ('subject' in body) return state.subjects.map(({ id }) => ({ ...body, subject: id }));
  if ('product' in body) return state.products.map(({ product }) => ({ ...body, product }));
  if ('risk' in body) return [{ risk: state.score?.assessment.risk }];
  if ('item' in body) return CLOSING_ITEMS.map((item) => ({ ...body, item }));
  if (command === 'reportTranslation') return state.translations.map(({ id }) => ({ ...body, translation: id }));
  if (command === 'raiseEuropolReminder') return dues(state).map((due) => due.body);
  return [body];
}
