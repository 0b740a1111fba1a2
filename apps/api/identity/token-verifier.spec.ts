import { identityOf } from './token-verifier';

const claims = { sub: 'somebody', exp: 1_800_000_000, roles: ['supervisor'], force: 'norfolk' };

describe('who a token speaks of', () => {
  it('is its subject with the roles and permissions that are ours, until it ends', () => {
    const permissions = ['victim-identity', 'everything'];
    expect(identityOf({ ...claims, roles: ['supervisor', 'root'], permissions })).toEqual({
      actor: {
        id: 'somebody',
        roles: ['supervisor'],
        force: 'norfolk',
        clearance: 'OFFICIAL',
        permissions: ['victim-identity'],
      },
      expiresAt: 1_800_000_000_000,
    });
  });

  it('is never Waymark itself', () => {
    expect(identityOf({ ...claims, roles: ['service', 'supervisor'] }).actor.roles).toEqual(['supervisor']);
  });

  it('is cleared to a tier there is, and otherwise to none above OFFICIAL', () => {
    expect(identityOf({ ...claims, clearance: 'SECRET' }).actor.clearance).toBe('SECRET');
    expect(identityOf({ ...claims, clearance: 'COSMIC' }).actor.clearance).toBe('OFFICIAL');
  });

  it('may have no role, no force and no permission', () => {
    const { sub, exp } = claims;
    expect(identityOf({ sub, exp }).actor).toEqual({
      id: 'somebody',
      roles: [],
      force: '',
      clearance: 'OFFICIAL',
      permissions: [],
    });
    expect(identityOf({ ...claims, roles: 'supervisor' }).actor.roles).toEqual([]);
  });

  it.each([
    { sub: undefined },
    { sub: '' },
    { sub: 'a b' },
    { sub: 'a\nb' },
    { sub: 'x'.repeat(256) },
    { exp: undefined },
  ])('is nobody when it does not say: %j', (change) => {
    expect(() => identityOf({ ...claims, ...change } as never)).toThrow(
      expect.objectContaining({ problem: 'unauthenticated' }) as Error,
    );
  });
});
