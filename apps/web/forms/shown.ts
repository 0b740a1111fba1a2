import type { Field, FieldOf, Typed } from './field';
import type { Form } from './form';
import { isTimeWrong } from './times';

/** The options of a choice as the components take them. @param folded whether they fold up into a list, which then begins empty */
export function options({ options: all }: FieldOf<'choice' | 'choices'>, value: string | undefined, folded: boolean) {
  const items = all.map(({ value: one, text, hint }) => ({
    value: one,
    text,
    ...(hint === undefined || folded ? {} : { hint: { text: hint } }),
    ...(folded ? { selected: one === value } : {}),
  }));
  return folded ? [{ value: '', text: 'Choose' }, ...items] : items;
}

/** Every error with a link to its field, in the order of the form; what belongs to no field comes last. */
export function summaryOf({
  errors,
  fields,
  typed,
}: Form): readonly { readonly text: string; readonly href?: string }[] {
  const placed = all(fields).filter(({ path }) => errors[path] !== undefined);
  const known = new Set(placed.map(({ path }) => path));
  return [
    ...placed.map((field) => ({ text: errors[field.path] as string, href: `#${linkedInput(field, typed)}` })),
    ...Object.entries(errors).flatMap(([path, text]) => (known.has(path) ? [] : [{ text }])),
  ];
}

const all = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) => [
    field,
    ...(field.kind === 'group' ? all(field.fields) : field.kind === 'list' ? all(linkedRows(field)) : []),
  ]);

/** What is wrong with a row as a whole links to it. */
const linkedRows = (list: FieldOf<'list'>): readonly Field[] =>
  list.rows.map((row, nth) => (row.kind === 'group' ? { ...row, id: rowId(list, nth) } : row));

function linkedInput({ kind, id, path }: Field, typed: Typed): string {
  if (kind === 'moment' && isTimeWrong(typed, path)) return `${id}-time`;
  return kind === 'date' || kind === 'moment' ? `${id}-day` : id;
}

/** The id of the group that a row of a list is, whether there is such a row or not. @param nth from 0 */
export const rowId = ({ id }: Pick<FieldOf<'list'>, 'id'>, nth: number): string => `${id}-${nth}-row`;

/** What is in the place of a row once it is removed: the one after it, else the one before it, else the list. */
export function placeWithout(list: FieldOf<'list'>, nth: number): string {
  const last = list.rows.length - 2;
  return last < 0 ? list.id : rowId(list, Math.min(nth, last));
}

/** A form as it is, or as it is sent elsewhere. */
export const sentTo = <T extends Pick<Form, 'action'>>(form: T, action: string | undefined): T =>
  action === undefined ? form : { ...form, action };
