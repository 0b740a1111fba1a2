import { z } from 'zod';
import { text } from '../../../text/text.schema';
import { idOf, personId } from '../fields.schema';

export const grantAccess = z
  .strictObject({
    person: personId,
    until: z.iso.datetime({ offset: true }).describe('When the access ends, at most a year from now'),
    reason: text(2000, 'Why this person needs to know'),
  })
  .meta({ id: 'GrantAccess' });

export const challengeAccess = z
  .strictObject({ reason: text(2000, 'Why you must see this operation now, without having been let in') })
  .meta({ id: 'ChallengeAccess' });

export const revokeAccess = z
  .strictObject({
    grant: idOf('grants', 'K', 'Grant that has not been revoked'),
    reason: text(2000, 'Why the access ends early'),
  })
  .meta({ id: 'RevokeAccess' });

export const excludePerson = z
  .strictObject({
    person: personId,
    reason: text(2000, 'Why this person must not see the operation, such as a conflict of interest'),
  })
  .meta({ id: 'ExcludePerson' });

export const liftExclusion = z
  .strictObject({
    person: personId.meta({ 'x-of': 'excluded-people' }),
    reason: text(2000, 'Why the person may see the operation again'),
  })
  .meta({ id: 'LiftExclusion' });
