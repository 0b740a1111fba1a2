import { blockersOf, deciding, happens, NOW, operationIn, someone, TEXT } from '../../../../test/support/decided';
import { commandSchemas } from '../../command-schemas';
import { unopened } from '../../state';

const GRADE = { sourceEvaluation: '1', intelligenceAssessment: 'B', handlingCode: 'P' } as const;
const REFERRAL = {
  codename: null,
  threatArea: 'county-lines',
  leadForce: 'norfolk',
  marking: 'OFFICIAL',
  grade: GRADE,
  grounds: TEXT,
  handlingConditions: null,
} as const;
const WRITTEN = { ...REFERRAL, grounds: 'Invented grounds.' };
const messages = (body: object) =>
  commandSchemas.openReferral.safeParse(body).error?.issues.map(({ path, message }) => [path.join('.'), message]);

describe('opening a referral', () => {
  it('records its grade, area, force and marking', () => {
    expect(happens(deciding(unopened('OP-2026-000001'), 'openReferral', REFERRAL))).toEqual(REFERRAL);
  });

  it('is for tasking officers, and happens once', () => {
    const opening = deciding(operationIn('referral'), 'openReferral', REFERRAL, { actor: someone('supervisor') });
    expect(blockersOf(opening)).toEqual(['role', 'stage']);
  });

  it('needs handling conditions in words with handling code C (3x5x2)', () => {
    const withConditions = { ...WRITTEN, grade: { ...GRADE, handlingCode: 'C' } };
    expect(messages(withConditions)).toEqual([
      ['handlingConditions', 'Handling code C needs its conditions in words.'],
    ]);
    expect(messages({ ...withConditions, handlingConditions: 'Do not show to the subject.' })).toBeUndefined();
  });

  it('refuses a grade outside 3x5x2, unknown fields and empty grounds', () => {
    expect(messages({ ...WRITTEN, grade: { ...GRADE, sourceEvaluation: '4' } })?.[0]?.[0]).toBe(
      'grade.sourceEvaluation',
    );
    expect(messages({ ...WRITTEN, other: 1 })).toHaveLength(1);
    expect(messages({ ...WRITTEN, grounds: '   ' })?.[0]?.[0]).toBe('grounds');
  });

  it('refuses a code name that could be a person or more', () => {
    expect(messages({ ...WRITTEN, codename: 'Derail' })).toBeUndefined();
    expect(messages({ ...WRITTEN, codename: 'derail 2' })?.[0]?.[0]).toBe('codename');
  });
});

describe('any command', () => {
  it('is recorded with the moment its author states, or with now', () => {
    const opening = (happenedAt?: string) =>
      deciding(unopened('OP-2026-000001'), 'openReferral', REFERRAL, happenedAt === undefined ? {} : { happenedAt });
    expect(opening()).toMatchObject({ happenedAt: NOW });
    expect(opening('2021-09-06T09:30:00.000Z')).toMatchObject({ happenedAt: '2021-09-06T09:30:00.000Z' });
  });

  it('cannot have happened in the future', () => {
    const early = { happenedAt: '2026-01-05T10:00:00.001Z' };
    expect(blockersOf(deciding(unopened('OP-2026-000001'), 'openReferral', REFERRAL, early))).toEqual(['future']);
  });

  it('is refused when the version its author looked at is not the present one', () => {
    const state = operationIn('assessment');
    const decline = (ifMatch: number) => deciding(state, 'decline', { rationale: TEXT }, { ifMatch });
    expect(decline(8)).toEqual({ kind: 'conflict', sequence: 9 });
    expect(decline(9).kind).toBe('blocked');
  });
});
