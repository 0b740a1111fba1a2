import type { PersonId } from '../../../platform/embedded/identity/people';
import { analyst, liaison, media, sio, supervisor, tasking, type Operation } from './people';

/** What differs between operations on their way from referral to a signed-off package. */
export interface Beginning {
  readonly codename: string;
  readonly threatArea: string;
  readonly leadForce: string;
  readonly marking: string;
  readonly grounds: string;
  readonly rationale: string;
  readonly products: readonly string[];
  /** Day of the referral, as YYYY-MM-DD. */
  readonly day: string;
}

/**
 * Refers the operation, assigns its team and lets the supervisor in, since another force leads; scores and adopts it. An
 * analyst tries to adopt and is refused.
 */
export async function adopted(play: Operation, begin: Beginning): Promise<void> {
  const at = { happenedAt: `${begin.day}T09:00:00Z` };
  const { codename, threatArea, leadForce, marking, grounds, products, rationale } = begin;
  const grade = { sourceEvaluation: '1', intelligenceAssessment: 'B', handlingCode: 'P' };
  const referral = { codename, threatArea, leadForce, marking, grade, grounds };
  await play.does(tasking, 'opens the referral', 'openReferral', referral, at);
  for (const [person, role] of [
    [sio, 'senior-investigating-officer'],
    [analyst, 'intelligence-analyst'],
    [media, 'digital-media-investigator'],
    [liaison, 'rocu-liaison-officer'],
  ] as const)
    await play.does(tasking, `assigns ${person}`, 'assignTeam', { person, role }, at);
  await letsIn(play, supervisor, 'Oversight of the work that Norfolk does for the lead force.');
  await play.does(tasking, 'submits the referral', 'submitReferral', {}, at);
  const factors = {
    physicalHarm: 4,
    psychologicalHarm: 4,
    financialHarm: 3,
    communityHarm: 2,
    geographicScope: 4,
    victimVulnerability: 4,
    frequency: 3,
    scale: 3,
  };
  const strengths = { confidence: 3, capacity: 2, capability: 3 };
  await play.does(analyst, 'records the threat score', 'recordThreatScore', { factors, ...strengths, rationale }, at);
  const adoption = { codename, products, rationale };
  const refused = { status: 403, reasons: ['role', 'score-confirmed'] };
  await play.isRefused(analyst, 'adopts without being a tasking officer', 'adopt', adoption, refused);
  await play.does(tasking, 'confirms the score', 'confirmThreatScore', { risk: 170 }, at);
  await play.does(tasking, 'adopts the operation', 'adopt', adoption, at);
}

/** Lets somebody in by name who sees the operation neither by their force nor by the team, for half a year from today. */
async function letsIn(play: Operation, person: PersonId, reason: string): Promise<void> {
  const until = new Date(Date.now() + 182 * 86_400_000).toISOString();
  await play.does(tasking, `lets ${person} in`, 'grantAccess', { person, until, reason });
}

/** Names a subject and answers its identifier. */
export async function names(
  play: Operation,
  role: 'suspect' | 'potential-victim',
  name: string,
  grounds: string,
  happenedAt: string,
): Promise<string> {
  const { subject } = await play.does(
    analyst,
    `names a ${role}`,
    'addSubject',
    { roles: [role], name, grounds },
    { happenedAt },
  );
  return String(subject);
}

/** Completes the chosen products and has the package signed off by somebody else than its author. */
export async function packaged(
  play: Operation,
  products: Readonly<Record<string, string>>,
  summary: string,
  happenedAt: string,
): Promise<void> {
  for (const [product, found] of Object.entries(products))
    await play.does(
      analyst,
      `completes the ${product} product`,
      'completeProduct',
      { product, summary: found },
      { happenedAt },
    );
  await play.isRefused(
    sio,
    'moves on without a signed-off package',
    'advance',
    {},
    { status: 422, reasons: ['package-signed-off'] },
  );
  await play.does(sio, 'submits the intelligence package', 'submitPackage', { summary }, { happenedAt });
  await play.isRefused(
    sio,
    'signs off their own package',
    'signOffPackage',
    {},
    { status: 422, reasons: ['own-package'] },
  );
  await play.does(supervisor, 'signs off the package', 'signOffPackage', {}, { happenedAt });
  await play.does(sio, 'moves on to enforcement', 'advance', {}, { happenedAt });
}

/** Takes a potential victim through the National Referral Mechanism to those who look after them from then on. */
export async function safeguarded(
  play: Operation,
  victim: string,
  exploitation: 'labour' | 'sexual' | 'criminal',
  returnedTo: string | null,
  happenedAt: string,
): Promise<void> {
  const at = { happenedAt };
  const plan = {
    subject: victim,
    plan: 'Reception centre, interpreter and support worker; a single point of contact.',
  };
  await play.does(analyst, `plans the safety of ${victim}`, 'recordSafeguardingPlan', plan, at);
  const record = { victim, age: 'adult', exploitation: [exploitation], identity: `Identity of ${victim}, restricted` };
  await play.does(analyst, `opens the safeguarding record of ${victim}`, 'openVictimRecord', record, at);
  const needs = { victim, needs: ['safety', 'accommodation', 'interpretation'], note: 'Assessed with an interpreter.' };
  await play.does(analyst, `assesses the needs of ${victim}`, 'assessNeeds', needs, at);
  await play.does(analyst, `records the consent of ${victim}`, 'recordConsent', { victim, consent: true }, at);
  await play.does(analyst, `refers ${victim} to the NRM`, 'referToNrm', { victim }, at);
  const decision = { victim, positive: true };
  await play.does(analyst, `has reasonable grounds for ${victim}`, 'recordReasonableGrounds', decision, at);
  const place = { victim, place: 'Safe house of a partner agency' };
  await play.does(analyst, `has ${victim} accommodated`, 'recordAccommodation', place, at);
  if (returnedTo !== null)
    await play.does(analyst, `records the return of ${victim}`, 'recordReturn', { victim, country: returnedTo }, at);
  const to = { victim, to: 'Support worker of the partner agency' };
  await play.does(analyst, `hands over the safeguarding of ${victim}`, 'handOverSafeguarding', to, at);
}

/** Settles what closing waits for and closes. */
export async function closed(
  play: Operation,
  disruption: string,
  notes: Readonly<Record<'orders' | 'confiscation' | 'appeal-windows' | 'exhibits' | 'safeguarding', string>>,
): Promise<void> {
  await play.does(supervisor, 'assesses the disruption', 'assessDisruption', {
    disruption,
    rationale: 'The group has ceased to operate.',
  });
  for (const [item, note] of Object.entries(notes)) {
    const outcome = note.startsWith('None') ? 'not-applicable' : 'settled';
    await play.does(supervisor, `settles ${item}`, 'settleClosingItem', { item, outcome, note });
  }
  await play.isRefused(supervisor, 'closes without a debrief', 'close', {}, { status: 422, reasons: ['debriefed'] });
  const group = { group: '1', reason: 'Public protection.' };
  await play.does(supervisor, 'sets the retention group', 'setRetention', group);
  const debrief = { debrief: 'What worked, and what the next operation should do sooner.', reviewDate: '2033-02-17' };
  await play.does(sio, 'records the debrief', 'recordDebrief', debrief);
  await play.does(supervisor, 'closes the operation', 'close', {});
}
