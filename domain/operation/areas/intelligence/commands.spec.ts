import {
  blockersOf,
  deciding,
  happens,
  NOW,
  operationIn,
  someone,
  suspect,
  TEXT,
} from '../../../../test/support/decided';
import { commandSchemas } from '../../command-schemas';
import { event } from '../../events';
import { fold } from '../../fold';
import type { Authorisation, IntelligenceReport } from './state';

const graded = (handlingCode: 'P' | 'C') =>
  ({ sourceEvaluation: '2', intelligenceAssessment: 'C', handlingCode }) as const;
const report = (id: string, sanitised: boolean, handlingCode: 'P' | 'C' = 'P'): IntelligenceReport => ({
  id,
  grade: graded(handlingCode),
  sanitised,
});
const SOURCE = { record: 'who-it-comes-from', digest: 'a-digest' };

describe('an intelligence report', () => {
  const body = {
    grade: graded('P'),
    material: false,
    handlingConditions: null,
    source: SOURCE,
    sourceHandling: null,
    content: TEXT,
  };

  it('is numbered within the operation, with its grade', () => {
    const state = operationIn('referral', { reports: [report('I1', false)] });
    expect(happens(deciding(state, 'recordIntelligenceReport', body))).toEqual({ report: 'I2', ...body });
  });

  it.each([
    ['C', null, false],
    ['C', 'Do not show to the subject.', true],
    ['P', null, true],
  ] as const)('with handling code %s and the conditions %j is in form: %j', (code, handlingConditions, good) => {
    const written = { grade: graded(code), handlingConditions, source: 'Invented.', content: 'Invented.' };
    expect(commandSchemas.recordIntelligenceReport.safeParse(written).success).toBe(good);
  });
});

describe('a sanitised version', () => {
  const state = operationIn('assessment', { reports: [report('I1', false)] });
  const sanitise = (id: string) => deciding(state, 'sanitiseReport', { report: id, content: TEXT });

  it('is written of a report of the operation', () => {
    expect(happens(sanitise('I1'))).toEqual({ report: 'I1', content: TEXT });
    expect(blockersOf(sanitise('I2'))).toEqual(['no-such-report']);
  });

  it('has no place for a source, nor has what is disseminated, nor the state', () => {
    for (const command of ['sanitiseReport', 'disseminateReport'] as const)
      expect(Object.keys(commandSchemas[command].shape)).not.toContain('source');
    const body = {
      grade: graded('P'),
      material: false,
      handlingConditions: null,
      source: SOURCE,
      sourceHandling: null,
      content: TEXT,
    };
    const stamps = { sequence: 10, happenedAt: NOW, occurredAt: NOW, actor: 'somebody' };
    const recorded = fold(state, { ...event('intelligenceReported', { report: 'I2', ...body }), ...stamps });
    expect(recorded.reports).toHaveLength(2);
    expect(JSON.stringify(recorded)).not.toContain(SOURCE.record);
  });
});

describe('a dissemination', () => {
  const state = operationIn('assessment', {
    reports: [report('I1', false), report('I2', true), report('I3', true, 'C')],
    disseminations: [
      { id: 'F1', report: 'I2', to: 'essex', status: 'sent' },
      { id: 'F2', report: 'I2', to: 'norfolk', status: 'acknowledged' },
    ],
  });
  const send = (id: string, conditions: typeof TEXT | null = null) =>
    deciding(state, 'disseminateReport', { report: id, to: 'essex', conditions });

  it.each([
    ['what is not sanitised', 'I1', null, ['not-sanitised']],
    ['what is sanitised', 'I2', null, []],
    ['handling code C without its conditions', 'I3', null, ['conditions-missing']],
    ['handling code C with its conditions', 'I3', TEXT, []],
    ['what there is not', 'I9', null, ['no-such-report']],
  ] as const)('of %s (%s)', (_, id, conditions, blockers) => {
    expect(blockersOf(send(id, conditions))).toEqual(blockers);
  });

  it('is numbered within the operation', () => {
    expect(happens(send('I2'))).toEqual({ dissemination: 'F3', report: 'I2', to: 'essex', conditions: null });
  });

  it.each([
    ['F1', []],
    ['F2', ['dissemination-status']],
    ['F9', ['no-such-dissemination']],
  ] as const)('%s is acknowledged once', (dissemination, blockers) => {
    expect(blockersOf(deciding(state, 'acknowledgeDissemination', { dissemination }))).toEqual(blockers);
  });
});

describe('a covert authorisation', () => {
  const authorisation = (id: string, status: Authorisation['status']): Authorisation => ({
    id,
    kind: 'directed-surveillance',
    subject: null,
    appliedBy: 'applicant',
    status,
    from: null,
  });
  const state = operationIn('enforcement', {
    subjects: [suspect('S1', 'suspected')],
    authorisations: [
      authorisation('A1', 'applied'),
      authorisation('A2', 'granted'),
      authorisation('A3', 'refused'),
      authorisation('A4', 'cancelled'),
    ],
  });
  const supervisor = { actor: someone('supervisor', 'officer') };

  it.each([
    ['nobody in particular', null, []],
    ['a subject', 'S1', []],
    ['somebody unknown', 'S9', ['no-such-subject']],
  ] as const)('is applied for about %s', (_, subject, blockers) => {
    const body = { kind: 'communications-data', subject, necessity: TEXT } as const;
    const applied = deciding(state, 'applyForAuthorisation', body);
    expect(blockersOf(applied)).toEqual(blockers);
    if (blockers.length === 0) expect(happens(applied)).toEqual({ authorisation: 'A5', ...body });
  });

  it.each([
    ['grantAuthorisation', 'A1', []],
    ['grantAuthorisation', 'A2', ['authorisation-status']],
    ['grantAuthorisation', 'A3', ['authorisation-status']],
    ['grantAuthorisation', 'A4', ['authorisation-status']],
    ['refuseAuthorisation', 'A1', []],
    ['refuseAuthorisation', 'A2', ['authorisation-status']],
    ['refuseAuthorisation', 'A9', ['no-such-authorisation']],
    ['cancelAuthorisation', 'A1', ['authorisation-status']],
    ['cancelAuthorisation', 'A2', []],
    ['cancelAuthorisation', 'A4', ['authorisation-status']],
  ] as const)('%s of %s gives %j', (command, id, blockers) => {
    const body = {
      authorisation: id,
      ...(command === 'grantAuthorisation' ? { from: '2026-01-05' } : { reason: TEXT }),
    };
    expect(blockersOf(deciding(state, command, body as never, supervisor))).toEqual(blockers);
  });

  it.each([
    ['grantAuthorisation', { authorisation: 'A1', from: '2026-01-05' }],
    ['refuseAuthorisation', { authorisation: 'A1', reason: TEXT }],
  ] as const)('is never decided by its applicant: %s', (command, body) => {
    const applicant = { actor: someone('supervisor', 'applicant') };
    expect(blockersOf(deciding(state, command, body as never, applicant))).toEqual(['own-application']);
  });

  it.each([
    ['2026-01-04', ['backdated']],
    ['2026-01-05', []],
    ['2026-01-06', []],
  ] as const)('granted on 5 January takes effect on %s: %j', (from, blockers) => {
    const granted = deciding(state, 'grantAuthorisation', { authorisation: 'A1', from }, supervisor);
    expect(blockersOf(granted)).toEqual(blockers);
  });
});
