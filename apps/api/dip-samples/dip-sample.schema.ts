import { z } from 'zod';
import { FORCES } from '../../../domain/access/actor';
import { STAGES, THREAT_AREAS } from '../../../domain/operation/codes';
import { REFERENCE } from '../../../domain/operation/reference';
import { DIP_LIMIT, DIP_METHOD, DIP_OUTCOMES } from '../../../domain/oversight/dip-sample';
import { text } from '../../../domain/text/text.schema';
import { cursor, cursorCodec, limit } from '../http/cursor';
import { readText } from '../timeline/event.schema';

const day = z.iso.date();
const count = z.int().min(0);

export const drawRequest = z
  .strictObject({
    count: z.int().min(1).max(DIP_LIMIT).describe('How many operations, 1 to 50'),
    stage: z.enum(STAGES).nullable().default(null).describe('Only operations that are in this stage now'),
    threatArea: z.enum(THREAT_AREAS).nullable().default(null).describe('Only operations of this threat area'),
    from: day.nullable().default(null).describe('Only referrals that were opened on this day or later (Europe/London)'),
    to: day.nullable().default(null).describe('Only referrals that were opened on this day or before'),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    path: ['to'],
    message: 'Give a last day that is not before the first.',
  })
  .meta({ id: 'DipSampleRequest' });
export type DrawRequest = z.output<typeof drawRequest>;

export const reviewRequest = z
  .strictObject({
    operation: z.string().regex(REFERENCE).describe('Reference of an operation of the sample'),
    outcome: z.enum(DIP_OUTCOMES),
    note: text(4000, 'What you have looked at and found, and what is to be done'),
  })
  .meta({ id: 'DipReviewRequest' });
export type ReviewRequest = z.output<typeof reviewRequest>;

/** Signing off says nothing more: what was found is in the reviews. */
export const signOffRequest = z.strictObject({}).meta({ id: 'DipSignOffRequest' });

export const dipQuery = z.strictObject({ limit, cursor });
export type DipQuery = z.output<typeof dipQuery>;
export const dipCursor = cursorCodec(z.tuple([z.iso.datetime(), z.string().max(64)]));

const by = { by: z.string().describe('Identifier of the person'), at: z.iso.datetime() };

/** A sample as a whole. */
export const dipSample = z
  .object({
    id: z.string(),
    force: z.enum(FORCES),
    drawn: z.object(by),
    asked: z
      .object({
        count: z.int(),
        stage: z.enum(STAGES).nullable(),
        threatArea: z.enum(THREAT_AREAS).nullable(),
        from: day.nullable(),
        to: day.nullable(),
      })
      .describe('What was drawn from, and how many were wanted'),
    seed: z.string().describe('256 random bits, hexadecimal, from which the draw follows'),
    population: count.describe('How many operations there were to draw from'),
    counts: z.object({
      operations: count.describe('How many were drawn'),
      reviewed: count,
      actionNeeded: count.describe('Of those reviewed, by the review that stands'),
      waiting: count.describe('Not reviewed yet; without those that another force leads by now'),
    }),
    signedOff: z.object(by).nullable().describe('null while it can be reviewed; then for ever'),
  })
  .meta({ id: 'DipSample', description: 'Operations of a force, drawn at random to be looked into' });
export type DipSample = z.output<typeof dipSample>;

const review = z.object({ outcome: z.enum(DIP_OUTCOMES), note: readText, ...by }).meta({ id: 'DipReview' });

const item = z
  .object({
    reference: z.string(),
    codename: z.string().nullable(),
    stage: z.enum(STAGES),
    threatArea: z.enum(THREAT_AREAS).nullable(),
    leadForce: z.enum(FORCES).nullable(),
    version: count.describe('How many reviews there are: for `If-Match`'),
    reviews: z.array(review).describe('The oldest first; the last one stands'),
  })
  .meta({ id: 'DipItem', description: 'An operation of a sample' });
export type DipItem = z.output<typeof item>;

export const dipView = dipSample
  .extend({
    items: z.array(item).describe('In the order in which they were drawn, those that you see'),
    notSeen: count.describe('How many more were drawn that you do not see'),
  })
  .meta({ id: 'DipSampleView' });
export type DipView = z.output<typeof dipView>;

export const dipPage = z
  .object({ items: z.array(dipSample), next: z.string().nullable().describe('Address of the next page') })
  .meta({ id: 'DipSamplePage', description: 'The samples of your force, the newest first, unfinished ones too' });
export type DipPage = z.output<typeof dipPage>;

export const dipDraw = z
  .object({
    method: z.string().describe(DIP_METHOD),
    seed: z.string(),
    population: z
      .array(z.string())
      .describe('References of what was drawn from, in order; `restricted` in place of those that you do not see'),
    drawn: z.array(z.string()),
    repeats: z.boolean().describe('Whether the same are drawn again; anything else would be a forgery'),
  })
  .meta({ id: 'DipDraw', description: 'The draw of a sample, repeated just now' });
export type DipDraw = z.output<typeof dipDraw>;
