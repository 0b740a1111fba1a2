import { blockersOf, deciding, happens, operationIn, someone, suspect, TEXT } from '../../../../test/support/decided';
import { ROLES, type Role } from '../../../access/actor';
import { STAGES } from '../../codes';
import { event } from '../../events';
import { fold } from '../../fold';
import type { OperationFile } from './state';

const ATTACHED = {
  sha256: 'a'.repeat(64),
  size: 12,
  mediaType: 'application/pdf',
  scan: 'clean',
  name: TEXT,
  note: null,
  about: null,
} as const;
const kept: OperationFile = {
  id: 'F1',
  sha256: ATTACHED.sha256,
  size: 12,
  mediaType: 'application/pdf',
  status: 'kept',
};
const stamps = { sequence: 10, happenedAt: '', occurredAt: '', actor: 'someone' };

describe('attaching a file', () => {
  it('gives it the next identifier, though its content is there already', () => {
    const state = operationIn('referral', { files: [kept] });
    expect(happens(deciding(state, 'attachFile', ATTACHED))).toEqual({ file: 'F2', ...ATTACHED });
  });

  it.each(STAGES)('is for the whole team while the operation is open: %s', (stage) => {
    const may = (role: Role) =>
      blockersOf(deciding(operationIn(stage), 'attachFile', ATTACHED, { actor: someone(role) })).length === 0;
    expect(ROLES.filter(may)).toEqual(
      stage === 'closed' ? [] : ROLES.filter((role) => !['supervisor', 'administrator', 'service'].includes(role)),
    );
  });

  const state = operationIn('intelligence-build', {
    subjects: [suspect('S1', 'suspected')],
    entities: [{ id: 'E1', kind: 'location', label: TEXT }],
    exhibits: [{ id: 'X1', kind: 'device', holder: 'someone', handovers: 0, extracted: false, status: 'disposed' }],
    reports: [
      { id: 'I1', grade: { sourceEvaluation: '1', intelligenceAssessment: 'A', handlingCode: 'P' }, sanitised: false },
    ],
    products: [{ product: 'telecoms', status: 'chosen' }],
  });
  it.each(['S1', 'E1', 'X1', 'I1', 'telecoms'])('can be about %s, which the operation holds', (about) => {
    expect(happens(deciding(state, 'attachFile', { ...ATTACHED, about }))).toMatchObject({ about });
  });

  it.each(['S2', 'travel', 'F1'])('cannot be about %s, which it does not hold', (about) => {
    expect(blockersOf(deciding(state, 'attachFile', { ...ATTACHED, about }))).toEqual(['no-such-matter']);
  });
});

describe('erasing a file', () => {
  const erase = (file: string, state = operationIn('prosecution', { files: [kept] })) =>
    deciding(state, 'eraseFile', { file, reason: TEXT });

  it('is done once, and leaves what it was on the record', () => {
    expect(happens(erase('F1'))).toEqual({ file: 'F1', reason: TEXT });
    const { files } = fold(operationIn('prosecution', { files: [kept] }), {
      ...event('fileErased', { file: 'F1', reason: TEXT }),
      ...stamps,
    });
    expect(files).toEqual([{ ...kept, status: 'erased' }]);
    expect(blockersOf(erase('F1', operationIn('prosecution', { files })))).toEqual(['file-status']);
  });

  it('needs a file', () => {
    expect(blockersOf(erase('F2'))).toEqual(['no-such-file']);
  });

  it('is for a supervisor, in every stage: the duty does not end with the operation', () => {
    for (const stage of STAGES) {
      const state = operationIn(stage, { files: [kept] });
      const may = (role: Role) =>
        blockersOf(deciding(state, 'eraseFile', { file: 'F1', reason: TEXT }, { actor: someone(role) })).length === 0;
      expect(ROLES.filter(may)).toEqual(['supervisor']);
    }
  });
});
