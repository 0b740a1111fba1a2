import type { ThreatModel } from '../../../domain/scoring/model.schema';
import type { Field, Typed } from '../forms/field';
import { fieldsOf } from '../forms/fields-of';
import { asLists, listed, type NamedMembers } from '../forms/records';
import type { Schema } from '../forms/schema';
import { typedOf } from '../forms/typed-of';

/** Factors have names of their own. */
export const FACTORS: NamedMembers = { factors: { name: 'name' } };

/** What is said of each field, by its path without the numbers of rows. */
const SAID: Readonly<Record<string, { readonly label: string; readonly hint?: string }>> = {
  title: { label: 'Title' },
  factors: { label: 'Factors', hint: 'From 1 to 12 of harm, and as many of likelihood' },
  'factors.name': {
    label: 'Short name',
    hint: 'One word of letters and figures that begins small, such as physicalHarm',
  },
  'factors.group': { label: 'Counts in the sum of' },
  'factors.question': { label: 'Question' },
  'factors.guidance': { label: 'Guidance', hint: 'What each value means' },
  'factors.weight': { label: 'Weight', hint: 'How many times it counts in its sum, from 1 to 5' },
};

/** The name of a model of a unit, which stands in its address. */
export const MODEL_NAME: Field = {
  kind: 'text',
  path: 'name',
  id: 'name',
  label: 'Name of the model',
  hint: 'Small letters, figures and hyphens, such as norfolk-tactical. It stays for ever.',
  required: true,
  writesNull: false,
  maxLength: undefined,
  restricted: false,
};

/** The fields of a model: a row for each factor, with what each of its values means. */
export function modelFields(schema: Schema, typed: Typed): readonly Field[] {
  return fieldsOf(asLists(schema, FACTORS), { typed }).map(said);
}

function said(field: Field): Field {
  const [, value] = /\.guidance\.(\d)$/.exec(field.path) ?? [];
  const words = value === undefined ? SAID[field.path.replaceAll(/\.\d+/g, '')] : { label: `What ${value} means` };
  const own = { ...field, ...(words ? { label: words.label, hint: words.hint } : {}) };
  if (own.kind === 'group') return { ...own, fields: own.fields.map(said) };
  if (own.kind === 'list') return { ...own, rows: own.rows.map(said) };
  return own.kind === 'textarea' ? { ...own, kind: 'text' } : own;
}

/** A model as it would have been typed. */
export const typedModel = ({ title, factors }: Pick<ThreatModel, 'title' | 'factors'>): Typed =>
  typedOf(listed({ title, factors }, FACTORS));
