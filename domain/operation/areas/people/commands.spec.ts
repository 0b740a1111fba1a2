import {
  blockersOf,
  deciding,
  happens,
  operationIn,
  potentialVictim,
  suspect,
  TEXT,
} from '../../../../test/support/decided';

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
