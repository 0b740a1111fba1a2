import { blocked, type Decide } from '../../decide';
import { event } from '../../events';
import { nextSubject } from '../merging/subjects';
import { find, nextId } from '../entities';

/** Puts a person on the team in one role; both together are given once. */
export const assignTeam: Decide<'assignTeam'> = ({ state, body }) =>
  state.team.some(({ person, role }) => person === body.person && role === body.role)
    ? blocked('already-assigned', 'This person already has this role in the team.')
    : [event('teamAssigned', body)];

/** Releases a person from a role in the team, with the reason. */
export const releaseTeamMember: Decide<'releaseTeamMember'> = ({ state, body }) =>
  state.team.some(({ person, role }) => person === body.person && role === body.role)
    ? [event('teamMemberReleased', body)]
    : blocked('not-assigned', 'This person does not have this role in the team.');

/** Names a person as subject of the operation. Identifiers run S1, S2, … within the operation. */
export const addSubject: Decide<'addSubject'> = ({ state, body }) => [
  event('subjectAdded', { subject: nextSubject(state), ...body }),
];

/** Adds a name that a subject also goes by. */
export const addAlias: Decide<'addAlias'> = ({ state, body }) => {
  const subject = find(state.subjects, body.subject, 'subject');
  return 'blockers' in subject ? subject : [event('aliasAdded', body)];
};

/** Adds a phone, document, vehicle mark or account of a subject. */
export const addIdentifier: Decide<'addIdentifier'> = ({ state, body }) => {
  const subject = find(state.subjects, body.subject, 'subject');
  return 'blockers' in subject ? subject : [event('identifierAdded', body)];
};

/** Changes what part a subject plays. Whoever was arrested or more stays a suspect, and whoever is being safeguarded a potential victim. */
export const changeSubjectRoles: Decide<'changeSubjectRoles'> = ({ state, body }) => {
  const subject = find(state.subjects, body.subject, 'subject');
  if ('blockers' in subject) return subject;
  if (subject.suspect && !REMOVABLE.includes(subject.suspect.status) && !body.roles.includes('suspect'))
    return blocked(
      'suspect-status',
      `${body.subject} is ${subject.suspect.status} and stays a suspect, unless reclassified as potential victim.`,
    );
  const stays = body.roles.includes('potential-victim') && !body.roles.includes('suspect');
  if (subject.suspect?.status === 'reclassified' && !stays)
    return blocked('reclassified', `${body.subject} was reclassified as a potential victim and stays one.`);
  const protectedStill = state.victims.some(({ id, handedOver }) => id === body.subject && !handedOver);
  if (protectedStill && !body.roles.includes('potential-victim'))
    return blocked('record-open', `The safeguarding record of ${body.subject} is open: hand it over first.`);
  return [event('subjectRolesChanged', body)];
};

const REMOVABLE: readonly string[] = ['suspected', 'reclassified'];

/**
 * Reclassifies a suspect as potential victim (Operation Volvox; MSA 2015 ss. 45 and 52): proceedings against them end, a
 * safeguarding plan is due, and the duty to notify begins.
 */
export const reclassifySubject: Decide<'reclassifySubject'> = ({ state, body }) => {
  const subject = find(state.subjects, body.subject, 'subject');
  if ('blockers' in subject) return subject;
  if (!subject.suspect) return blocked('not-a-suspect', `${body.subject} is not a suspect in this operation.`);
  return RECLASSIFIABLE.includes(subject.suspect.status)
    ? [event('subjectReclassified', body)]
    : blocked(
        'suspect-status',
        `${body.subject} is ${subject.suspect.status}; this needs ${RECLASSIFIABLE.join(' or ')}.`,
      );
};
const RECLASSIFIABLE: readonly string[] = [
  'suspected',
  'arrested',
  'bailed',
  'released-under-investigation',
  'released-without-charge',
  'discontinued',
];

/** Adds an object, location or event (POLE, NPCC 2022). */
export const addEntity: Decide<'addEntity'> = ({ state, body }) => [
  event('entityAdded', { entity: nextId('E', state.entities), ...body }),
];

/** Links two subjects or entities, with kind, grade and source. */
export const linkEntities: Decide<'linkEntities'> = ({ state, body }) => {
  if (body.from === body.to) return blocked('same-entity', 'A link needs two different ends.');
  const all = [...state.subjects, ...state.entities];
  for (const end of [body.from, body.to]) {
    const found = find(all, end, 'entity');
    if ('blockers' in found) return found;
  }
  return [event('entitiesLinked', { link: nextId('L', state.entityLinks), ...body })];
};

/** Removes a link that does not hold; it stays on the timeline. */
export const removeEntityLink: Decide<'removeEntityLink'> = ({ state, body }) => {
  const link = find(state.entityLinks, body.link, 'link');
  if ('blockers' in link) return link;
  return link.removed
    ? blocked('link-removed', `${body.link} is removed already.`)
    : [event('entityLinkRemoved', body)];
};

/** Records, or replaces, how a potential victim will be kept safe. */
export const recordSafeguardingPlan: Decide<'recordSafeguardingPlan'> = ({ state, body }) =>
  state.subjects.find(({ id }) => id === body.subject)?.roles.includes('potential-victim')
    ? [event('safeguardingPlanRecorded', body)]
    : blocked('not-a-potential-victim', `${body.subject} is not a potential victim of this operation.`);
