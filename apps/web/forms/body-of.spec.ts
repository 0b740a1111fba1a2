import fc from 'fast-check';
import { bodyOf, typedPath } from './body-of';
import { fieldsOf } from './fields-of';
import type { Schema } from './schema';
import { typedOf } from './typed-of';

const MONEY: Schema = { required: ['pence'], properties: { pence: { type: 'integer' } } };
const pence = (text: string) => bodyOf(fieldsOf(MONEY, { typed: {} }), { pence: text });

describe('an amount of money', () => {
  it.each([
    ['6,800', 680_000],
    ['£6,800', 680_000],
    ['£ 43.58', 4_358],
    ['0.5', 50],
    ['1000000', 100_000_000],
  ])('%s is %d pence', (text, value) => {
    expect(pence(text)).toEqual({ body: { pence: value }, errors: {} });
  });

  it.each(['43.585', 'about 40', '-5', '£'])('is not %s', (text) => {
    expect(pence(text).errors['pence']).toMatch(/^Give an amount in pounds/);
  });

  it('is read back to the penny', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), (value) => {
        const typed = typedOf({ pence: value });
        expect(bodyOf(fieldsOf(MONEY, { typed }), typed).body).toEqual({ pence: value });
      }),
    );
  });
});

describe('a list', () => {
  const LIST: Schema = {
    required: ['premises'],
    properties: {
      premises: {
        type: 'array',
        items: {
          type: 'object',
          required: ['address', 'powers'],
          properties: {
            address: { type: 'string', maxLength: 300 },
            powers: { type: 'array', items: { type: 'string', maxLength: 60 } },
          },
        },
      },
    },
  };
  const typed = {
    'premises.rows': '4',
    'premises.0.address': '1 Example Road',
    'premises.0.powers.rows': '1',
    'premises.0.powers.0': 'consent',
    'premises.1.address': '',
    'premises.2.address': '2 Sample Road',
    'premises.2.powers.rows': '3',
    'premises.2.powers.0': 'consent',
    'premises.2.powers.2': 'warrant',
    'premises.3.address': '  ',
  };
  const fields = fieldsOf(LIST, { typed });

  it('has no rows that nothing was typed into', () => {
    expect(bodyOf(fields, typed).body).toMatchObject({
      premises: [{ address: '1 Example Road' }, { address: '2 Sample Road', powers: ['consent', 'warrant'] }],
    });
  });

  it.each([
    ['premises.1.address', 'premises.2.address'],
    ['premises.1.powers.1', 'premises.2.powers.2'],
    ['premises.0.address', 'premises.0.address'],
    ['premises.7.address', 'premises'],
    ['elsewhere', 'elsewhere'],
  ])('has what is wrong with %s said where it was typed: %s', (path, where) => {
    expect(typedPath(path, fields, typed)).toBe(where);
  });
});

it('a text has the ends of its lines in one character, however a browser writes them', () => {
  const schema: Schema = { properties: { note: { type: 'string', maxLength: 4_000 } } };
  expect(bodyOf(fieldsOf(schema, { typed: {} }), { note: 'One\r\nTwo\n' }).body).toEqual({ note: 'One\nTwo' });
});
