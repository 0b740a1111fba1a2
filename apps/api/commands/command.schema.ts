import { z } from 'zod';
import { commandEvent } from '../timeline/event.schema';

/** What giving a command answers, the first time and every time it is repeated. */
export const commandAnswer = z
  .object({
    reference: z.string().describe('Reference of the operation, as OP-2026-000123'),
    commandId: z.string().describe('Digest of author and Idempotency-Key'),
    sequence: z.int().describe('Version of the operation after this command'),
    events: z.array(commandEvent),
  })
  .meta({ id: 'CommandAnswer' });
export type CommandAnswer = z.output<typeof commandAnswer>;
