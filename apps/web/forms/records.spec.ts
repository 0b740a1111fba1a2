import { ApiProblem } from '../api-client/problem';
import { bodyOf } from './body-of';
import { fieldsOf } from './fields-of';
import { asLists, listed, sentUnlisted, unlisted, type NamedMembers } from './records';
import type { Schema } from './schema';
import { typedOf } from './typed-of';

const MEMBERS: NamedMembers = { words: { name: 'word', value: 'means' }, factors: { name: 'name' } };
const SCHEMA: Schema = {
  type: 'object',
  required: ['title', 'words', 'factors'],
  properties: {
    title: { type: 'string', maxLength: 100 },
    words: { type: 'object', additionalProperties: { type: 'string', enum: ['crime', 'stop'] } },
    factors: {
      type: 'object',
      propertyNames: { type: 'string', pattern: '^[a-z]+$' },
      additionalProperties: {
        type: 'object',
        properties: { question: { type: 'string', maxLength: 200 }, weight: { type: 'integer' } },
        required: ['question'],
      },
    },
  },
};
const BODY = {
  title: 'County model',
  words: { cri: 'crime', ss: 'stop' },
  factors: { control: { question: 'How are they held?', weight: 2 } },
};

describe('members that have names of their own', () => {
  it('are typed in rows, and come back as they were', () => {
    const typed = typedOf(listed(BODY, MEMBERS));
    const { body, errors } = bodyOf(fieldsOf(asLists(SCHEMA, MEMBERS), { typed }), typed);
    expect(errors).toEqual({});
    expect(unlisted(body, MEMBERS)).toEqual(BODY);
  });

  it('have what is wrong with one of them said of its row', async () => {
    const errors = [
      { path: 'factors.control.question', message: 'Too long.' },
      { path: 'words.ss', message: 'Not one of these.' },
      { path: 'title', message: 'Required.' },
    ];
    const problem = new ApiProblem({ type: '/problems/validation', title: '', status: 400, errors });
    const sent = sentUnlisted(listed(BODY, MEMBERS), MEMBERS, () => Promise.reject(problem));
    await expect(sent).rejects.toMatchObject({
      problem: { errors: [{ path: 'factors.0.question' }, { path: 'words.1.means' }, { path: 'title' }] },
    });
  });
});
