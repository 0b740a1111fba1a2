import { identityOf } from './token-verifier';

const claims = { sub: 'somebody', exp: 1_800_000_000, roles: ['supervisor'], force: 'norfolk' };

describe('who a token speaks of', () => {
  it('is its subject with the roles that are ours, until it ends', () => {
    expect(identityOf({ ...claims, roles: ['supervisor', 'root'] })).toEqual({
      actor: { id: 'somebody', roles: ['supervisor'], force: 'norfolk' },
      expiresAt: 1_800_000_000_000,
    });
  });

  it('is never Waymark itself', () => {
    expect(identityOf({ ...claims, roles: ['service', 'supervisor'] }).actor.roles).toEqual(['supervisor']);
  });

  it('may have no role and no force', () => {
    const { sub, exp } = claims;
    expect(identityOf({ sub, exp }).actor).toEqual({ id: 'somebody', roles: [], force: '' });
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
