import type { Stage } from '../operation/codes';
import { ROLES, type Actor, type Role } from './actor';
import { maySee, type Grant, type Standing } from './need-to-know';
import { challenging, remitOf } from './remit';

const NOW = '2026-01-05T10:00:00.000Z';
const LATER = '2026-01-05T10:00:00.001Z';
const actor = (role: Role, force = 'norfolk', more: Partial<Actor> = {}): Actor => ({
  id: 'somebody',
  roles: [role],
  force,
  ...more,
});
const operation = (stage: Stage, more: Partial<Standing> = {}): Standing => ({
  stage,
  leadForce: 'norfolk',
  marking: 'OFFICIAL-SENSITIVE',
  named: [],
  ...more,
});
const named = (grant: Grant, until: string | null = null) => ({ named: [{ person: 'somebody', grant, until }] });
const sees = (who: Actor, what: Standing) => maySee(remitOf(who), what, NOW);
const OFFICERS = ROLES.filter((role) => !['supervisor', 'administrator', 'service'].includes(role));

describe('need-to-know', () => {
  it.each(OFFICERS)('shows a %s the referrals of their own force while these are open, and no more', (role) => {
    expect(sees(actor(role), operation('referral'))).toBe(true);
    expect(sees(actor(role), operation('assessment'))).toBe(true);
    expect(sees(actor(role), operation('intelligence-build'))).toBe(false);
    expect(sees(actor(role), operation('closed'))).toBe(false);
    expect(sees(actor(role, 'kent'), operation('referral'))).toBe(false);
  });

  it('shows a regional unit the referrals of its region, and a supervisor every stage of their own force alone', () => {
    expect(sees(actor('rocu-liaison-officer', 'ersou'), operation('referral'))).toBe(true);
    expect(sees(actor('rocu-liaison-officer', 'ersou'), operation('referral', { leadForce: 'lincolnshire' }))).toBe(
      false,
    );
    expect(sees(actor('supervisor'), operation('closed'))).toBe(true);
    expect(sees(actor('supervisor', 'ersou'), operation('closed'))).toBe(false);
  });

  it.each(['administrator', 'service'] as const)('shows nothing to the role %s', (role) => {
    expect(sees(actor(role), operation('referral'))).toBe(false);
    expect(maySee(challenging(actor(role)), operation('referral'), NOW)).toBe(false);
  });

  it.each(['team', 'specific', 'challenged'] as const)('shows an operation to whoever is named in it: %s', (grant) => {
    const far = actor('intelligence-analyst', 'kent');
    expect(sees(far, operation('enforcement', named(grant)))).toBe(true);
    expect(sees(far, operation('enforcement', named(grant, LATER)))).toBe(true);
    expect(sees(far, operation('enforcement', named(grant, NOW)))).toBe(false);
    expect(sees({ ...far, id: 'another' }, operation('enforcement', named(grant)))).toBe(false);
  });

  it('hides it from whoever is excluded, whatever else lets them in', () => {
    const { named: excluded } = named('excluded');
    const both = operation('referral', { named: [...named('team').named, ...excluded] });
    expect(sees(actor('supervisor'), both)).toBe(false);
    expect(maySee(challenging(actor('supervisor')), both, NOW)).toBe(false);
  });

  it('asks for the clearance of the marking, also of those who are named or break the glass', () => {
    const secret = operation('referral', { marking: 'SECRET', ...named('team') });
    expect(sees(actor('supervisor'), secret)).toBe(false);
    expect(maySee(challenging(actor('supervisor')), secret, NOW)).toBe(false);
    expect(sees(actor('supervisor', 'norfolk', { clearance: 'SECRET' }), secret)).toBe(true);
    expect(
      sees(actor('supervisor', 'norfolk', { clearance: 'SECRET' }), operation('referral', { marking: 'TOP SECRET' })),
    ).toBe(false);
    expect(sees(actor('supervisor'), operation('referral', { marking: null }))).toBe(true);
  });

  it('lets officers break the glass of any operation', () => {
    const far = challenging(actor('digital-media-investigator', 'kent'));
    expect(maySee(far, operation('closed'), NOW)).toBe(true);
  });
});
