import { blocked, type Decide } from '../../decide';
import { event } from '../../events';
import { find, nextId } from '../entities';
import type { AccessState } from './state';

const HOUR_MS = 3_600_000;
/** How long broken glass stays open. Project default: no guidance sets it. */
export const CHALLENGE_HOURS = 8;
/** The longest that access by name is given for at once. Project default. */
const LONGEST_DAYS = 366;

/** Lets a person in by name, for a reason and until a date. */
export const grantAccess: Decide<'grantAccess'> = ({ state, body, actor, happenedAt }) => {
  const { person, reason } = body;
  const until = new Date(body.until).toISOString();
  if (person === actor.id)
    return blocked('own-access', 'Nobody lets themselves in: ask somebody else of the operation.');
  if (state.excluded.includes(person)) return isExcluded(person);
  if (until <= happenedAt || Date.parse(until) > Date.parse(happenedAt) + LONGEST_DAYS * 24 * HOUR_MS)
    return blocked('until', 'Let the access end after now, and within a year: it can be given again.');
  if (lasting(state, person).some((grant) => grant.until >= until))
    return blocked('already-granted', `${person} has access until then already.`);
  return [event('accessGranted', { grant: nextId('K', state.grants), person, until, reason })];
};

/**
 * Breaks the glass: whoever gives it sees the operation for {@link CHALLENGE_HOURS} hours, and its supervisors are told at
 * once. An exclusion stands, and so does the clearance that the marking asks for.
 */
export const challengeAccess: Decide<'challengeAccess'> = ({ state, body: { reason }, actor, happenedAt }) => {
  const person = actor.id;
  if (state.excluded.includes(person)) return isExcluded(person);
  if (lasting(state, person).some((grant) => grant.until > happenedAt))
    return blocked('already-granted', 'You have access to this operation already.');
  const until = new Date(Date.parse(happenedAt) + CHALLENGE_HOURS * HOUR_MS).toISOString();
  return [event('accessChallenged', { grant: nextId('K', state.grants), person, until, reason })];
};

/** Ends access that was given by name, or taken by breaking the glass, before its time. */
export const revokeAccess: Decide<'revokeAccess'> = ({ state, body: { grant, reason } }) => {
  const found = find(state.grants, grant, 'grant');
  if ('blockers' in found) return found;
  return found.revoked
    ? blocked('grant-status', `${grant} is revoked already.`)
    : [event('accessRevoked', { grant, person: found.person, reason })];
};

/** Keeps a person out, whatever else would let them in. They may be on the team: then release them too. */
export const excludePerson: Decide<'excludePerson'> = ({ state, body }) =>
  state.excluded.includes(body.person) ? isExcluded(body.person) : [event('personExcluded', body)];

/** Lets a person be seen as anyone else again. Grants they had before stand. */
export const liftExclusion: Decide<'liftExclusion'> = ({ state, body, actor }) => {
  if (body.person === actor.id) return blocked('own-access', 'Nobody lifts their own exclusion.');
  return state.excluded.includes(body.person)
    ? [event('exclusionLifted', body)]
    : blocked('not-excluded', `${body.person} is not excluded.`);
};

const lasting = ({ grants }: AccessState, person: string) =>
  grants.filter((grant) => grant.person === person && !grant.revoked);

const isExcluded = (person: string) => blocked('excluded', `${person} is excluded from this operation.`);
