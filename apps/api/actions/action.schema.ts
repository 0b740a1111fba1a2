import { z } from 'zod';
import { blockers } from '../http/problems';

const action = z
  .object({
    command: z.string(),
    title: z.string(),
    allowed: z.boolean().describe('Whether you may give it now, as far as stage, your roles and gates go'),
    blockers: blockers.describe('Everything that stands in its way; none when allowed'),
    freshSignIn: z.boolean().describe('Whether it needs a sign-in at most 10 minutes old, whatever `allowed` says'),
    body: z.record(z.string(), z.unknown()).describe('JSON Schema (2020-12) of its body'),
  })
  .meta({ id: 'Action' });

export const actionList = z
  .object({ sequence: z.int().describe('Version these were judged at'), items: z.array(action) })
  .meta({ id: 'ActionList', description: 'Every command, in the order of the main road' });
export type ActionList = z.output<typeof actionList>;
