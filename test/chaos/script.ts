import { PERSON_COMMANDS } from '../../apps/api/commands/command-request';
import type { OperationView } from '../../apps/api/operations/operation.schema';
import type { Actor } from '../../domain/access/actor';
import { maySee } from '../../domain/access/need-to-know';
import { remitOf } from '../../domain/access/remit';
import { briefOf } from '../../domain/operation/brief';
import type { CommandName } from '../../domain/operation/command-schemas';
import { TEAM_ROLES } from '../../domain/operation/codes';
import { explain } from '../../domain/operation/explain';
import { ONWARD } from '../../domain/operation/lifecycle.v1';
import type { OperationState } from '../../domain/operation/state';
import { PEOPLE, type PersonId } from '../../platform/embedded/identity/people';
import { fittingBodies } from '../support/fitting-bodies';
import type { Random } from '../../samples/random';

/** Something a person does: the command and what it says. */
export interface Act {
  readonly by: PersonId;
  readonly command: CommandName;
  readonly body: object;
  readonly happenedAt?: string;
}

const tasking: PersonId = 'tasking-officer-norfolk';
const sio: PersonId = 'senior-investigator-norfolk';
const analyst: PersonId = 'intelligence-analyst-norfolk';
const media: PersonId = 'digital-media-investigator-norfolk';
const liaison: PersonId = 'rocu-liaison-officer-ersou';
export const supervisor: PersonId = 'supervisor-norfolk';

const DAY_MS = 86_400_000;
/** How soon the clock of a message that was sent a day ago falls due. */
const SOON_MS = { least: 3_000, most: 15_000 };
const MOST_SUBJECTS = 5;
const MOST_TRANSLATIONS = 4;
const ROAD = 0.4;
/** How often, beside the road, it is anything at all instead of what stirs clocks and translations. */
const WILD = 0.5;

export const OPENING: Act = {
  by: tasking,
  command: 'openReferral',
  body: {
    threatArea: 'modern-slavery-human-trafficking',
    leadForce: 'norfolk',
    marking: 'OFFICIAL',
    grade: { sourceEvaluation: '2', intelligenceAssessment: 'C', handlingCode: 'P' },
    grounds: 'Invented grounds.',
  },
};

/** Would end an operation before its time, keep messages and their clocks from it, or hide it from those who go on with it. */
const LEFT_OUT: readonly CommandName[] = [
  'withdrawReferral',
  'decline',
  'recordLiaisonNotNeeded',
  'handOver',
  'changeMarking',
];

/** Whoever goes on with an operation once it is no referral any more. */
const TEAM = [
  { person: sio, role: 'senior-investigating-officer' },
  { person: analyst, role: 'intelligence-analyst' },
  { person: media, role: 'digital-media-investigator' },
  { person: liaison, role: 'rocu-liaison-officer' },
] as const;

/** What someone does next with an operation they have looked at: on along the main road, or something beside it. */
export function nextAct(view: OperationView, random: Random): Act {
  const missing = TEAM.find(({ person }) => !view.team.some((member) => member.person === person));
  if (missing && view.stage !== 'closed') return act(tasking, 'assignTeam', missing);
  if (view.stage === 'closed' || random.chance(ROAD)) return onTheRoad(view, random);
  return (random.chance(WILD) ? anything(view, random) : undefined) ?? random.pick(besides(view, random));
}

/** The next step on the main road. What stands in its way is done first. */
export function onTheRoad(view: OperationView, random: Random): Act {
  const goal = ONWARD[view.stage] ?? (view.reopening ? 'approveReopening' : 'requestReopening');
  const blockers = PEOPLE.map((person) => explain(stateOf(view), goal, person).blockers);
  const [least = []] = blockers.sort((a, b) => a.length - b.length);
  const helps = least.flatMap(({ remedies = [], missing }) => remedies.map((command) => ({ command, missing })));
  const acts = helps.flatMap(({ command, missing }) => fitting(command, view, random, missing));
  return random.pick(acts.length > 0 ? acts : fitting(goal, view, random));
}

/** Anything at all that somebody may do now. */
function anything(view: OperationView, random: Random): Act | undefined {
  const command = random.pick(PERSON_COMMANDS);
  const acts = fitting(command, view, random);
  return acts.length > 0 ? random.pick(acts) : undefined;
}

/** A command as everyone may give it who is allowed to now, about each thing that it may be about. */
function fitting(
  command: CommandName,
  view: OperationView,
  random: Random,
  about: readonly string[] = [],
): readonly Act[] {
  if (LEFT_OUT.includes(command)) return [];
  const people = PEOPLE.filter((person) => sees(person, view) && explain(stateOf(view), command, person).allowed);
  const bodies = fittingBodies(command, stateOf(view), random.whole(0, 1_000), about);
  return people.flatMap(({ id }) => bodies.map((body) => act(id, command, body)));
}

const sees = (person: Actor, view: OperationView) =>
  maySee(remitOf(person), { ...view, named: briefOf(stateOf(view)).named }, new Date().toISOString());

/** What readers are shown is the state, with texts beside their references. */
const stateOf = (view: OperationView) => view as unknown as OperationState;

/** What can be done at this stage without moving it on. */
function besides(view: OperationView, random: Random): readonly Act[] {
  const { stage, subjects, translations } = view;
  const team = { person: `person-${random.whole(0, 2 ** 31).toString(16)}`, role: random.pick(TEAM_ROLES) };
  const acts = [act(random.pick([tasking, sio]), 'assignTeam', team)];
  if (subjects.length < MOST_SUBJECTS) acts.push(subject(random.pick(['suspect', 'potential-victim', 'witness'])));
  const victim = subjects.find(({ roles }) => isVictim(roles));
  if (victim) acts.push(safeguarding(victim.id));
  if (stage === 'referral') return acts;
  if (stage === 'assessment') acts.push(threatScore(random));
  if (view.liaison.status === 'none') return [...acts, openLiaison()];
  if (translations.length < MOST_TRANSLATIONS && ['intelligence-build', 'enforcement', 'prosecution'].includes(stage))
    acts.push(act(media, 'requestTranslation', { language: 'hu', extract: 'Exhibit EX/1' }));
  return view.liaison.status === 'open' ? [...acts, ...messages(view, random)] : acts;
}

/** Messages with and without a clock, answers that stop one, and one whose clock falls due within seconds. */
function messages(view: OperationView, random: Random): readonly Act[] {
  const soon = new Date(Date.now() - DAY_MS + random.between(SOON_MS.least, SOON_MS.most)).toISOString();
  const asked = view.liaison.messages.find(({ direction, answered }) => direction === 'out' && !answered);
  return [
    europolMessage({ direction: 'out', replyWithinDays: random.whole(2, 60) }),
    { ...europolMessage({ direction: 'out', replyWithinDays: 1 }), happenedAt: soon },
    europolMessage({ direction: 'in', ...(asked ? { answers: asked.id } : {}) }),
  ];
}

/** A message through SIENA by the liaison officer. */
export function europolMessage(body: { direction: 'in' | 'out'; replyWithinDays?: number; answers?: string }): Act {
  const evaluation = { source: 'A', information: '2' };
  return act(liaison, 'recordEuropolMessage', { evaluation, handling: 'H1', content: 'Invented content.', ...body });
}

export const openLiaison = () => act(liaison, 'openEuropolLiaison', { country: 'HU', purpose: 'Invented purpose.' });

function threatScore(random: Random): Act {
  const value = () => random.whole(0, 4);
  const factors = {
    physicalHarm: value(),
    psychologicalHarm: value(),
    financialHarm: value(),
    communityHarm: value(),
    geographicScope: value(),
    victimVulnerability: value(),
    frequency: value(),
    scale: value(),
  };
  const strengths = { confidence: 3, capacity: 2, capability: 2 };
  return act(analyst, 'recordThreatScore', { factors, ...strengths, rationale: 'Invented.' });
}

const act = (by: PersonId, command: CommandName, body: object = {}): Act => ({ by, command, body });
const isVictim = (roles: readonly string[]) => roles.includes('potential-victim');
const subject = (role: string) =>
  act(analyst, 'addSubject', { roles: [role], name: 'Somebody invented', grounds: 'Invented.' });
const safeguarding = (id: string) => act(analyst, 'recordSafeguardingPlan', { subject: id, plan: 'Invented.' });
