import { z } from 'zod';

const clock = z
  .object({
    dueAt: z.iso.datetime(),
    overdue: z.boolean(),
    command: z.string().describe('The command the operation then gives itself'),
    title: z.string(),
    about: z.record(z.string(), z.string()).describe('What it is about, such as the message that awaits an answer'),
  })
  .meta({ id: 'Clock' });

export const clockList = z.object({ items: z.array(clock) }).meta({ id: 'ClockList' });
export type ClockList = z.output<typeof clockList>;
