import { z } from 'zod';
import { text } from '../../../text/text.schema';
import { ENTITY_KINDS, ENTITY_LINKS, IDENTIFIER_KINDS, SUBJECT_ROLES, TEAM_ROLES } from '../../codes';
import { grade, idOf, personId, subjectId } from '../fields.schema';

export const assignTeam = z.strictObject({ person: personId, role: z.enum(TEAM_ROLES) }).meta({ id: 'AssignTeam' });

const roles = z
  .array(z.enum(SUBJECT_ROLES))
  .min(1)
  .max(SUBJECT_ROLES.length)
  .refine((all) => new Set(all).size === all.length, { message: 'Name each role once.' })
  .describe('One person may be both suspect and potential victim')
  .meta({ uniqueItems: true });

export const addSubject = z
  .strictObject({
    roles,
    name: text(200, 'Name, or the best description there is'),
    grounds: text(2000, 'Why this person is a subject of the operation'),
  })
  .meta({ id: 'AddSubject' });

export const recordSafeguardingPlan = z
  .strictObject({
    subject: idOf('potential-victims', 'S', 'Potential victim'),
    plan: text(4000, 'Safeguarding plan for this potential victim'),
  })
  .meta({ id: 'RecordSafeguardingPlan' });

export const releaseTeamMember = z
  .strictObject({ person: personId, role: z.enum(TEAM_ROLES), reason: text(2000, 'Why this person leaves the team') })
  .meta({ id: 'ReleaseTeamMember' });

export const addAlias = z
  .strictObject({ subject: subjectId, alias: text(200, 'Another name this person goes by') })
  .meta({ id: 'AddAlias' });

export const addIdentifier = z
  .strictObject({
    subject: subjectId,
    kind: z.enum(IDENTIFIER_KINDS),
    value: text(200, 'The number or address as it was found'),
  })
  .meta({ id: 'AddIdentifier' });

export const changeSubjectRoles = z
  .strictObject({ subject: subjectId, roles, grounds: text(2000, 'Why the roles change') })
  .meta({ id: 'ChangeSubjectRoles' });

export const reclassifySubject = z
  .strictObject({
    subject: idOf('suspects', 'S', 'Suspect of this operation'),
    grounds: text(4000, 'Why this suspect is thought to be a potential victim'),
  })
  .meta({ id: 'ReclassifySubject' });

export const addEntity = z
  .strictObject({ kind: z.enum(ENTITY_KINDS), label: text(300, 'What or where it is') })
  .meta({ id: 'AddEntity' });

const entityId = z
  .string()
  .regex(/^[SE][1-9]\d{0,3}$/)
  .describe('Subject or entity of this operation, as S1 or E1')
  .meta({ 'x-of': 'entities' });

export const linkEntities = z
  .strictObject({
    from: entityId,
    to: entityId,
    kind: z.enum(ENTITY_LINKS),
    grade,
    source: text(2000, 'What the link rests on'),
  })
  .meta({ id: 'LinkEntities' });

export const removeEntityLink = z
  .strictObject({ link: idOf('entity-links', 'L', 'Link'), reason: text(2000, 'Why the link does not hold') })
  .meta({ id: 'RemoveEntityLink' });
