import { z } from 'zod';
import { text } from '../../../domain/text/text.schema';
import { cursor, cursorCodec, limit } from '../http/cursor';
import { worklistFilters } from '../operations/worklist.schema';

/** Most filters of one person. */
export const FILTER_LIMIT = 50;

/** What is saved: of the whole filter, each time. */
export const filterRequest = z
  .strictObject({
    name: text(60, 'Name of the filter, another one than of your others; never the name of a person'),
    shared: z.boolean().default(false).describe('true: everyone of your force can use it, and you alone change it'),
    query: worklistFilters.describe('As the parameters of `GET /operations`'),
  })
  .meta({ id: 'FilterRequest' });
export type FilterRequest = z.output<typeof filterRequest>;

export const filtersQuery = z.strictObject({ limit, cursor });
export type FiltersQuery = z.output<typeof filtersQuery>;

/** The order of names, then of identifiers. */
export const filterCursor = cursorCodec(z.tuple([z.string().max(60), z.string().max(64)]));

export const savedFilter = z
  .object({
    id: z.string().describe('What `GET /operations` takes as `filter`'),
    name: z.string(),
    owner: z.string(),
    force: z.string().describe('Force of its owner; where it is shared, those it is shared with'),
    shared: z.boolean(),
    query: worklistFilters,
    version: z.int().describe('The ETag is this number in quotation marks'),
    changedAt: z.iso.datetime(),
  })
  .meta({ id: 'SavedFilter', description: 'A named filter of the worklist' });
export type SavedFilter = z.output<typeof savedFilter>;

export const filterPage = z
  .object({ items: z.array(savedFilter), next: z.string().nullable().describe('Address of the next page') })
  .meta({ id: 'FilterPage', description: 'Your filters and those shared with your force, by name' });
export type FilterPage = z.output<typeof filterPage>;
