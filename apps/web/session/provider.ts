import { Inject, Injectable } from '@nestjs/common';
import * as openid from 'openid-client';
import type { WebConfig } from '../config';
import { CONFIG } from '../tokens';

/** Tokens of a session. */
export interface Tokens {
  readonly access: string;
  readonly refresh: string | undefined;
  readonly id: string | undefined;
  /** When the access token ends; milliseconds since 1970. */
  readonly expiresAt: number;
}

/** How long it may take: less than what is renewed by one process at a time is held for (`tokens.service.ts`). */
const TIMEOUT_SECONDS = 5;

/** The identity provider, by OpenID Connect: authorization code with PKCE, as a confidential client. */
@Injectable()
export class IdentityProvider {
  private found: Promise<openid.Configuration> | undefined;

  constructor(@Inject(CONFIG) private readonly config: WebConfig) {}

  /** Where a browser signs in. @param maxAge how old a sign-in may be, in seconds */
  async signInAddress(state: string, verifier: string, maxAge?: number): Promise<string> {
    const address = openid.buildAuthorizationUrl(await this.discovered(), {
      redirect_uri: this.callback,
      scope: 'openid',
      state,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(maxAge === undefined ? {} : { max_age: String(maxAge) }),
    });
    return address.href;
  }

  /** The tokens for what the provider sent the browser back with. @throws Error for anything that is not its answer */
  async tokensFor(query: string, state: string, verifier: string): Promise<Tokens> {
    const address = new URL(`${this.callback}${query}`);
    const checks = { expectedState: state, pkceCodeVerifier: verifier };
    return tokensOf(await openid.authorizationCodeGrant(await this.discovered(), address, checks));
  }

  /** @throws Error, a {@link isRefusal} where the session has ended */
  async refreshed(refresh: string): Promise<Tokens> {
    return tokensOf(await openid.refreshTokenGrant(await this.discovered(), refresh));
  }

  /** Where a browser signs out. */
  async signOutAddress(id: string | undefined): Promise<string> {
    const address = openid.buildEndSessionUrl(await this.discovered(), {
      post_logout_redirect_uri: `${this.config.WEB_URL}/signed-out`,
      ...(id === undefined ? {} : { id_token_hint: id }),
    });
    return address.href;
  }

  /** Resolves when the provider answers. */
  async check(): Promise<void> {
    await this.discovered();
  }

  private get callback(): string {
    return `${this.config.WEB_URL}/callback`;
  }

  private discovered(): Promise<openid.Configuration> {
    const { OIDC_ISSUER: issuer, OIDC_WEB_CLIENT: client, OIDC_WEB_SECRET: secret } = this.config;
    this.found ??= openid
      .discovery(new URL(issuer), client, undefined, openid.ClientSecretBasic(secret), {
        timeout: TIMEOUT_SECONDS,
        // Only a provider of this machine may be reached without TLS.
        execute: isLoopback(issuer) ? [openid.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        this.found = undefined;
        throw error;
      });
    return this.found;
  }
}

const isLoopback = (address: string) => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname);

/** Whether it was the provider that said no: otherwise it was not reached, or something is wrong on its side. */
export const isRefusal = (error: unknown): boolean => error instanceof openid.ResponseBodyError && error.status < 500;

type Answer = openid.TokenEndpointResponse & openid.TokenEndpointResponseHelpers;

const tokensOf = (answer: Answer): Tokens => ({
  access: answer.access_token,
  refresh: answer.refresh_token,
  id: answer.id_token,
  expiresAt: Date.now() + (answer.expiresIn() ?? 300) * 1000,
});
