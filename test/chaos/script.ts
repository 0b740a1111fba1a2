import type { OperationView } from '../../apps/api/operations/operation.schema';
import type { CommandName } from '../../domain/operation/command-schemas';
import { TEAM_ROLES, CLOSING_ITEMS, PRODUCTS } from '../../domain/operation/codes';
import type { PersonId } from '../../platform/embedded/identity/people';
import type { Random } from './random';

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

/** What someone does next with an operation they have looked at: on along the main road, or something beside it. */
export function nextAct(view: OperationView, random: Random): Act {
  if (view.stage === 'closed' || random.chance(ROAD)) return onTheRoad(view, random);
  return random.pick(besides(view, random));
}

/** The next step on the main road. What stands in its way is done first. */
export function onTheRoad(view: OperationView, random: Random): Act {
  const suspect = (...statuses: readonly string[]) =>
    view.subjects.find((one) => one.suspect !== null && statuses.includes(one.suspect.status))?.id;
  switch (view.stage) {
    case 'referral':
      return act(tasking, 'submitReferral');
    case 'assessment':
      if (!view.score) return threatScore(random);
      if (!view.score.confirmedBy) return act(tasking, 'confirmThreatScore', { risk: view.score.assessment.risk });
      return act(tasking, 'adopt', {
        codename: 'Example',
        products: random.shuffled(PRODUCTS).slice(0, random.whole(1, 3)),
        rationale: 'Invented.',
      });
    case 'intelligence-build': {
      const product = view.products.find(({ status }) => status === 'chosen')?.product;
      if (product && random.chance(0.8)) return act(analyst, 'completeProduct', { product, summary: 'Invented.' });
      if (product) return act(analyst, 'withdrawProduct', { product, reason: 'Invented.' });
      if (!suspect('suspected')) return subject('suspect');
      if (!view.package) return act(random.pick([sio, analyst]), 'submitPackage', { summary: 'Invented.' });
      if (!view.package.signedOffBy) return act(supervisor, 'signOffPackage');
      return act(sio, 'advance');
    }
    case 'enforcement': {
      const unplanned = view.subjects.find(({ roles, safeguardingPlan }) => isVictim(roles) && !safeguardingPlan);
      if (unplanned) return safeguarding(unplanned.id);
      if (view.liaison.status === 'none') return openLiaison();
      if (!view.plan) return enforcementPlan();
      const free = suspect('suspected');
      return free ? arrest(free) : act(sio, 'advance');
    }
    case 'prosecution': {
      const [free, arrested] = [suspect('suspected'), suspect('arrested')];
      if (free) return arrest(free);
      if (!arrested) return act(sio, 'advance');
      return random.chance(0.7)
        ? act(sio, 'recordCharge', { subject: arrested, offences: ['MSA2015-s2'] })
        : release(arrested);
    }
    case 'sentencing':
      return towardsTheEnd(view, random, suspect);
    case 'closed':
      return view.reopening
        ? act(supervisor, 'approveReopening')
        : act(sio, 'requestReopening', { reason: 'Invented.' });
  }
}

function towardsTheEnd(
  view: OperationView,
  random: Random,
  suspect: (...statuses: readonly string[]) => string | undefined,
): Act {
  const [charged, undecided] = [suspect('charged'), suspect('suspected', 'arrested')];
  if (undecided) return release(undecided);
  if (charged && random.chance(0.7))
    return act(sio, 'recordSentence', { subject: charged, months: random.whole(6, 60), court: 'NORWICH-CC' });
  if (charged) return act(sio, 'endProceedings', { subject: charged, outcome: 'acquitted', reason: 'Invented.' });
  if (!view.closing.disruption)
    return act(supervisor, 'assessDisruption', { disruption: 'moderate', rationale: 'Invented.' });
  const item = CLOSING_ITEMS.find((one) => !view.closing.settled.includes(one));
  if (item) return act(supervisor, 'settleClosingItem', { item, outcome: 'not-applicable', note: 'Invented.' });
  if (!view.closing.reviewDate) return act(sio, 'recordDebrief', { debrief: 'Invented.', reviewDate: '2033-01-05' });
  return act(supervisor, 'close');
}

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
const arrest = (id: string) => act(sio, 'recordArrest', { subject: id, station: 'NOR-WYM' });
const release = (id: string) => act(sio, 'releaseWithoutCharge', { subject: id, reason: 'Invented.' });
const enforcementPlan = () =>
  act(sio, 'signEnforcementPlan', {
    plan: 'Invented.',
    policyFile: 'Invented.',
    premises: [{ address: '1 Example Road', power: 'warrant-pace-s8' }],
  });
