import fc from 'fast-check';
import { birthOf, birthsAgree, birthsNear } from './births';

const date = fc
  .date({ min: new Date('1920-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

describe('dates of birth', () => {
  it.each([
    ['1984-03-12', '1984-03-12'],
    ['12/03/1984', '1984-03-12'],
    ['12.3.1984', '1984-03-12'],
    ['1984. 03. 12.', '1984-03-12'],
    ['12 March 1984', '1984-03-12'],
    ['1st Sept 1984', '1984-09-01'],
    ['March 1984', '1984-03'],
    ['03/1984', '1984-03'],
    ['1984', '1984'],
  ])('%s is %s', (written, birth) => {
    expect(birthOf(written)).toBe(birth);
  });

  it.each(['31/02/1984', '12/13/1984', 'about 1984', '84', ''])('%s is none', (written) => {
    expect(birthOf(written)).toBeUndefined();
  });

  it.each([
    ['1984-03-12', '1984-03-12', 'equal'],
    ['1984-03-12', '1984', 'as-far-as-known'],
    ['1984-03-12', '1984-03-13', 'misread'],
    ['1984-03-12', '1984-12-03', 'misread'],
    ['1984-03-12', '1948-03-12', 'misread'],
    ['1984-03-12', '1985-04-12', 'contradict'],
    ['1984', '1985', 'contradict'],
  ] as const)('%s and %s: %s', (one, other, how) => {
    expect(birthsAgree(one, other)).toBe(how);
    expect(birthsAgree(other, one)).toBe(how);
  });

  it('are searched for among all that do not contradict', () => {
    fc.assert(
      fc.property(date, date, (one, other) => {
        const near = birthsNear([one]);
        expect(near.includes(other)).toBe(birthsAgree(one, other) !== 'contradict');
        expect(near).toEqual(expect.arrayContaining([one, one.slice(0, 4), one.slice(0, 7)]));
      }),
    );
  });

  it('are searched for among all where one is not wholly known', () => {
    expect(birthsNear(['1984-03-12', '1984'])).toEqual([]);
    expect(birthsNear([])).toEqual([]);
  });
});
