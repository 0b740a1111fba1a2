import { z } from 'zod';
import { FORCES, ROLES } from '../../../domain/access/actor';
import { STAGES, TEAM_ROLES } from '../../../domain/operation/codes';
import { cursor, cursorCodec, limit } from '../http/cursor';
import { personId } from './person-id';

/** What people may be looked for by. */
export const peopleQuery = z.strictObject({
  force: z.enum(FORCES).optional(),
  role: z
    .enum(ROLES)
    .exclude(['service'])
    .optional()
    .describe('Only people who have this role, whatever others they have'),
  limit,
  cursor,
});
export type PeopleQuery = z.output<typeof peopleQuery>;

/** The order of identifiers. */
export const peopleCursor = cursorCodec(personId);

const known = {
  id: z.string(),
  force: z.string().describe('Empty where the identity provider does not say, or they have not signed in yet'),
  roles: z.array(z.enum(ROLES)),
};

export const peoplePage = z
  .object({
    items: z.array(z.object(known).meta({ id: 'KnownPerson' })),
    next: z.string().nullable().describe('Address of the next page'),
  })
  .meta({
    id: 'PeoplePage',
    description: 'People who have signed in, by identifier, as their token last described them',
  });
export type PeoplePage = z.output<typeof peoplePage>;

/** Most operations of one person that are shown. */
export const ASSIGNMENTS_LIMIT = 100;

const assignment = z
  .object({
    reference: z.string(),
    codename: z.string().nullable(),
    stage: z.enum(STAGES),
    roles: z.array(z.enum(TEAM_ROLES)).describe('Theirs on its team'),
    nextDueAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Assignment' });
export type Assignment = z.output<typeof assignment>;

export const person = z
  .object({
    ...known,
    operations: z
      .array(assignment)
      .describe(
        `Those that you see on whose team they are, at most ${ASSIGNMENTS_LIMIT}: soonest due first, those without a clock last`,
      ),
  })
  .meta({ id: 'Person', description: 'Somebody who has signed in or was assigned, and what they work on' });
export type Person = z.output<typeof person>;
