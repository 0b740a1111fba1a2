import { choiceAt, textAt, textsAt, type Field, type FieldOf, type Typed } from './field';
import { dateTyped, momentTyped, type Read } from './times';

/** What is wrong with what was typed, by the path of the field. */
export type Errors = Readonly<Record<string, string>>;

/** The body that was typed, and what is wrong with it. What the API judges is left to the API. */
export function bodyOf(fields: readonly Field[], typed: Typed): { readonly body: object; readonly errors: Errors } {
  const errors: Record<string, string> = {};
  const body = objectOf(fields, typed, errors);
  return { body, errors };
}

type Found = Record<string, string>;

function objectOf(fields: readonly Field[], typed: Typed, errors: Found): Record<string, unknown> {
  const entries = fields.flatMap((field) => {
    const value = valueOf(field, typed, errors);
    const name = field.path.split('.').at(-1) as string;
    if (value !== undefined) return [[name, value] as const];
    return field.writesNull ? [[name, null] as const] : [];
  });
  return Object.fromEntries(entries);
}

function valueOf(field: Field, typed: Typed, errors: Found): unknown {
  const value = given(field, typed, errors);
  if (value === undefined && field.required && errors[field.path] === undefined) errors[field.path] = missing(field);
  return value;
}

function given(field: Field, typed: Typed, errors: Found): unknown {
  const { path } = field;
  const text = textAt(typed, path);
  const read = (found: Read<string | number>): unknown => {
    if (found === undefined) return undefined;
    if ('value' in found) return found.value;
    errors[path] = found.problem;
    return undefined;
  };
  switch (field.kind) {
    case 'fixed':
      return field.value;
    // Of a file, its name: it is sent as it comes, beside the body.
    case 'file':
    case 'text':
    case 'textarea':
      // Browsers write the ends of lines in two characters.
      return text === '' ? undefined : text.replaceAll('\r\n', '\n');
    case 'number':
      return text === '' ? undefined : read(numberOf(text));
    case 'money':
      return text === '' ? undefined : read(penceOf(text));
    case 'choice': {
      const chosen = choiceAt(typed, path);
      return chosen === '' ? undefined : field.numeric ? Number(chosen) : chosen;
    }
    case 'choices': {
      const chosen = textsAt(typed, path);
      return chosen.length > 0 || field.required ? nonEmpty(chosen, field) : undefined;
    }
    case 'yes-no':
      return text === 'yes' ? true : text === 'no' ? false : undefined;
    case 'date':
      return read(dateTyped(typed, path));
    case 'moment':
      return read(momentTyped(typed, path));
    case 'group':
      return hasAny(field.fields, typed) || field.required ? objectOf(field.fields, typed, errors) : undefined;
    case 'list':
      return listOf(field, typed, errors);
  }
}

const nonEmpty = (chosen: readonly string[], field: FieldOf<'choices'>) =>
  chosen.length === 0 && field.required ? undefined : [...chosen];

/** Rows that nothing was typed into are none, unless there must be as many. */
const usedRows = ({ rows, required, fewest }: FieldOf<'list'>, typed: Typed): readonly Field[] =>
  rows.filter((row, nth) => (required && nth < fewest) || hasAny([row], typed));

function listOf(field: FieldOf<'list'>, typed: Typed, errors: Found): unknown {
  const used = usedRows(field, typed);
  if (used.length === 0 && !field.required) return undefined;
  return used.map((row) => valueOf(row, typed, errors));
}

/** Where something of a body was typed: rows that were left empty are not in the body. Of what was typed nowhere, the nearest field. */
export function typedPath(path: string, fields: readonly Field[], typed: Typed): string {
  const field = fields.find((one) => path === one.path || path.startsWith(`${one.path}.`));
  if (!field || path === field.path) return path;
  if (field.kind === 'group') return typedPath(path, field.fields, typed);
  if (field.kind !== 'list') return field.path;
  const [nth = '', ...rest] = path.slice(field.path.length + 1).split('.');
  const row = usedRows(field, typed)[Number(nth)];
  return row ? typedPath([row.path, ...rest].join('.'), [row], typed) : field.path;
}

function hasAny(fields: readonly Field[], typed: Typed): boolean {
  return fields.some((field) => {
    if (field.kind === 'group') return hasAny(field.fields, typed);
    if (field.kind === 'list') return hasAny(field.rows, typed);
    const parts = field.kind === 'date' || field.kind === 'moment' ? ['-day', '-month', '-year', '-time'] : [''];
    const isThere = (text: string) => field.kind === 'choice' || text.trim() !== '';
    return parts.some((part) => textsAt(typed, `${field.path}${part}`).some(isThere));
  });
}

function numberOf(text: string): Read<number> {
  const number = text.replaceAll(',', '');
  if (!/^-?\d+(?:\.\d+)?$/.test(number)) return { problem: 'Give a number, in figures' };
  return { value: Number(number) };
}

/** Pounds, as people write them, in pence. */
function penceOf(text: string): Read<number> {
  const [, pounds, pence = ''] = /^£?\s*([\d,]+)(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  if (pounds === undefined) return { problem: 'Give an amount in pounds, such as 6,800 or 43.58' };
  return { value: Number(pounds.replaceAll(',', '')) * 100 + Number(pence.padEnd(2, '0')) };
}

const CHOSEN: readonly Field['kind'][] = ['choice', 'choices', 'yes-no'];

function missing({ kind, label }: Field): string {
  if (kind === 'file') return 'Choose a file';
  const begun = /^[A-Z0-9]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
  if (label.endsWith('?')) return `${CHOSEN.includes(kind) ? 'Choose' : 'Give'} an answer: ${label}`;
  if (/^(?:why|what|how|who|where|when)\b/.test(begun)) return `Say ${begun}`;
  return `${CHOSEN.includes(kind) ? 'Choose' : 'Give'} ${begun}`;
}
