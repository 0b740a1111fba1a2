import { z } from 'zod';
import { FORCES } from '../../../domain/access/actor';
import { mapping, mappingDraft } from '../../../domain/profiles/mapping.schema';
import { cursor, cursorCodec, limit } from '../http/cursor';

export const force = z.enum(FORCES);

export const savedMapping = z
  .object({
    version: z.int(),
    mapping,
    madeBy: z.string(),
    madeAt: z.iso.datetime(),
  })
  .meta({ id: 'SavedForceMapping', description: 'How a force’s files are read; the latest version stands' });
export type SavedMapping = z.output<typeof savedMapping>;

export const suggestion = z
  .object({
    mapping: mappingDraft.describe('As far as it can be found out from the file'),
    unread: z.array(z.string()).describe('Columns that nothing is known of: they are not read'),
    asks: z.array(z.string()).describe('What a person has to say before it can be used'),
  })
  .meta({ id: 'ForceMappingSuggestion' });
export type SuggestionAnswer = z.output<typeof suggestion>;

export const IMPORT_STATES = ['waiting', 'loading', 'loaded', 'failed', 'same'] as const;
export const forceImport = z
  .object({
    id: z.string(),
    force,
    name: z.string().describe('Of the file'),
    state: z
      .enum(IMPORT_STATES)
      .describe(
        '`same`: the same file was taken in before by the same mapping, and nothing was added; `failed`: nothing was',
      ),
    bytes: z.int(),
    bytesRead: z.int(),
    rows: z.int().describe('Read so far, with those that were not taken in'),
    records: z.int().describe('Taken in; they count once it is loaded'),
    rejected: z.int().describe('Not taken in: the list of them says why'),
    problem: z.string().nullable().describe('Why it failed, and what to do'),
    peakMemory: z.int().nullable().describe('Of the process that read it, in bytes'),
    madeBy: z.string(),
    madeAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ForceImport', description: 'A file of a force’s records' });
export type ForceImport = z.output<typeof forceImport>;

export const importsQuery = z.strictObject({ force: force.optional(), limit, cursor });
export type ImportsQuery = z.output<typeof importsQuery>;
export const importCursor = cursorCodec(z.tuple([z.int()]));
export const importPage = z
  .object({ items: z.array(forceImport), next: z.string().nullable().describe('Address of the next page') })
  .meta({ id: 'ForceImportPage', description: 'The newest first' });
export type ImportPage = z.output<typeof importPage>;
