import type { TextRef } from '../../../text/text';
import type { SubjectRole, TeamRole } from '../../codes';

export interface PeopleEvents {
  teamAssigned: { person: string; role: TeamRole };
  subjectAdded: { subject: string; roles: readonly SubjectRole[]; name: TextRef; grounds: TextRef };
  safeguardingPlanRecorded: { subject: string; plan: TextRef };
}
