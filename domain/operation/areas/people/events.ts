import type { TextRef } from '../../../text/text';
import type { ENTITY_KINDS, ENTITY_LINKS, Grade, IDENTIFIER_KINDS, SubjectRole, TeamRole } from '../../codes';

export interface PeopleEvents {
  teamAssigned: { person: string; role: TeamRole };
  subjectAdded: { subject: string; roles: readonly SubjectRole[]; name: TextRef; grounds: TextRef };
  safeguardingPlanRecorded: { subject: string; plan: TextRef };
  teamMemberReleased: { person: string; role: TeamRole; reason: TextRef };
  aliasAdded: { subject: string; alias: TextRef };
  identifierAdded: { subject: string; kind: (typeof IDENTIFIER_KINDS)[number]; value: TextRef };
  subjectRolesChanged: { subject: string; roles: readonly SubjectRole[]; grounds: TextRef };
  subjectReclassified: { subject: string; grounds: TextRef };
  entityAdded: { entity: string; kind: (typeof ENTITY_KINDS)[number]; label: TextRef };
  entitiesLinked: {
    link: string;
    from: string;
    to: string;
    kind: (typeof ENTITY_LINKS)[number];
    grade: Grade;
    source: TextRef;
  };
  entityLinkRemoved: { link: string; reason: TextRef };
}
