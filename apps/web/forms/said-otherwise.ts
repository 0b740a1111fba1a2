import type { Field } from './field';

type Words = Partial<Pick<Field, 'label' | 'hint' | 'required'>>;

/** Fields with other words than the API has for them, where those are meant for whoever writes to it. */
export function saidOtherwise(fields: readonly Field[], words: Readonly<Record<string, Words>>): readonly Field[] {
  return fields.map((field) => {
    const said = { ...field, ...words[field.path] };
    return said.kind === 'group' ? { ...said, fields: saidOtherwise(said.fields, words) } : said;
  });
}

/** Fields in whose choices nothing need be chosen: they fold up, and what was chosen can be taken back. */
export const foldedChoices = (fields: readonly Field[]): readonly Field[] =>
  fields.map((field) => {
    if (field.kind === 'choice') return { ...field, many: true };
    if (field.kind === 'group') return { ...field, fields: foldedChoices(field.fields) };
    return field.kind === 'list' ? { ...field, rows: foldedChoices(field.rows) } : field;
  });
