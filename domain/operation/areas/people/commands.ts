import { blocked, type Decide } from '../../decide';
import { event } from '../../events';

/** Puts a person on the team in one role; both together are given once. */
export const assignTeam: Decide<'assignTeam'> = ({ state, body }) =>
  state.team.some(({ person, role }) => person === body.person && role === body.role)
    ? blocked('already-assigned', 'This person already has this role in the team.')
    : [event('teamAssigned', body)];

/** Names a person as subject of the operation. Identifiers run S1, S2, … within the operation. */
export const addSubject: Decide<'addSubject'> = ({ state, body }) => [
  event('subjectAdded', { subject: `S${state.subjects.length + 1}`, ...body }),
];

/** Records, or replaces, how a potential victim will be kept safe. */
export const recordSafeguardingPlan: Decide<'recordSafeguardingPlan'> = ({ state, body }) =>
  state.subjects.find(({ id }) => id === body.subject)?.roles.includes('potential-victim')
    ? [event('safeguardingPlanRecorded', body)]
    : blocked('not-a-potential-victim', `${body.subject} is not a potential victim of this operation.`);
