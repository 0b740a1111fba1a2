import { z } from 'zod';
import { Problem, type ProblemBody } from './problems';
import { validated } from './validation';

const schema = z.strictObject({
  name: z.string().min(1).max(3),
  codes: z.array(z.string().regex(/^S\d$/).describe('Subject, as S1')).min(1).max(1),
  count: z.int().max(5),
  kind: z.enum(['a', 'b']),
  day: z.iso.date(),
});
const good = { name: 'x', codes: ['S1'], count: 1, kind: 'a', day: '2026-11-23' };

function errors(value: unknown, at?: string[]): ProblemBody['errors'] {
  try {
    validated(schema, value, at);
  } catch (error) {
    return (error as Problem).members.errors;
  }
  return [];
}

describe('validation says what to do', () => {
  it('about nothing that is right', () => {
    expect(errors(good)).toEqual([]);
  });

  it.each([
    [{ name: undefined }, 'name', 'Required: a text.'],
    [{ name: 7 }, 'name', 'Give a text.'],
    [{ name: '' }, 'name', 'This must not be empty.'],
    [{ name: 'long' }, 'name', 'Give at most 3 characters.'],
    [{ codes: [] }, 'codes', 'Give at least 1 entry.'],
    [{ codes: ['S1', 'S2'] }, 'codes', 'Give at most 1 entry.'],
    [{ codes: ['X'] }, 'codes.0', 'This does not have the form it should. Expected: Subject, as S1.'],
    [{ count: 1.5 }, 'count', 'Give a whole number.'],
    [{ count: 9 }, 'count', 'Give at most 5.'],
    [{ kind: 'c' }, 'kind', 'Give one of a, b.'],
    [{ kind: undefined }, 'kind', 'Required: one of a, b.'],
    [{ day: 'today' }, 'day', 'Give a date, such as 2026-11-23.'],
    [{ more: 1 }, 'more', 'Remove this: there is no such field here.'],
  ])('%j', (change, path, message) => {
    expect(errors({ ...good, ...change })).toEqual([{ path, message }]);
  });

  it('about a whole that is none, by where it stands', () => {
    expect(errors([], ['body'])).toEqual([{ path: 'body', message: 'Give an object.' }]);
  });
});
