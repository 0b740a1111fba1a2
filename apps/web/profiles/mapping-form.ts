import { FIELDS, type Mapping } from '../../../domain/profiles/mapping.schema';
import type { SuggestionAnswer } from '../../api/profiles/imports.schema';
import { textsAt, type Field, type Typed } from '../forms/field';
import { fieldsOf } from '../forms/fields-of';
import { asLists, listed, type NamedMembers } from '../forms/records';
import { foldedChoices, saidOtherwise } from '../forms/said-otherwise';
import type { Schema } from '../forms/schema';
import { typedOf } from '../forms/typed-of';

/** Words of a force, each with what it means. */
export const WORDS: NamedMembers = {
  kinds: { name: 'word', value: 'means' },
  roles: { name: 'word', value: 'means' },
  sexes: { name: 'word', value: 'means' },
};

/** Under which the columns of the file are kept in the form: they are what can be chosen. */
const HEADER = '_header';

const SAID = {
  delimiter: { label: 'What stands between two columns' },
  encoding: { label: 'Encoding', hint: 'Leave it out, and it is found out from each file' },
  dates: { label: 'How its dates are written', hint: undefined },
  columns: { label: 'Which column holds what', hint: 'As its first line says. Leave out what the file does not have.' },
  'columns.kind': { label: 'Kind of record' },
  'columns.reference': { label: 'The force’s own number', required: true },
  'columns.role': { label: 'Role of the person' },
  'columns.given': { label: 'Given name' },
  'columns.name': { label: 'Whole name', hint: 'Where given name and surname are in one column' },
  'columns.birth': { label: 'Date of birth' },
  'columns.document': { label: 'Identity document' },
  'columns.occurred': { label: 'Date it happened', required: true },
  nameOrder: { label: 'Order of whole names', hint: 'A comma always ends the surname' },
  kinds: { label: 'Words for kinds of record', hint: 'Each word of that column, and what it means' },
  roles: { label: 'Words for roles', hint: 'Each word of that column, and what it means' },
  sexes: { label: 'Words for sex', hint: 'Each word of that column, and what it means' },
  always: { label: 'Where no column says so', hint: 'For a file of one kind, or of one role' },
  'always.kind': { label: 'All are' },
  'always.role': { label: 'Everybody in it is' },
};

/** The fields of how files are read. Where the columns of a file are known, they are chosen from. */
export function mappingFields(schema: Schema, typed: Typed): readonly Field[] {
  const header = textsAt(typed, HEADER);
  const columns = schema.properties?.['columns'];
  const choosable = Object.fromEntries(
    Object.entries(columns?.properties ?? {}).map(([name, one]) => [name, { ...one, enum: header }]),
  );
  const known =
    header.length === 0
      ? schema
      : { ...schema, properties: { ...schema.properties, columns: { ...columns, properties: choosable } } };
  const fields = fieldsOf(asLists(known, WORDS), { typed }).filter(({ path }) => path !== 'force');
  return foldedChoices(saidOtherwise(fields, SAID)).map((field) =>
    field.kind === 'group' && field.path === 'columns' ? { ...field, fields: asWritten(field.fields) } : field,
  );
}

/** Columns are called as the file calls them. */
const asWritten = (fields: readonly Field[]): readonly Field[] =>
  fields.map((field) =>
    field.kind === 'choice' ? { ...field, options: field.options.map(({ value }) => ({ value, text: value })) } : field,
  );

/** How files are read now, as it would have been typed. */
export const typedMapping = (mapping: Partial<Mapping> | SuggestionAnswer['mapping']): Typed =>
  typedOf(listed(mapping, WORDS));

/** What was suggested, as it would have been typed, with what is left to say. */
export function typedSuggestion({ mapping, unread, asks }: SuggestionAnswer): Typed {
  const read = FIELDS.flatMap((field) => mapping.columns?.[field] ?? []);
  return { ...typedMapping(mapping), [HEADER]: [...read, ...unread], _unread: unread, _asks: asks };
}
