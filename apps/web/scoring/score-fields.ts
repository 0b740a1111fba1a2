import type { ThreatFactor, ThreatModel } from '../../../domain/scoring/model.schema';
import type { Field, FieldOf, Typed } from '../forms/field';
import { fieldsOf } from '../forms/fields-of';
import type { Schema } from '../forms/schema';
import { codeText } from '../words/codes';
import type { Names } from '../operations/names';

/** Fields of the command beside the factors and what they rest on, in the order in which they are asked. */
const OTHERS = ['confidence', 'capacity', 'capability', 'rationale', 'happenedAt'];

export interface ScoreFields {
  /** One for each factor of the model, with what each of its values means. */
  readonly factors: readonly FieldOf<'choice'>[];
  /** The reports that each factor may rest on, in the same order; those of a factor have no options where there is no report. */
  readonly evidence: readonly FieldOf<'choices'>[];
  readonly others: readonly Field[];
}

/** The form of a threat score: the API's own body of the command, with the factors and the guidance of a model in it. */
export function scoreFields(model: ThreatModel, body: Schema, typed: Typed, names: Names): ScoreFields {
  const all = fieldsOf(body, { typed, names });
  const reports = body.properties?.['evidence']?.items?.properties?.['reports'] ?? {};
  const offered = Object.keys(model.factors).map((name) => [name, reports] as const);
  const evidence = fieldsOf({ properties: Object.fromEntries(offered) }, { typed, names }, 'evidence');
  return {
    factors: Object.entries(model.factors).map(([name, factor]) => factorField(name, factor)),
    evidence: evidence.flatMap((field) =>
      field.kind === 'choices' ? [{ ...field, label: 'Reports that this rests on', hint: undefined }] : [],
    ),
    others: OTHERS.flatMap((name) => all.filter(({ path }) => path === name)).map(chosen),
  };
}

/** A whole number between two others is chosen, each with its word. */
function chosen(field: Field): Field {
  if (field.kind !== 'number' || field.minimum === undefined || field.maximum === undefined) return field;
  const { minimum, maximum, path } = field;
  const options = Array.from({ length: maximum - minimum + 1 }, (_, nth) => {
    const value = String(minimum + nth);
    return { value, text: codeText(value, path) };
  });
  return { ...field, kind: 'choice', options, numeric: true, many: false };
}

function factorField(name: string, { question, guidance }: ThreatFactor): FieldOf<'choice'> {
  return {
    kind: 'choice',
    path: `factors.${name}`,
    id: `factors-${name}`,
    label: question,
    hint: undefined,
    required: true,
    writesNull: false,
    options: guidance.map((meaning, value) => ({ value: String(value), text: `${value} – ${meaning}` })),
    numeric: true,
    many: false,
  };
}

/** All fields as one form, whose body {@link scoreBody} makes the command's. */
export function formFields({ factors, evidence, others }: ScoreFields): readonly Field[] {
  const group = (path: string, fields: readonly Field[]): Field => ({
    kind: 'group',
    ...{ path, id: path, label: path, hint: undefined, fields },
    ...{ required: path === 'factors', writesNull: false },
  });
  return [group('factors', factors), group('evidence', evidence), ...others];
}

/** The command's body of what the form holds. */
export function scoreBody({ name, version }: ThreatModel, filled: object): object {
  const { evidence = {}, ...rest } = filled as { readonly evidence?: Readonly<Record<string, readonly string[]>> };
  const rests = Object.entries(evidence).map(([factor, reports]) => ({ factor, reports }));
  return { ...rest, model: { name, version }, evidence: rests };
}
