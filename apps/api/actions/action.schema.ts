import { z } from 'zod';
import { PERSON_COMMANDS } from '../commands/command-request';
import { commaList } from '../http/comma-list';
import { blockers } from '../http/problems';

/** What the actions may be narrowed to. */
export const actionsQuery = z.strictObject({
  command: commaList(PERSON_COMMANDS, 'command')
    .optional()
    .describe('Only these commands, with commas between them, as `adopt,decline`'),
  bodies: z.enum(['true', 'false']).default('true').describe('false: without `body`, which makes the answer small'),
});
export type ActionsQuery = z.output<typeof actionsQuery>;

const action = z
  .object({
    command: z.string(),
    title: z.string(),
    allowed: z.boolean().describe('Whether you may give it now, as far as stage, your roles and gates go'),
    blockers: blockers.describe('Everything that stands in its way; none when allowed'),
    freshSignIn: z.boolean().describe('Whether it needs a sign-in at most 10 minutes old, whatever `allowed` says'),
    body: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('JSON Schema (2020-12) of its body; absent with `bodies=false`'),
  })
  .meta({ id: 'Action' });
export type Action = z.output<typeof action>;

export const actionList = z
  .object({ sequence: z.int().describe('Version these were judged at'), items: z.array(action) })
  .meta({ id: 'ActionList', description: 'The commands asked for, in the order of the main road' });
export type ActionList = z.output<typeof actionList>;
