import { z } from 'zod';
import { FORCES } from '../../../domain/access/actor';
import { PROFILE_AREAS, PROFILE_ROLES } from '../../../domain/profiles/areas.v1';
import { FLAGS } from '../../../domain/profiles/flags';
import { rfgModel } from '../../../domain/profiles/rfg-model.schema';
import { RFG_DEFAULT } from '../../../domain/profiles/score';
import { cursor, cursorCodec, limit } from '../http/cursor';

/** Stands on everything that tells of profiled people. */
export const LEAD = 'A profile is a lead for a person, not a decision. Protected characteristics are no input.';

export const runRequest = z
  .strictObject({
    asOf: z.iso.date().describe('The day it is as of; later events are not looked at'),
    model: rfgModel.default(RFG_DEFAULT).describe('How people are ranked; the project’s default where it is absent'),
  })
  .meta({ id: 'ProfileRunRequest' });
export type RunRequest = z.output<typeof runRequest>;

const area = z.enum(['all', ...PROFILE_AREAS]);
const role = z.enum(PROFILE_ROLES);
const scope = z.enum(['all', ...FORCES]).describe('`all`: across counties; or a force; or a region, by its unit');

const list = z.object({
  role,
  area,
  scope,
  people: z.int(),
  events: z.int().describe('In the window'),
  harm: z.number().describe('In the window and the unit of the gravity, as far as it is known'),
  unmappedShare: z.number().describe('Of the events, those without a known harm'),
  concentration: z
    .array(z.object({ share: z.number(), harm: z.number() }))
    .describe('Of the harm, what the given shares of people held who held most'),
});
const backTest = z.object({
  asOf: z.iso.date().describe('It was ranked as of this day; the harm of the following six months was then looked at'),
  byRanking: z.number().describe('Share of that harm which the first 100 of the ranking held'),
  byCount: z.number().describe('Share which the 100 with most events held'),
  atRandom: z.number().describe('Share which any 100 hold'),
  lift: z.number().describe('byRanking over atRandom'),
});
const disparity = z.object({
  role,
  by: z.enum(['sex', 'ethnicity']),
  group: z.string(),
  people: z.int(),
  first: z.int().describe('Of them, among the first 200 across counties'),
  rate: z.number(),
  ratio: z.number().nullable().describe('The rate over that of all'),
});

export const profileRun = z
  .object({
    id: z.string(),
    nth: z.int(),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    step: z.string().nullable().describe('What it is at'),
    asOf: z.iso.date(),
    model: rfgModel,
    notice: z.literal(LEAD),
    lists: z.array(list).nullable(),
    backTest: z.object({ suspect: backTest, victim: backTest }).nullable(),
    disparity: z.array(disparity).nullable().describe('How ranks fall by group'),
    peakMemory: z.int().nullable(),
    madeBy: z.string(),
    madeAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ProfileRun', description: 'One profiling of all people whose records are in' });
export type ProfileRun = z.output<typeof profileRun>;

export const runsQuery = z.strictObject({ limit, cursor });
export type RunsQuery = z.output<typeof runsQuery>;
export const runCursor = cursorCodec(z.tuple([z.int()]));
export const runPage = z
  .object({
    items: z.array(profileRun.omit({ lists: true, backTest: true, disparity: true })),
    next: z.string().nullable().describe('Address of the next page'),
  })
  .meta({ id: 'ProfileRunPage', description: 'The newest first' });
export type RunPage = z.output<typeof runPage>;

export const rankingQuery = z.strictObject({
  role: role.default('suspect'),
  area: area.default('all'),
  scope: scope.default('all'),
  format: z.enum(['json', 'csv']).default('json'),
  limit,
  cursor,
});
export type RankingQuery = z.output<typeof rankingQuery>;
export const rankingCursor = cursorCodec(z.tuple([z.int()]));

const score = z.number().describe('0 to 100');
export const ranked = z.object({
  rank: z.int(),
  person: z.int().nullable().describe('Absent where only other forces hold records of them'),
  score,
  recency: score,
  frequency: score,
  gravity: score,
  events: z.int().describe('In the window'),
  harm: z.number().describe('In the window, as far as it is known'),
  unmappedShare: z.number().describe('Of the events, those without a known harm'),
  lastDay: z.iso.date().nullable(),
  forces: z.array(z.string()).describe('That hold such events; those that are not yours are “another force”'),
  flags: z.array(z.enum(FLAGS)),
  offences: z
    .array(
      z.object({
        offence: z.string().nullable().describe('Code, or as it was written; null for an episode of being missing'),
        title: z.string(),
        events: z.int(),
        harm: z.number().nullable().describe('Of all these events; null where it is not known'),
        lastDay: z.iso.date(),
      }),
    )
    .describe(
      'What your forces have recorded of them in the window that can count in the area, the most harmful first',
    ),
  before: z.int().nullable().describe('Their place in the run before, where they were among those kept'),
});
export type RankedAnswer = z.output<typeof ranked>;
export const ranking = z
  .object({
    notice: z.literal(LEAD),
    run: z.string(),
    items: z.array(ranked),
    next: z.string().nullable().describe('Address of the next page'),
  })
  .meta({ id: 'ProfileRanking', description: 'The first 200 of a list' });
export type RankingAnswer = z.output<typeof ranking>;

export const volumeQuery = z.strictObject({
  by: z.enum(['month', 'force', 'offences', 'place']).default('month'),
  force: z.enum(FORCES).optional(),
});
export type VolumeQuery = z.output<typeof volumeQuery>;
export const volume = z
  .object({
    notice: z.literal(LEAD),
    items: z.array(
      z.object({
        key: z.string(),
        events: z.int(),
        harm: z.number(),
        unmappedShare: z.number(),
      }),
    ),
  })
  .meta({ id: 'ProfileVolume', description: 'Harm and volume of crimes' });
export type VolumeAnswer = z.output<typeof volume>;
