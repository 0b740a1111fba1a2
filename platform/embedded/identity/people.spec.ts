import { FORCES, ROLES } from '../../../domain/access/actor';
import { findPerson, PEOPLE, type Person } from './people';

const people: readonly Person[] = PEOPLE;

describe('PEOPLE', () => {
  it('has two tasking officers, of different forces', () => {
    const forces = people.filter(({ roles }) => roles.includes('tasking-officer')).map(({ force }) => force);
    expect(forces).toEqual(['norfolk', 'essex']);
  });

  it('has someone for every part that a person can play', () => {
    const played = new Set(people.flatMap(({ roles }) => roles));
    expect(ROLES.filter((role) => !played.has(role))).toEqual(['service']);
  });

  it('gives everyone an identifier of their own and a force there is', () => {
    expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
    for (const { force } of people) expect(FORCES).toContain(force);
  });

  it('knows nobody else', () => {
    expect(findPerson('tasking-officer-essex')?.force).toBe('essex');
    expect(findPerson('tasking-officer-kent')).toBeUndefined();
  });
});
