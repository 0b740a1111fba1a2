import { z } from 'zod';
import { FORCES } from '../../../domain/access/actor';
import { TEAM_ROLES } from '../../../domain/operation/codes';

/** Most people that are listed: more than one force has at work. */
export const WORKLOAD_LIMIT = 500;

export const workloadQuery = z.strictObject({
  leadForce: z.enum(FORCES).optional().describe('Only operations that this force leads'),
});
export type WorkloadQuery = z.output<typeof workloadQuery>;

const load = z
  .object({
    person: z.string().describe('Identifier of somebody on the team of an operation'),
    roles: z.array(z.enum(TEAM_ROLES)).describe('Theirs on these teams, each once'),
    operations: z.int().describe('On whose team they are, without closed ones'),
    overdue: z.int().describe('Of these, those in which something is overdue'),
    nextDueAt: z.iso.datetime().nullable().describe('When something in them is due first, or has been'),
  })
  .meta({ id: 'Load' });
export type Load = z.output<typeof load>;

export const workload = z
  .object({ items: z.array(load).describe(`Most overdue first, at most ${WORKLOAD_LIMIT}`) })
  .meta({ id: 'Workload', description: 'Who works on how much, of the operations that you see' });
export type Workload = z.output<typeof workload>;
