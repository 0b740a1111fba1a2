import { z } from 'zod';
import { plainText } from '../../../domain/text/text.schema';

export const supportNeedCode = z
  .string()
  .regex(/^[a-z][a-z-]{1,40}$/)
  .describe('Small letters and hyphens; it stays for ever');

export const supportNeedRequest = z
  .strictObject({
    title: plainText(100).describe('What the theme is called'),
    position: z.int().min(1).max(1000).describe('Its place in the list'),
    retired: z.boolean().default(false).describe('Whether it is no longer offered'),
  })
  .meta({ id: 'SupportNeedRequest' });
export type SupportNeedRequest = z.output<typeof supportNeedRequest>;

export const supportNeed = z
  .object({
    code: supportNeedCode,
    title: z.string(),
    position: z.int(),
    retired: z.boolean(),
    version: z.int().describe('The ETag is this number in quotation marks'),
  })
  .meta({ id: 'SupportNeed', description: 'A theme of the support-need assessment' });
export type SupportNeed = z.output<typeof supportNeed>;

export const supportNeedList = z.object({ items: z.array(supportNeed) }).meta({ id: 'SupportNeedList' });
export type SupportNeedList = z.output<typeof supportNeedList>;
