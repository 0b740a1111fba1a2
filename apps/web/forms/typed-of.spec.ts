import { bodyOf } from './body-of';
import { fieldsOf } from './fields-of';
import type { Schema } from './schema';
import { typedOf } from './typed-of';

const SCHEMA: Schema = {
  type: 'object',
  required: ['name', 'active', 'stages', 'parts', 'day'],
  properties: {
    name: { type: 'string', maxLength: 60 },
    active: { type: 'boolean' },
    hiddenPence: { type: 'integer' },
    stages: { type: 'array', items: { type: 'string', enum: ['referral', 'assessment'] } },
    parts: {
      type: 'array',
      items: {
        type: 'object',
        required: ['question', 'guidance'],
        properties: {
          question: { type: 'string', maxLength: 60 },
          guidance: { type: 'array', minItems: 2, maxItems: 2, items: { type: 'string', maxLength: 60 } },
        },
      },
    },
    day: { type: 'string', format: 'date' },
    at: { type: 'string', format: 'date-time' },
    note: { type: 'string', maxLength: 60 },
  },
};

describe('what there is, as it would have been typed', () => {
  it('is read back as the same body', () => {
    const body = {
      name: 'Coastal towns',
      active: false,
      hiddenPence: 680_050,
      stages: ['assessment'],
      parts: [{ question: 'Who?', guidance: ['none', 'many'] }],
      day: '2026-03-29',
      at: '2026-07-01T17:30:00.000Z',
    };
    const typed = typedOf(body);
    expect(bodyOf(fieldsOf(SCHEMA, { typed }), typed)).toEqual({ body, errors: {} });
  });

  it('leaves out what is not there', () => {
    expect(typedOf({ name: null, inner: { note: undefined } })).toEqual({});
  });
});
