import { z } from 'zod';
import { FORCES } from '../access/actor';
import { DATE_FORMATS } from './dates';
import { RECORD_KINDS, RECORD_ROLES, SEXES } from './record';

/** What a column of a force's file can hold. `name` is a whole name, in place of `given` and `surname`. */
export const FIELDS = [
  'kind',
  'reference',
  'role',
  'given',
  'surname',
  'name',
  'birth',
  'sex',
  'ethnicity',
  'postcode',
  'phone',
  'document',
  'offence',
  'occurred',
  'place',
  'team',
  'markers',
] as const;
export type Field = (typeof FIELDS)[number];

export const DELIMITERS = [',', ';', '\t', '|'] as const;
/** By the names of the Encoding Standard. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1250', 'windows-1252', 'iso-8859-2'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const column = z.string().min(1).max(200);
/** The force's word for each value, in lower case. */
const words = <T extends string>(values: readonly [T, ...T[]]) => z.record(z.string().max(100), z.enum(values));
const columnShape = Object.fromEntries(FIELDS.map((field) => [field, column.optional()])) as Record<
  Field,
  z.ZodOptional<z.ZodString>
>;

const mappingShape = z.strictObject({
  force: z.enum(FORCES),
  delimiter: z.enum(DELIMITERS),
  encoding: z.enum(ENCODINGS).optional().describe('Absent: found out from the file'),
  dates: z.enum(DATE_FORMATS).describe('How its dates are written'),
  columns: z.strictObject(columnShape).describe('The header of the column that holds each field'),
  nameOrder: z
    .enum(['given-first', 'surname-first'])
    .default('given-first')
    .describe('Of a column that holds whole names; a comma always ends the surname'),
  kinds: words(RECORD_KINDS).describe('What each word of the column `kind` means'),
  roles: words(RECORD_ROLES).describe('What each word of the column `role` means'),
  sexes: words(SEXES).default({}).describe('What each word of the column `sex` means'),
  always: z
    .strictObject({ kind: z.enum(RECORD_KINDS).optional(), role: z.enum(RECORD_ROLES).optional() })
    .default({})
    .describe('For a file of one kind or one role, without a column that says so'),
});

/** A mapping as far as it is known. */
export const mappingDraft = mappingShape.partial().meta({ id: 'ForceMappingDraft' });

/** How a force's file is read: which column holds what, how dates are written and what its words mean. */
export const mapping = mappingShape
  .refine(({ columns, always }) => columns.kind !== undefined || always.kind !== undefined, {
    message: 'Say which column holds the kind of record, or which kind they all are.',
    path: ['columns', 'kind'],
  })
  .refine(({ columns, always }) => columns.role !== undefined || always.role !== undefined, {
    message: 'Say which column holds the role of the person, or which role they all have.',
    path: ['columns', 'role'],
  })
  .refine(({ columns }) => columns.reference !== undefined, {
    message: 'Say which column holds the force’s own number.',
    path: ['columns', 'reference'],
  })
  .refine(({ columns }) => columns.occurred !== undefined, {
    message: 'Say which column holds the date.',
    path: ['columns', 'occurred'],
  })
  .meta({ id: 'ForceMapping' });
export type Mapping = z.output<typeof mapping>;
