import { z } from 'zod';
import { DELIMITERS, ENCODINGS } from '../profiles/mapping.schema';

/** What a column of a phone extract can hold. `date` is the day of a `time` that does not say its own. */
export const EXTRACT_FIELDS = ['sender', 'recipient', 'date', 'time', 'text', 'thread', 'direction', 'media'] as const;
export type ExtractField = (typeof EXTRACT_FIELDS)[number];

/** Shapes of files that phone extracts come in. */
export const EXTRACT_FORMATS = ['delimited', 'xlsx', 'json-lines', 'whatsapp'] as const;

const column = z.string().min(1).max(200);

/** How a phone extract is read. It is recognised from the file and confirmed by a person. */
export const extractMapping = z
  .strictObject({
    format: z.enum(EXTRACT_FORMATS),
    delimiter: z.enum(DELIMITERS).optional().describe('Of a delimited file'),
    quoted: z
      .boolean()
      .default(true)
      .describe('Of a delimited file: whether cells may stand in quotation marks; without, each line is a row'),
    encoding: z.enum(ENCODINGS).optional().describe('Absent: found out from the file'),
    sheet: z.string().min(1).max(100).optional().describe('Of a workbook; absent: the first sheet that has messages'),
    headerRow: z
      .int()
      .min(0)
      .max(50)
      .default(1)
      .describe(
        'Where the header stands, counted from 1: some tools write a title above it. 0: there is none, and columns are called by their place, “1”, “2”',
      ),
    columns: z
      .strictObject(
        Object.fromEntries(EXTRACT_FIELDS.map((field) => [field, column.optional()])) as Record<
          ExtractField,
          z.ZodOptional<z.ZodString>
        >,
      )
      .describe('Header, or key, of the column that holds each field'),
    timeFormat: z
      .string()
      .min(1)
      .max(60)
      .default('iso')
      .describe(
        'How times are written: “iso”, “unix-seconds”, “unix-milliseconds”, “excel-days”, or the tokens of Luxon, as “dd/MM/yyyy HH:mm:ss”',
      ),
    timeZone: z
      .string()
      .min(1)
      .max(60)
      .default('Europe/London')
      .describe('Of times that do not say theirs: an IANA name, or a distance from UTC, as “UTC+2”'),
    owner: z.string().min(1).max(200).optional().describe('Who the extract calls the phone’s owner, where it says so'),
  })
  .refine(({ format, columns }) => format === 'whatsapp' || columns.text !== undefined, {
    message: 'Say which column holds what was written.',
    path: ['columns', 'text'],
  })
  .refine(({ format, delimiter }) => format !== 'delimited' || delimiter !== undefined, {
    message: 'Say what parts the columns of the file.',
    path: ['delimiter'],
  })
  .meta({ id: 'ExtractMapping' });
export type ExtractMapping = z.output<typeof extractMapping>;
