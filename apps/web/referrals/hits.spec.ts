import { soughtOf } from './hits';

describe('what is looked for while a subject is typed', () => {
  it('is nothing while there is too little to find anybody by', () => {
    expect(soughtOf({ name: 'Be' })).toBeUndefined();
    const born = {
      name: '',
      'identifiers.rows': '1',
      'identifiers.0.kind': 'date-of-birth',
      'identifiers.0.value': '1990-01-01',
    };
    expect(soughtOf(born)).toBeUndefined();
  });

  it('is every name and identifier that is complete', () => {
    const typed = {
      name: 'Bence Minta',
      'aliases.rows': '2',
      'aliases.0': 'Benny',
      'aliases.1': '',
      'identifiers.rows': '2',
      'identifiers.0.kind': 'phone',
      'identifiers.0.value': '07700 900123',
      'identifiers.1.kind': '',
      'identifiers.1.value': '07700 900124',
    };
    expect(soughtOf(typed)).toEqual({
      names: ['Bence Minta', 'Benny'],
      identifiers: [{ kind: 'phone', value: '07700 900123' }],
    });
  });
});
