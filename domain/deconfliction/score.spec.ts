import fc from 'fast-check';
import { identityOf, type Description, type Identity } from './identity';
import { scoreMatch } from './score';

const identity = (description: Partial<Description>) =>
  identityOf({ names: [], births: [], marks: [], ...description });
const petar = identity({ names: ['Петър Георгиев'], births: ['1984-03-12'] });
const phone = { kind: 'phone', value: '07700 900123' } as const;

const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const identities: fc.Arbitrary<Identity> = fc.record({
  names: fc.array(words, { maxLength: 3 }),
  births: fc.array(fc.constantFrom('1984-03-12', '1984-03-13', '1984', '1990-01-01'), { maxLength: 2 }),
  marks: fc.array(fc.constantFrom('phone:1', 'phone:2', 'address:1', 'document:1', 'vehicle-mark:1'), { maxLength: 3 }),
});

describe('scoreMatch', () => {
  it.each([
    ['another script and order', { names: ['Georgiev Petar'], births: ['12.03.1984'] }, 'strong'],
    ['one digit of the birth wrong', { names: ['Petar Georgiev'], births: ['1984-03-18'] }, 'possible'],
    ['a slip in the name', { names: ['Petar Geogriev'], births: ['1984-03-12'] }, 'strong'],
    ['no birth', { names: ['Petar Georgiev'] }, 'possible'],
    ['another birth', { names: ['Petar Georgiev'], births: ['1990-11-02'] }, undefined],
    ['a twin', { names: ['Stoyan Georgiev'], births: ['1984-03-12'] }, undefined],
    ['another person', { names: ['Anna Nowak'], births: ['1979-01-30'] }, undefined],
  ] as const)('%s: %s', (_, description, strength) => {
    expect(scoreMatch(petar, identity({ ...description })).strength).toBe(strength);
  });

  it('holds an equal phone against another name', () => {
    const one = identity({ names: ['Petar Georgiev'], births: ['1984-03-12'], marks: [phone] });
    const other = identity({
      names: ['Anna Nowak'],
      births: ['1979-01-30'],
      marks: [{ ...phone, value: '+447700900123' }],
    });
    expect(scoreMatch(one, other)).toMatchObject({ score: 85, strength: 'strong' });
  });

  it('says why, and nothing of what either holds', () => {
    const { score, parts } = scoreMatch(petar, petar);
    expect(score).toBe(100);
    expect(parts).toEqual([
      { on: 'name', points: 50, says: 'The names are the same, or the same in another spelling.' },
      { on: 'birth', points: 50, says: 'The dates of birth are the same.' },
    ]);
  });

  it('is the same in both directions, from 0 to 100', () => {
    fc.assert(
      fc.property(identities, identities, (one, other) => {
        const match = scoreMatch(one, other);
        expect(scoreMatch(other, one)).toEqual(match);
        expect(match.score).toBeGreaterThanOrEqual(0);
        expect(match.score).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('never falls because something more is equal', () => {
    fc.assert(
      fc.property(identities, identities, (one, other) => {
        const more = (identity: Identity) => ({ ...identity, marks: [...identity.marks, 'email:both'] });
        expect(scoreMatch(more(one), more(other)).score).toBeGreaterThanOrEqual(scoreMatch(one, other).score);
      }),
    );
  });

  it('does not depend on the order of words', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^x[a-z]{2,9}$/), { minLength: 2, maxLength: 4 }), (all) => {
        const [one, other] = [all, [...all].reverse()].map((name) => identity({ names: [name.join(' ')] }));
        expect(scoreMatch(one as Identity, other as Identity).strength).toBe('possible');
      }),
    );
  });
});
