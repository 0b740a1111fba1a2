import { createHash } from 'node:crypto';
import type { StoredText } from '../../../platform/timeline/texts';
import { reveal, textIds } from './reveal';

const digest = createHash('sha256').update('salt\nInvented Person').digest('hex');
const name = { record: 'r1', digest };
const state = { subjects: [{ id: 'S1', name }], plan: null, months: 3 };
const stored = { id: 'r1', salt: 'salt', text: 'Invented Person', restriction: null, withheldDigest: null };
const revealed = (record: StoredText | undefined) =>
  reveal(state, new Map(record ? [[record.id, record]] : [])).subjects[0]?.name;

describe('a text read back', () => {
  it('is put where its reference stands, and all else stays', () => {
    expect(textIds(state)).toEqual(['r1']);
    expect(reveal(state, new Map([['r1', stored]]))).toEqual({
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

  it('is said to be restricted where it is withheld from the reader', () => {
    const withheld = {
      id: 'r1',
      salt: null,
      text: null,
      restriction: 'victim-identity' as const,
      withheldDigest: digest,
    };
    expect(revealed(withheld)).toEqual({ ...name, text: null, status: 'restricted' });
    expect(revealed({ ...withheld, withheldDigest: null })).toMatchObject({ status: 'erased' });
  });
});
