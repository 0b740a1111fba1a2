import type { Field, FieldOf } from '../forms/field';
import type { Schema } from '../forms/schema';
import { bodyOf } from '../forms/body-of';
import { mappingBody, mappingFields, mappingTyped } from './mapping-form';

const column = { type: 'string', maxLength: 200 };
/** As the API describes the body of `confirmExtract`. */
const schema: Schema = {
  required: ['translation', 'mapping'],
  properties: {
    translation: { type: 'string', 'x-of': 'translations', enum: ['OP-2026-000001.T1'] },
    mapping: {
      type: 'object',
      required: ['format', 'columns'],
      properties: {
        format: { type: 'string', enum: ['delimited', 'xlsx'] },
        delimiter: { type: 'string', enum: [',', ';', '\t', '|'] },
        quoted: { type: 'boolean' },
        headerRow: { type: 'integer' },
        columns: { type: 'object', properties: { text: column, time: column } },
      },
    },
    providers: { anyOf: [{ type: 'array', items: { type: 'string', enum: ['azure', 'gloss'] } }, { type: 'null' }] },
  },
};
const recognised = {
  mapping: {
    format: 'delimited',
    delimiter: '\t',
    quoted: false,
    headerRow: 1,
    columns: { text: 'Body', time: 'When' },
  },
  ...{ isConfirmedBefore: false, header: ['Body', 'When', 'From'], asks: [], sample: [] },
};
const providers = [{ id: 'gloss', kind: 'gloss', leavesPremises: false, isHealthy: true, detail: 'Dictionaries.' }];
const all = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) => [field, ...(field.kind === 'group' ? all(field.fields) : [])]);

describe('the form of how a phone is read', () => {
  const fields = mappingFields(schema, recognised, providers, {});

  it('offers the columns that the file has, and who can translate here', () => {
    const found = new Map(all(fields).map((field) => [field.path, field]));
    const text = found.get('mapping.columns.text') as FieldOf<'choice'>;
    expect(text.label).toBe('What was written');
    expect(text.options.map(({ value }) => value)).toEqual(['Body', 'When', 'From']);
    expect((found.get('providers') as FieldOf<'choices'>).options.map(({ text: said }) => said)).toEqual([
      'Dictionaries, word by word – on the force’s own machines',
    ]);
    expect(found.has('translation')).toBe(false);
  });

  it('gives back what was recognised, also a tab, when it is sent as it stands', () => {
    const { body, errors } = bodyOf(fields, mappingTyped(recognised));
    expect(errors).toEqual({});
    expect(mappingBody(body, 'OP-2026-000001.T1')).toEqual({
      translation: 'OP-2026-000001.T1',
      mapping: recognised.mapping,
    });
  });
});
