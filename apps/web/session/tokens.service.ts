import { Injectable } from '@nestjs/common';
import { unreachable } from '../api-client/problem';
import { IdentityProvider, isRefusal, type Tokens } from './provider';
import { SealedKeys } from './sealed-keys';
import { SESSION_SECONDS } from './session-store';

/** Thrown where a session has no token that is good any more: its person has to sign in. */
export class SignInNeeded extends Error {}

/** So long before its end a token is renewed, that a request under way still finds it valid. */
const EARLY_MS = 30_000;
const RENEWAL_SECONDS = 10;

/**
 * The access token of each session, renewed before it ends. Kept apart from the session itself: a page that was asked for
 * earlier must not put back a refresh token that has been used, since that would end the session.
 */
@Injectable()
export class SessionTokens {
  private readonly renewals = new Map<string, Promise<Tokens>>();

  constructor(
    private readonly keys: SealedKeys,
    private readonly provider: IdentityProvider,
  ) {}

  keep(sid: string, tokens: Tokens): Promise<void> {
    return this.keys.put(`tokens:${sid}`, tokens, SESSION_SECONDS);
  }

  of(sid: string): Promise<Tokens | undefined> {
    return this.keys.get<Tokens>(`tokens:${sid}`);
  }

  /**
   * A token that lasts for a while; while the provider is away, the one that is held for as long as it is good.
   *
   * @throws SignInNeeded
   * @throws ApiProblem `unavailable`
   */
  async access(sid: string): Promise<string> {
    const held = await this.of(sid);
    if (held && isFresh(held)) return held.access;
    let renewal = this.renewals.get(sid);
    if (!renewal) {
      renewal = this.renewed(sid).finally(() => this.renewals.delete(sid));
      this.renewals.set(sid, renewal);
    }
    return (await renewal).access;
  }

  private renewed(sid: string): Promise<Tokens> {
    return this.keys.alone(`renewing:${sid}`, RENEWAL_SECONDS, async () => {
      const held = await this.of(sid);
      if (held && isFresh(held)) return held;
      if (held?.refresh === undefined) throw new SignInNeeded();
      const tokens = await this.provider.refreshed(held.refresh).catch((error: unknown) => {
        if (isRefusal(error)) throw new SignInNeeded();
        if (held.expiresAt > Date.now()) return undefined;
        throw unreachable();
      });
      if (!tokens) return held;
      await this.keep(sid, tokens);
      return tokens;
    });
  }
}

const isFresh = ({ expiresAt }: Tokens) => expiresAt - Date.now() > EARLY_MS;
