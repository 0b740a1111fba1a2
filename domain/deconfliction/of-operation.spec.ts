import { unopened, type OperationState, type Subject } from '../operation/state';
import { identitiesOf, textsNeeded } from './of-operation';

const ref = (record: string) => ({ record, digest: '' });
const subject: Subject = {
  id: 'S1',
  roles: ['suspect'],
  name: ref('name'),
  suspect: null,
  safeguardingPlan: null,
  aliases: [ref('alias')],
  identifiers: [
    { kind: 'date-of-birth', value: ref('birth') },
    { kind: 'phone', value: ref('phone') },
    { kind: 'other', value: ref('other') },
  ],
  origin: null,
};
const state: OperationState = {
  ...unopened('OP-1'),
  subjects: [subject],
  entities: [
    { id: 'E1', kind: 'location', label: ref('place') },
    { id: 'E2', kind: 'object', label: ref('object') },
  ],
};
const texts = new Map([
  ['name', 'Anna Nowak'],
  ['alias', 'Ania'],
  ['birth', '1 May 1990'],
  ['phone', '07700 900123'],
  ['other', 'Scar'],
  ['place', '1 Mill Lane, NR1 3AB'],
  ['object', 'A blue van'],
]);

describe('what an operation holds an interest in', () => {
  it('is its subjects by name, birth and identifiers, and its places by their address', () => {
    expect(identitiesOf(state, texts)).toEqual([
      {
        holder: 'S1',
        names: ['ania', 'anna novak', 'anna nowak', 'ana novak'].filter((name) => name !== 'anna novak').sort(),
        births: ['1990-05-01'],
        marks: ['phone:+447700900123'],
      },
      { holder: 'E1', names: [], births: [], marks: ['address:nr13ab 1'] },
    ]);
  });

  it('is nothing of what has been erased', () => {
    expect(identitiesOf(state, new Map())).toEqual([]);
  });

  it('is nothing while it is merged into another', () => {
    const merge = {
      id: 'M1',
      into: 'OP-2',
      status: 'merged',
      requestedBy: 'x',
      unmerges: 0,
    } as const;
    expect(identitiesOf({ ...state, merge }, texts)).toEqual([]);
  });

  it('needs the texts of all of them', () => {
    expect(textsNeeded(state).map(({ record }) => record)).toEqual([
      'name',
      'alias',
      'birth',
      'phone',
      'other',
      'place',
      'object',
    ]);
  });
});
