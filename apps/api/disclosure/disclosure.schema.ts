import { z } from 'zod';
import { DISCLOSURE_DECISIONS, DISCLOSURE_SCHEDULES, MARKINGS } from '../../../domain/operation/codes';
import { readText } from '../timeline/event.schema';

export const schedulePath = z.enum(DISCLOSURE_SCHEDULES);
export type Schedule = z.output<typeof schedulePath>;

/** What each schedule is called on its form (Director's Guidance on Charging, 6th edition). */
export const TITLES: Readonly<Record<Schedule, string>> = {
  MG6C: 'Schedule of relevant non-sensitive unused material',
  MG6D: 'Schedule of relevant sensitive unused material',
  MG6E: "Disclosure officer's report",
};

export const disclosureSchedule = z
  .object({
    operation: z.string(),
    marking: z.enum(MARKINGS).nullable(),
    schedule: schedulePath,
    title: z.string().describe("As on the form of the Director's Guidance on Charging, 6th edition"),
    sequence: z.int().describe('Version of the operation that this is taken from'),
    items: z.array(
      z.object({
        item: z.string(),
        description: readText.describe('Its latest wording'),
        listedBy: z.string(),
        listedAt: z.iso.datetime(),
        decision: z.enum(DISCLOSURE_DECISIONS).nullable(),
        reason: readText.nullable(),
        decidedBy: z.string().nullable(),
        decidedAt: z.iso.datetime().nullable(),
      }),
    ),
  })
  .meta({ id: 'DisclosureSchedule', description: 'One disclosure schedule as it stands, item by item' });
export type DisclosureSchedule = z.output<typeof disclosureSchedule>;
