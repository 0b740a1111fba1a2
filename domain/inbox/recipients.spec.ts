import { event, type DecidedEvent } from '../operation/events';
import { recipients, SUPERVISORS, type Concerned } from './recipients';

const operation: Concerned = {
  team: [
    { person: 'sio', role: 'senior-investigating-officer' },
    { person: 'analyst', role: 'intelligence-analyst' },
    { person: 'liaison', role: 'rocu-liaison-officer' },
    { person: 'sio', role: 'rocu-liaison-officer' },
  ],
  package: { version: 2, author: 'analyst', signedOffBy: null, recalled: false },
  referral: {
    by: 'tasking',
    grade: { sourceEvaluation: '1', intelligenceAssessment: 'A', handlingCode: 'P' },
    grounds: { record: 'r', digest: 'd' },
  },
};
const text = { record: 'r', digest: 'd' };
const told = (decided: DecidedEvent, actor = 'someone-else') => recipients({ ...decided, actor }, operation);

describe('who is told of what', () => {
  it('tells the person who joins a team', () => {
    expect(told(event('teamAssigned', { person: 'newcomer', role: 'intelligence-analyst' }))).toEqual(['newcomer']);
  });

  it.each([
    event('productTaskSet', { task: 'T1', product: 'network', person: 'newcomer', what: text, dueOn: '2026-01-20' }),
    event('mediaInvestigatorAssigned', { request: 'R1', person: 'newcomer' }),
    event('exhibitHandedOver', { exhibit: 'X1', from: 'sio', to: 'newcomer', handovers: 1, reason: text }),
    event('monitoringOfficerAssigned', { order: 'O1', person: 'newcomer' }),
    event('teamMemberReleased', { person: 'newcomer', role: 'intelligence-analyst', reason: text }),
  ])('tells the person whom $type names', (decided) => {
    expect(told(decided)).toEqual(['newcomer']);
  });

  it('tells the whole team of what changes its work', () => {
    const everybody = ['sio', 'analyst', 'liaison'];
    expect(told(event('handedOver', { leadForce: 'kent', reason: text }))).toEqual(everybody);
    expect(told(event('subjectReclassified', { subject: 'S1', grounds: text }))).toEqual(everybody);
    expect(told(event('rollbackApproved', { from: 'enforcement', to: 'assessment' }), 'sio')).toEqual([
      'analyst',
      'liaison',
    ]);
  });

  it('tells those who score of intelligence that is material to the score, and of no other', () => {
    const grade = { sourceEvaluation: '1', intelligenceAssessment: 'A', handlingCode: 'P' } as const;
    const report = (material: boolean) =>
      event('intelligenceReported', {
        report: 'I1',
        grade,
        material,
        handlingConditions: null,
        source: text,
        content: text,
      });
    expect(told(report(true))).toEqual(['sio', 'analyst']);
    expect(told(report(false))).toEqual([]);
  });

  it('tells the referrer of what comes back', () => {
    expect(told(event('referralReturned', { questions: text }))).toEqual(['tasking']);
  });

  it('tells those who answer for Europol liaison of a reminder, each once', () => {
    expect(told(event('europolReminderRaised', { message: 'm1', dueAt: '2026-01-01T00:00:00.000Z' }))).toEqual([
      'sio',
      'liaison',
    ]);
  });

  it('tells of an incoming Europol message, not of an outgoing one', () => {
    const message = (direction: 'in' | 'out') =>
      event('europolMessageRecorded', {
        message: 'm1',
        direction,
        answers: null,
        evaluation: { source: 'A', information: '1' },
        handling: 'H0',
        content: text,
        dueAt: null,
      });
    expect(told(message('in'))).toEqual(['sio', 'liaison']);
    expect(told(message('out'))).toEqual([]);
  });

  it("tells a package's author that it has been signed off, and the lead that there is one to sign off", () => {
    expect(told(event('packageSignedOff', { version: 2 }))).toEqual(['analyst']);
    expect(told(event('packageSubmitted', { version: 2, summary: text }))).toEqual(['sio']);
  });

  it('tells who referred an operation how it was decided', () => {
    expect(told(event('declined', { rationale: text }))).toEqual(['tasking']);
  });

  it('tells the whole team that the stage changes, the operation closes or is reopened', () => {
    const everyone = ['sio', 'analyst', 'liaison'];
    expect(told(event('stageAdvanced', { from: 'enforcement', to: 'prosecution' }))).toEqual(everyone);
    expect(told(event('operationClosed', { from: 'sentencing' }))).toEqual(everyone);
    expect(told(event('reopeningApproved', { to: 'sentencing' }))).toEqual(everyone);
  });

  it('tells the team, and whoever asked, what has come of a merge', () => {
    const merge = { merge: 'OP-2026-000001.M1', into: 'OP-2026-000002' };
    const everyone = ['sio', 'analyst', 'liaison'];
    expect(told(event('mergedInto', merge), 'waymark')).toEqual(everyone);
    expect(told(event('mergeAbandoned', { ...merge, requestedBy: 'tasking', reason: text }), 'waymark')).toEqual([
      'tasking',
      ...everyone,
    ]);
    const request = { ...merge, request: 'OP-2026-000001.M1.U1', requestedBy: 'sio', reason: text };
    expect(told(event('unmergeRefused', request), 'waymark')).toEqual(everyone);
  });

  it('tells the supervisors of the lead force and the investigating officer at once when the glass is broken', () => {
    const broken = event('accessChallenged', { grant: 'K1', person: 'stranger', until: '', reason: text });
    expect(told(broken, 'stranger')).toEqual([SUPERVISORS, operation.team[0]?.person]);
  });

  it('never tells the person who did it', () => {
    expect(told(event('stageAdvanced', { from: 'enforcement', to: 'prosecution' }), 'sio')).toEqual([
      'analyst',
      'liaison',
    ]);
    expect(told(event('teamAssigned', { person: 'sio', role: 'intelligence-analyst' }), 'sio')).toEqual([]);
  });

  it('tells nobody of what concerns nobody in particular', () => {
    expect(told(event('referralSubmitted', {}))).toEqual([]);
    expect(
      recipients({ ...event('packageSignedOff', { version: 1 }), actor: 'x' }, { ...operation, package: null }),
    ).toEqual([]);
  });
});
