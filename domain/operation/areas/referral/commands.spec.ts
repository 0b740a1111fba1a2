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

describe('where a referral came from', () => {
  const wrong = (body: object) =>
    commandSchemas.recordReferralSource.safeParse(body).error?.issues.map(({ path }) => path.join('.')) ?? [];

  it.each([
    ['force', true, false, null, []],
    ['partner', false, false, null, []],
    ['partner', true, false, 'A number', []],
    ['partner', false, false, 'A number', ['contact']],
    ['call-back', true, false, 'A number', []],
    ['call-back', true, false, null, ['contact']],
    ['partner', false, true, null, []],
    ['partner', true, true, null, ['consent']],
  ] as const)('%s, consent %j, anonymous %j, contact %j', (source, consent, anonymous, contact, fields) => {
    expect(wrong({ source, consent, anonymous, contact })).toEqual(fields);
  });

  it('is not both anonymous and to be called back', () => {
    for (const consent of [true, false])
      for (const contact of [null, 'A number'])
        expect(wrong({ source: 'call-back', consent, anonymous: true, contact }).length).toBeGreaterThan(0);
  });

  it('is recorded as it is told', () => {
    const body = { source: 'partner', consent: false, anonymous: true, contact: null } as const;
    expect(happens(deciding(operationIn('referral'), 'recordReferralSource', body))).toEqual(body);
  });
});

describe('a referral that comes back', () => {
  const answers = { answers: TEXT };

  it('is returned from assessment with its questions', () => {
    expect(happens(deciding(operationIn('assessment'), 'returnReferral', { questions: TEXT }))).toEqual({
      questions: TEXT,
    });
    expect(blockersOf(deciding(operationIn('referral'), 'returnReferral', { questions: TEXT }))).toEqual(['stage']);
  });

  it.each([
    [null, ['no-questions']],
    ['waiting', []],
    ['answered', ['no-questions']],
  ] as const)('and is %s takes answers: %j', (returned, blockers) => {
    expect(blockersOf(deciding(operationIn('referral', { returned }), 'answerQuestions', answers))).toEqual(blockers);
  });

  it.each([
    ['waiting', ['questions-answered']],
    ['answered', []],
  ] as const)('and is %s goes to assessment again: %j', (returned, blockers) => {
    const submitted = operationIn('referral', {
      returned,
      referral: { by: 'somebody', grade: GRADE, grounds: TEXT },
      threatArea: 'county-lines',
      leadForce: 'norfolk',
      marking: 'OFFICIAL',
    });
    expect(blockersOf(deciding(submitted, 'submitReferral', {}))).toEqual(blockers);
  });

  it.each(['referral', 'assessment'] as const)('can be withdrawn in %s, and not later', (stage) => {
    expect(happens(deciding(operationIn(stage), 'withdrawReferral', { reason: TEXT }))).toEqual({
      from: stage,
      reason: TEXT,
    });
    expect(blockersOf(deciding(operationIn('intelligence-build'), 'withdrawReferral', { reason: TEXT }))).toEqual([
      'stage',
    ]);
  });
});

describe('links between operations', () => {
  const link = (id: string, operation: string, removed: boolean) =>
    ({ id, operation, kind: 'same-network', removed }) as const;
  const state = operationIn('assessment', {
    links: [link('K1', 'OP-2026-000002', false), link('K2', 'OP-2026-000003', true)],
  });

  it.each([
    ['OP-2026-000004', []],
    ['OP-2026-000003', []],
    ['OP-2026-000002', ['already-linked']],
    ['OP-2026-000001', ['same-operation']],
  ] as const)('%s is linked once: %j', (operation, blockers) => {
    const body = { operation, kind: 'parallel', reason: TEXT } as const;
    const linked = deciding(state, 'linkOperation', body);
    expect(blockersOf(linked)).toEqual(blockers);
    if (blockers.length === 0) expect(happens(linked)).toEqual({ link: 'K3', ...body });
  });

  it.each([
    ['K1', []],
    ['K2', ['link-removed']],
    ['K9', ['no-such-link']],
  ] as const)('%s is removed once: %j', (id, blockers) => {
    expect(blockersOf(deciding(state, 'unlinkOperation', { link: id, reason: TEXT }))).toEqual(blockers);
  });
});

describe('marking and lead', () => {
  const state = operationIn('enforcement', { marking: 'OFFICIAL', leadForce: 'norfolk' });

  it.each([
    ['OFFICIAL', ['same-marking']],
    ['OFFICIAL-SENSITIVE', []],
  ] as const)('OFFICIAL changes to %s: %j', (marking, blockers) => {
    expect(blockersOf(deciding(state, 'changeMarking', { marking, reason: TEXT }))).toEqual(blockers);
  });

  it.each([
    ['norfolk', ['same-force']],
    ['essex', []],
  ] as const)('Norfolk hands over to %s: %j', (leadForce, blockers) => {
    expect(blockersOf(deciding(state, 'handOver', { leadForce, reason: TEXT }))).toEqual(blockers);
  });
});
