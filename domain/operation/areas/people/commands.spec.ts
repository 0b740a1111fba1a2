import {
  blockersOf,
  deciding,
  happens,
  operationIn,
  potentialVictim,
  suspect,
  TEXT,
} from '../../../../test/support/decided';
import type { SubjectRole } from '../../codes';
import type { OperationState } from '../../state';
import type { Victim } from '../safeguarding/state';

describe('the team', () => {
  const lead = { person: 'somebody', role: 'senior-investigating-officer' } as const;

  it('takes a person in a role once', () => {
    expect(happens(deciding(operationIn('assessment'), 'assignTeam', lead))).toEqual(lead);
    expect(blockersOf(deciding(operationIn('assessment', { team: [lead] }), 'assignTeam', lead))).toEqual([
      'already-assigned',
    ]);
  });

  it('takes the same person in another role', () => {
    const analyst = { ...lead, role: 'intelligence-analyst' as const };
    expect(deciding(operationIn('assessment', { team: [lead] }), 'assignTeam', analyst).kind).toBe('events');
  });

  it('is not changed once the operation is closed', () => {
    expect(blockersOf(deciding(operationIn('closed'), 'assignTeam', lead))).toEqual(['stage']);
  });
});

describe('subjects', () => {
  const body = { roles: ['suspect', 'potential-victim'], name: TEXT, grounds: TEXT } as const;

  it('are numbered within the operation', () => {
    const state = operationIn('enforcement', { subjects: [suspect('S1', 'arrested'), suspect('S2', 'charged')] });
    expect(happens(deciding(state, 'addSubject', body))).toEqual({ subject: 'S3', ...body });
  });
});

describe('somebody reclassified as potential victim', () => {
  const state = operationIn('enforcement', {
    subjects: [{ ...suspect('S1', 'reclassified'), roles: ['potential-victim'] }],
  });

  it.each([[['witness']], [['suspect', 'potential-victim']]] as const)('cannot become %j', (roles) => {
    const body = { subject: 'S1', roles: [...roles], grounds: TEXT };
    expect(blockersOf(deciding(state, 'changeSubjectRoles', body))).toEqual(['reclassified']);
  });

  it('can be a witness beside it', () => {
    const body = { subject: 'S1', roles: ['potential-victim' as const, 'witness' as const], grounds: TEXT };
    expect(deciding(state, 'changeSubjectRoles', body).kind).toBe('events');
  });
});

describe('a safeguarding plan', () => {
  const plan = (subject: string) => ({ subject, plan: TEXT });
  const state = operationIn('enforcement', { subjects: [suspect('S1', 'arrested'), potentialVictim('S2', true)] });

  it('is recorded, or replaced, for a potential victim', () => {
    expect(happens(deciding(state, 'recordSafeguardingPlan', plan('S2')))).toEqual(plan('S2'));
  });

  it.each(['S1', 'S9'])('is for potential victims only: not for %s', (id) => {
    expect(blockersOf(deciding(state, 'recordSafeguardingPlan', plan(id)))).toEqual(['not-a-potential-victim']);
  });
});

describe('releasing somebody from the team', () => {
  const analyst = { person: 'somebody', role: 'intelligence-analyst' } as const;
  const state = operationIn('assessment', { team: [analyst] });

  it.each([
    [analyst, []],
    [{ ...analyst, role: 'digital-media-investigator' as const }, ['not-assigned']],
    [{ ...analyst, person: 'another' }, ['not-assigned']],
  ])('is of a role they have: %j gives %j', (body, blockers) => {
    expect(blockersOf(deciding(state, 'releaseTeamMember', { ...body, reason: TEXT }))).toEqual(blockers);
  });
});

describe('what a subject is known by', () => {
  const state = operationIn('referral', { subjects: [suspect('S1', 'suspected')] });

  it.each([
    ['addAlias', { alias: TEXT }],
    ['addIdentifier', { kind: 'phone', value: TEXT }],
  ] as const)('is added to a subject of the operation: %s', (command, more) => {
    const of = (subject: string) => deciding(state, command, { subject, ...more } as never);
    expect(happens(of('S1'))).toEqual({ subject: 'S1', ...more });
    expect(blockersOf(of('S2'))).toEqual(['no-such-subject']);
  });
});

describe('the roles of a subject', () => {
  const record = (handedOver: boolean): Victim => ({
    id: 'S1',
    age: 'adult',
    exploitation: ['labour'],
    consent: null,
    needs: [],
    notified: 'nrm',
    reasonableGrounds: null,
    conclusiveGrounds: null,
    accommodated: false,
    returnedTo: null,
    handedOver,
  });
  const change = (state: OperationState, ...roles: SubjectRole[]) =>
    blockersOf(deciding(state, 'changeSubjectRoles', { subject: 'S1', roles, grounds: TEXT }));

  it.each([
    ['suspected', []],
    ['arrested', ['suspect-status']],
    ['charged', ['suspect-status']],
    ['sentenced', ['suspect-status']],
    ['released-without-charge', ['suspect-status']],
  ] as const)('no longer include suspect for somebody %s: %j', (status, blockers) => {
    const state = operationIn('enforcement', { subjects: [suspect('S1', status)] });
    expect(change(state, 'witness')).toEqual(blockers);
    expect(change(state, 'suspect', 'witness')).toEqual([]);
  });

  it.each([
    [false, ['record-open']],
    [true, []],
  ] as const)('keep potential victim until safeguarding is handed over (%j): %j', (handedOver, blockers) => {
    const state = operationIn('enforcement', {
      subjects: [potentialVictim('S1', true)],
      victims: [record(handedOver)],
    });
    expect(change(state, 'witness')).toEqual(blockers);
    expect(change(state, 'witness', 'potential-victim')).toEqual([]);
  });

  it('are those of somebody there is', () => {
    expect(change(operationIn('referral'), 'witness')).toEqual(['no-such-subject']);
  });
});

describe('reclassifying a suspect as potential victim', () => {
  it.each([
    ['suspected', []],
    ['arrested', []],
    ['bailed', []],
    ['released-under-investigation', []],
    ['released-without-charge', []],
    ['discontinued', []],
    ['charged', ['suspect-status']],
    ['sentenced', ['suspect-status']],
    ['acquitted', ['suspect-status']],
    ['surrendered', ['suspect-status']],
    ['died', ['suspect-status']],
    ['reclassified', ['suspect-status']],
  ] as const)('follows on %s: %j', (status, blockers) => {
    const state = operationIn('enforcement', { subjects: [suspect('S1', status)] });
    expect(blockersOf(deciding(state, 'reclassifySubject', { subject: 'S1', grounds: TEXT }))).toEqual(blockers);
  });

  it.each([
    ['S1', ['not-a-suspect']],
    ['S2', ['no-such-subject']],
  ])('needs a suspect: %s gives %j', (subject, blockers) => {
    const state = operationIn('enforcement', { subjects: [potentialVictim('S1', true)] });
    expect(blockersOf(deciding(state, 'reclassifySubject', { subject, grounds: TEXT }))).toEqual(blockers);
  });
});

describe('objects, locations and events, and what links them', () => {
  const grade = { sourceEvaluation: '1', intelligenceAssessment: 'B', handlingCode: 'P' } as const;
  const tie = (id: string, removed: boolean) => ({ id, from: 'S1', to: 'E1', kind: 'uses', grade, removed }) as const;
  const state = operationIn('assessment', {
    subjects: [suspect('S1', 'suspected')],
    entities: [{ id: 'E1', kind: 'location', label: TEXT }],
    entityLinks: [tie('L1', false), tie('L2', true)],
  });

  it('are numbered within the operation', () => {
    const body = { kind: 'object', label: TEXT } as const;
    expect(happens(deciding(state, 'addEntity', body))).toEqual({ entity: 'E2', ...body });
  });

  it.each([
    ['S1', 'E1', []],
    ['E1', 'S1', []],
    ['S1', 'S1', ['same-entity']],
    ['S1', 'E9', ['no-such-entity']],
    ['S9', 'E1', ['no-such-entity']],
  ] as const)('a link from %s to %s has two ends: %j', (from, to, blockers) => {
    const body = { from, to, kind: 'lives-at', grade, source: TEXT } as const;
    const linked = deciding(state, 'linkEntities', body);
    expect(blockersOf(linked)).toEqual(blockers);
    if (blockers.length === 0) expect(happens(linked)).toEqual({ link: 'L3', ...body });
  });

  it.each([
    ['L1', []],
    ['L2', ['link-removed']],
    ['L9', ['no-such-link']],
  ] as const)('link %s is removed once: %j', (link, blockers) => {
    expect(blockersOf(deciding(state, 'removeEntityLink', { link, reason: TEXT }))).toEqual(blockers);
  });
});
