import { moment, day, pounds } from '../words/times';
import { bodyOf } from './body-of';
import { textAt, textsAt, type Field, type Typed } from './field';

/** A field of a form with what was typed into it, to be read once more before it is sent. */
export interface Shown {
  readonly label: string;
  readonly text: string;
}

/** Everything that was typed into a form, field by field; what was left empty is left out. */
export function answersOf(fields: readonly Field[], typed: Typed): readonly Shown[] {
  return fields.flatMap((field): readonly Shown[] => {
    if (field.kind === 'group') return answersOf(field.fields, typed);
    if (field.kind === 'list')
      return field.rows.flatMap((row) =>
        row.kind === 'group'
          ? joined(field.label, answersOf(row.fields, typed))
          : answersOf([row], typed).map(({ text }) => ({ label: field.label, text })),
      );
    const text = textOf(field, typed);
    return text === '' ? [] : [{ label: field.label, text }];
  });
}

const joined = (label: string, parts: readonly Shown[]): readonly Shown[] =>
  parts.length === 0 ? [] : [{ label, text: parts.map(({ text }) => text).join(': ') }];

function textOf(field: Field, typed: Typed): string {
  const text = textAt(typed, field.path);
  switch (field.kind) {
    case 'choice':
      return field.options.find(({ value }) => value === text)?.text ?? text;
    case 'choices': {
      const chosen = textsAt(typed, field.path);
      return field.options.flatMap(({ value, text: said }) => (chosen.includes(value) ? [said] : [])).join(', ');
    }
    case 'yes-no':
      return text === 'yes' ? 'Yes' : text === 'no' ? 'No' : '';
    case 'date':
    case 'moment': {
      const value = Object.values(
        bodyOf([{ ...field, path: 'value', required: false }], moved(typed, field.path)).body,
      )[0];
      return value === undefined ? '' : field.kind === 'date' ? day(value as string) : moment(value as string);
    }
    case 'money':
      return text === '' ? '' : pounds(Math.round(Number(text.replace(/[£,\s]/g, '')) * 100));
    default:
      return text;
  }
}

/** The parts in which a date was typed, under a name of their own. */
const moved = (typed: Typed, path: string): Typed =>
  Object.fromEntries(
    ['day', 'month', 'year', 'time'].map((part) => [`value-${part}`, textAt(typed, `${path}-${part}`)]),
  );
