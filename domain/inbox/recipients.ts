import type { TeamRole } from '../operation/codes';
import type { EventPayloads, EventType, OperationEvent } from '../operation/events';
import type { Brief } from '../operation/brief';

/** What is looked at of an operation to find out whom an event concerns. */
export type Concerned = Pick<Brief, 'team' | 'package' | 'referral'>;

/** Stands for the supervisors of the lead force, whoever they are. */
export const SUPERVISORS = 'supervisors of the lead force';

type Tell<T extends EventType> = (operation: Concerned, payload: EventPayloads[T]) => readonly (string | undefined)[];

const inRoles =
  (...roles: readonly TeamRole[]) =>
  ({ team }: Concerned) =>
    team.filter(({ role }) => roles.includes(role)).map(({ person }) => person);
const team = (operation: Concerned) => operation.team.map(({ person }) => person);
const referrer = ({ referral }: Concerned) => [referral?.by];
const investigator = inRoles('senior-investigating-officer');
const analysis = inRoles('senior-investigating-officer', 'intelligence-analyst');
const author = (operation: Concerned) => [operation.package?.author];
const liaison = inRoles('senior-investigating-officer', 'rocu-liaison-officer');

/** Who is told of what. An event that is not listed concerns nobody in particular: it is on the timeline. */
const TELL: { readonly [T in EventType]?: Tell<T> } = {
  accessGranted: (_, { person }) => [person],
  accessChallenged: (operation) => [SUPERVISORS, ...investigator(operation)],
  adopted: referrer,
  declined: referrer,
  intelligenceReported: (operation, { material }) => (material ? analysis(operation) : []),
  rescoreAsked: (_, { people }) => people,
  referralReturned: referrer,
  referralWithdrawn: team,
  handedOver: team,
  mergeRequested: team,
  mergedInto: team,
  mergeAbandoned: (operation, { requestedBy }) => [requestedBy, ...team(operation)],
  mergeReceived: team,
  unmergeRequested: team,
  unmergeRefused: (operation, { requestedBy }) => [requestedBy, ...team(operation)],
  unmerged: team,
  mergeReleased: team,
  markingChanged: team,
  teamAssigned: (_, { person }) => [person],
  teamMemberReleased: (_, { person }) => [person],
  subjectReclassified: team,
  authorisationGranted: analysis,
  authorisationRefused: analysis,
  authorisationCancelled: analysis,
  productTaskSet: (_, { person }) => [person],
  translationReported: inRoles('intelligence-analyst', 'digital-media-investigator'),
  qualifiedTranslationRecorded: inRoles('intelligence-analyst', 'digital-media-investigator'),
  packageSubmitted: investigator,
  packageSignedOff: author,
  packageRecalled: author,
  europolMessageRecorded: (operation, { direction }) => (direction === 'in' ? liaison(operation) : []),
  europolReminderRaised: liaison,
  europolRequestDecided: liaison,
  mediaInvestigatorAsked: inRoles('digital-media-investigator'),
  mediaInvestigatorAssigned: (_, { person }) => [person],
  exhibitHandedOver: (_, { to }) => [to],
  monitoringOfficerAssigned: (_, { person }) => [person],
  orderBreached: investigator,
  stageAdvanced: team,
  operationClosed: team,
  reopeningRequested: team,
  reopeningApproved: team,
  rollbackRequested: team,
  rollbackApproved: team,
  rollbackRefused: team,
};

/** The people whose inbox an event goes to, {@link SUPERVISORS} among them: each once, and never who did it. */
export function recipients(
  event: Pick<OperationEvent, 'type' | 'payload' | 'actor'>,
  operation: Concerned,
): readonly string[] {
  const tell = TELL[event.type] as Tell<EventType> | undefined;
  const people = tell?.(operation, event.payload) ?? [];
  return [...new Set(people)].filter((person) => person !== undefined && person !== event.actor) as string[];
}
