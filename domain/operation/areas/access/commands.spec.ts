import { blockersOf, deciding, happens, NOW, operationIn, someone, TEXT } from '../../../../test/support/decided';
import { ROLES, type Role } from '../../../access/actor';
import { STAGES } from '../../codes';
import { event, type DecidedEvent } from '../../events';
import { fold } from '../../fold';
import type { OperationState } from '../../state';
import type { AccessGrant } from './state';

const SUPERVISOR = someone('supervisor');
const UNTIL = '2026-02-01T00:00:00.000Z';
const grant: AccessGrant = { id: 'K1', kind: 'specific', person: 'somebody', until: UNTIL, revoked: false };
const rolesThatMay = (may: (role: Role) => boolean) => ROLES.filter(may);
const after = (state: OperationState, given: DecidedEvent) =>
  fold(state, { ...given, sequence: 10, happenedAt: NOW, occurredAt: NOW, actor: 'someone' });

describe('letting a person in', () => {
  const body = { person: 'somebody', until: UNTIL, reason: TEXT };
  const granted = (state: OperationState, change: Partial<typeof body> = {}) =>
    deciding(state, 'grantAccess', { ...body, ...change }, { actor: SUPERVISOR });

  it.each(STAGES)('is for those who lead or oversee, in every stage: %s', (stage) => {
    const may = (role: Role) =>
      blockersOf(deciding(operationIn(stage), 'grantAccess', body, { actor: someone(role) })).length === 0;
    expect(rolesThatMay(may)).toEqual(['tasking-officer', 'senior-investigating-officer', 'supervisor']);
  });

  it('is for a time that ends, within a year', () => {
    const state = operationIn('enforcement');
    expect(happens(granted(state))).toEqual({ grant: 'K1', ...body });
    expect(blockersOf(granted(state, { until: NOW }))).toEqual(['until']);
    expect(blockersOf(granted(state, { until: '2027-03-01T00:00:00.000Z' }))).toEqual(['until']);
  });

  it('is not for oneself, nor for whoever is excluded', () => {
    expect(blockersOf(granted(operationIn('referral'), { person: SUPERVISOR.id }))).toEqual(['own-access']);
    expect(blockersOf(granted(operationIn('referral', { excluded: ['somebody'] })))).toEqual(['excluded']);
  });

  it('prolongs access, but gives none twice', () => {
    const state = operationIn('referral', { grants: [grant] });
    expect(blockersOf(granted(state))).toEqual(['already-granted']);
    expect(happens(granted(state, { until: '2026-03-01T00:00:00.000Z' }))).toMatchObject({ grant: 'K2' });
    expect(happens(granted(operationIn('referral', { grants: [{ ...grant, revoked: true }] })))).toMatchObject({
      grant: 'K2',
    });
  });
});

describe('breaking the glass', () => {
  const challenged = (state: OperationState, role: Role = 'intelligence-analyst') =>
    deciding(state, 'challengeAccess', { reason: TEXT }, { actor: someone(role, 'somebody') });

  it('opens the operation for eight hours to whoever works on operations', () => {
    expect(happens(challenged(operationIn('closed')))).toEqual({
      grant: 'K1',
      person: 'somebody',
      until: '2026-01-05T18:00:00.000Z',
      reason: TEXT,
    });
    expect(rolesThatMay((role) => blockersOf(challenged(operationIn('closed'), role)).length === 0)).toEqual(
      ROLES.filter((role) => role !== 'administrator' && role !== 'service'),
    );
  });

  it('opens nothing to whoever is excluded', () => {
    expect(blockersOf(challenged(operationIn('closed', { excluded: ['somebody'] })))).toEqual(['excluded']);
  });

  it('is not done twice while it lasts', () => {
    expect(blockersOf(challenged(operationIn('referral', { grants: [grant] })))).toEqual(['already-granted']);
    const ended = { ...grant, until: '2026-01-05T09:59:59.000Z' };
    expect(blockersOf(challenged(operationIn('referral', { grants: [ended] })))).toEqual([]);
  });
});

describe('ending access', () => {
  const revoked = (state: OperationState) => deciding(state, 'revokeAccess', { grant: 'K1', reason: TEXT });

  it('is done once, and names whose it was', () => {
    const state = operationIn('referral', { grants: [grant] });
    expect(happens(revoked(state))).toEqual({ grant: 'K1', person: 'somebody', reason: TEXT });
    const { grants } = after(state, event('accessRevoked', { grant: 'K1', person: 'somebody', reason: TEXT }));
    expect(grants).toEqual([{ ...grant, revoked: true }]);
    expect(blockersOf(revoked(operationIn('referral', { grants })))).toEqual(['grant-status']);
    expect(blockersOf(revoked(operationIn('referral')))).toEqual(['no-such-grant']);
  });
});

describe('an exclusion', () => {
  const body = { person: 'somebody', reason: TEXT };

  it('stands until somebody else lifts it', () => {
    const open = operationIn('prosecution');
    expect(happens(deciding(open, 'excludePerson', body))).toEqual(body);
    const excluding = after(open, event('personExcluded', body));
    expect(excluding.excluded).toEqual(['somebody']);
    expect(blockersOf(deciding(excluding, 'excludePerson', body))).toEqual(['excluded']);
    const self = { actor: someone('supervisor', 'somebody') };
    expect(blockersOf(deciding(excluding, 'liftExclusion', body, self))).toEqual(['own-access']);
    expect(happens(deciding(excluding, 'liftExclusion', body, { actor: SUPERVISOR }))).toEqual(body);
    expect(after(excluding, event('exclusionLifted', body)).excluded).toEqual([]);
    expect(blockersOf(deciding(open, 'liftExclusion', body))).toEqual(['not-excluded']);
  });
});
