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

const detention = z
  .object({
    subject: z.string().describe('As S1'),
    arrestedAt: z.iso.datetime(),
    review: z.int().describe('Number of the review that comes next, from 1'),
    reviewDueAt: z.iso
      .datetime()
      .nullable()
      .describe(
        'Until when it must be held (PACE 1984 s. 40); null before detention is authorised, and after a release',
      ),
    limitAt: z.iso
      .datetime()
      .describe(
        'Earliest end of the 24 hours (PACE 1984 s. 41): they run from arrival at the station, which comes after the arrest. Longer periods that were authorised are not recorded here',
      ),
  })
  .meta({ id: 'DetentionClock', description: 'How long somebody who is under arrest may be kept' });

export const clockList = z
  .object({
    items: z.array(clock),
    detention: z.array(detention).describe('Of everybody who is under arrest and not charged, in the order of arrest'),
  })
  .meta({ id: 'ClockList' });
export type ClockList = z.output<typeof clockList>;
