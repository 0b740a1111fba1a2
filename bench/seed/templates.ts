import canonicalize from 'canonicalize';
import { FORCES, type Actor, type Force, type Role } from '../../domain/access/actor';
import { briefOf, type Brief } from '../../domain/operation/brief';
import { THREAT_AREAS, type ThreatArea } from '../../domain/operation/codes';
import { commandSchemas, type CommandName } from '../../domain/operation/command-schemas';
import { decide, type CommandEnvelope, type PreparedFor } from '../../domain/operation/decide';
import type { OperationEvent } from '../../domain/operation/events';
import { fold } from '../../domain/operation/fold';
import { stageEntered } from '../../domain/operation/stages-entered';
import { unopened, type OperationState } from '../../domain/operation/state';
import { MORILE_TACTICAL } from '../../domain/scoring/morile-tactical.v1';
import { scoreThreat } from '../../domain/scoring/score-threat';
import type { TextRecord } from '../../domain/text/text';
import { envelopeOf } from '../../platform/commands/envelope';
import { REFERRAL } from '../given';

/** One event of a template, as the timeline holds it. */
export interface TemplateEvent {
  readonly sequence: number;
  readonly type: string;
  readonly version: number;
  readonly payload: string;
  readonly actor: string;
  readonly command: CommandName;
  readonly commandId: string;
  readonly fingerprint: string;
}

/** An operation that the domain itself has brought as far as it is; many rows of the worklist are copies of it. */
export interface Template {
  readonly state: OperationState;
  readonly brief: Brief;
  readonly events: readonly TemplateEvent[];
  readonly texts: readonly TextRecord[];
  /** Sequence of the event by which it was last submitted for assessment. */
  readonly submitted: number | null;
}

export type Step = readonly [command: CommandName, role: Role, body: object];

const ones = Object.fromEntries(Object.keys(MORILE_TACTICAL.factors).map((factor) => [factor, 1]));
const SCORE = { factors: ones, confidence: 2, capacity: 2, capability: 2 } as const;
const { risk } = scoreThreat(SCORE);

export const SUBMIT: Step = ['submitReferral', 'tasking-officer', {}];
const SCORE_RECORDED: Step = ['recordThreatScore', 'intelligence-analyst', { ...SCORE, rationale: 'Invented.' }];
export const SCORED: readonly Step[] = [SCORE_RECORDED, ['confirmThreatScore', 'tasking-officer', { risk }]];
const DECLINE: Step = ['decline', 'tasking-officer', { rationale: 'Invented.' }];
const ADOPT: Step = [
  'adopt',
  'tasking-officer',
  { codename: 'Sample', products: ['telecoms'], rationale: 'Invented.' },
];

/** An answer is waited for, so that a clock runs. */
const ASKED: readonly Step[] = [
  ['openEuropolLiaison', 'rocu-liaison-officer', { country: 'HU', purpose: 'Invented.' }],
  [
    'recordEuropolMessage',
    'rocu-liaison-officer',
    {
      ...{ direction: 'out', evaluation: { source: 'A', information: '1' }, handling: 'H0', content: 'Invented.' },
      replyWithinDays: 14,
    },
  ],
];
const PACKAGE: readonly Step[] = [
  ['assignTeam', 'tasking-officer', { person: 'investigator', role: 'senior-investigating-officer' }],
  ['completeProduct', 'intelligence-analyst', { product: 'telecoms', summary: 'Invented.' }],
  ['submitPackage', 'intelligence-analyst', { summary: 'Invented.' }],
];

/** How far the operations of a worklist have come, in tenths: most of them wait in assessment. */
const STORIES: readonly (readonly Step[])[] = [
  [],
  [],
  ...Array<readonly Step[]>(3).fill([SUBMIT]),
  [SUBMIT, SCORE_RECORDED],
  [SUBMIT, ...ASKED],
  [SUBMIT, ...SCORED],
  [SUBMIT, ...SCORED, ADOPT, ...PACKAGE],
  [SUBMIT, ...SCORED, DECLINE],
];

/** When all of it happens: what is waited for is due later, since what is overdue keeps the reconciler busy. */
const TODAY = `${new Date().toISOString().slice(0, 10)}T00:00:00.000Z`;

/** Tasking officers of each force, who refer and decide in turns; the first of them is one of the people who can sign in. */
const OFFICERS = 10;

/** Templates for every story, force and threat area. */
export function templates(): readonly Template[] {
  return STORIES.flatMap((story, nth) =>
    FORCES.flatMap((force) =>
      THREAT_AREAS.map((threatArea, area) => play(story, force, threatArea, (nth + area) % OFFICERS)),
    ),
  );
}

/**
 * What the domain makes of a story: state, events and texts, as they would have been recorded.
 *
 * @param officer which of the tasking officers of the force
 */
export function play(story: readonly Step[], force: Force, threatArea: ThreatArea, officer = 0): Template {
  const opening: Step = ['openReferral', 'tasking-officer', { ...REFERRAL, leadForce: force, threatArea }];
  const stamps = { happenedAt: TODAY, occurredAt: TODAY };
  const events: TemplateEvent[] = [];
  const texts: TextRecord[] = [];
  let [state, submitted] = [unopened(''), null as number | null];
  for (const [at, [command, role, body]] of [opening, ...story].entries()) {
    const nth = role === 'tasking-officer' && officer > 0 ? `-${officer + 1}` : '';
    const actor: Actor = { id: `${role}-${force}${nth}`, roles: [role], force };
    const given = envelopeOf(
      {
        command,
        body: commandSchemas[command].parse(body),
        actor,
        idempotencyKey: `seed-${at}`,
        happenedAt: null,
        ifMatch: null,
      },
      Buffer.alloc(32),
    );
    const prepared = (command === 'recordThreatScore' ? scoreThreat(SCORE) : undefined) as PreparedFor<CommandName>;
    const envelope: CommandEnvelope = { ...given, seen: state.sequence };
    const decision = decide(state, envelope, stamps.occurredAt, prepared);
    if (decision.kind !== 'events') throw new Error(`${command}: ${JSON.stringify(decision)}`);
    const [event] = decision.events;
    if (!event || decision.events.length > 1) throw new Error(`${command} must have one event here`);
    const sequence = state.sequence + 1;
    const recorded = { ...event, ...stamps, sequence, actor: actor.id } as OperationEvent;
    state = fold(state, recorded);
    if (stageEntered(recorded) === 'assessment') submitted = sequence;
    const { commandId, fingerprint } = envelope;
    const payload = canonicalize(event.payload) as string;
    events.push({ ...event, payload, sequence, actor: actor.id, command, commandId, fingerprint });
    texts.push(...envelope.texts);
  }
  return { state, brief: briefOf(state), events, texts, submitted };
}
