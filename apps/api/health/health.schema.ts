import { z } from 'zod';

const status = z.enum(['up', 'down']);

export const readiness = z
  .object({ ready: z.boolean(), postgres: status, redis: status, temporal: status, identity: status })
  .meta({ id: 'Readiness' });
export type Readiness = z.output<typeof readiness>;

export const liveness = z.object({ status: z.literal('up') }).meta({ id: 'Liveness' });
