import { createHash } from 'node:crypto';
import type { Actor } from '../../../domain/access/actor';
import type { StoredText } from '../../../platform/timeline/texts';
import { reveal, textIds } from './reveal';

const digest = createHash('sha256').update('salt\nInvented Person').digest('hex');
const name = { record: 'r1', digest };
const state = { subjects: [{ id: 'S1', name }], plan: null, months: 3 };
const stored = { id: 'r1', salt: 'salt', text: 'Invented Person', restriction: null };
const reader = { id: 'someone', roles: ['supervisor' as const], force: 'norfolk' };
const revealed = (record: StoredText | undefined, by: Actor = reader) =>
  reveal(state, new Map(record ? [[record.id, record]] : []), by).subjects[0]?.name;

describe('a text read back', () => {
  it('is put where its reference stands, and all else stays', () => {
    expect(textIds(state)).toEqual(['r1']);
    expect(reveal(state, new Map([['r1', stored]]), reader)).toEqual({
      subjects: [{ id: 'S1', name: { ...name, text: 'Invented Person', status: 'intact' } }],
      plan: null,
      months: 3,
    });
  });

  it('is not shown when it is not what was recorded', () => {
    expect(revealed({ ...stored, text: 'Another Person' })).toMatchObject({ text: null, status: 'altered' });
    expect(revealed({ ...stored, salt: 'other' })).toMatchObject({ text: null, status: 'altered' });
    expect(revealed(undefined)).toMatchObject({ text: null, status: 'altered' });
  });

  it('is said to be erased once it is', () => {
    expect(revealed({ ...stored, salt: null, text: null })).toMatchObject({ text: null, status: 'erased' });
  });

  it('is for those who hold its permission, where it is restricted, whatever their roles', () => {
    const restricted = { ...stored, restriction: 'victim-identity' as const };
    expect(revealed(restricted)).toEqual({ ...name, text: null, status: 'restricted' });
    expect(revealed(restricted, { ...reader, permissions: ['victim-identity'] })).toMatchObject({
      text: 'Invented Person',
      status: 'intact',
    });
    expect(revealed({ ...restricted, salt: null, text: null })).toMatchObject({ status: 'erased' });
  });
});
