import type { Field, FieldOf } from './field';
import type { Form } from './form';

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
export function summaryOf({ errors, fields }: Form): readonly { readonly text: string; readonly href?: string }[] {
  const placed = all(fields).filter(({ path }) => errors[path] !== undefined);
  const known = new Set(placed.map(({ path }) => path));
  return [
    ...placed.map((field) => ({ text: errors[field.path] as string, href: `#${firstInputOf(field)}` })),
    ...Object.entries(errors).flatMap(([path, text]) => (known.has(path) ? [] : [{ text }])),
  ];
}

const all = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) => [
    field,
    ...(field.kind === 'group' ? all(field.fields) : field.kind === 'list' ? all(field.rows) : []),
  ]);

const firstInputOf = ({ kind, id }: Field) => (kind === 'date' || kind === 'moment' ? `${id}-day` : id);
