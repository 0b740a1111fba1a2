import { isNativeError } from 'node:util/types';
import { Inject, Injectable } from '@nestjs/common';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { CLEARANCES, ROLES, type Role } from '../../../domain/access/actor';
import { RESTRICTIONS } from '../../../domain/text/text';
import type { ApiConfig } from '../config';
import { unavailable } from '../http/problem-of';
import { Problem } from '../http/problems';
import type { Identity } from '../http/request';
import { CONFIG } from '../tokens';

/** Asymmetric signatures only: a key set can never serve as a shared secret. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const TIMEOUT_MS = 3_000;
const CLOCK_TOLERANCE_SECONDS = 5;

const claims = z.object({
  sub: z.string().regex(/^[\x21-\x7e]{1,255}$/),
  exp: z.number(),
  roles: z.array(z.string()).catch([]),
  force: z.string().max(64).catch(''),
  clearance: z.enum(CLEARANCES).catch('OFFICIAL'),
  permissions: z.array(z.string()).catch([]),
});

/** Proves access tokens by issuer, audience, expiry and key set, as those of any OpenID Connect provider. */
@Injectable()
export class TokenVerifier {
  private keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(@Inject(CONFIG) private readonly config: ApiConfig) {}

  /** @throws Problem `unauthenticated` for a token that proves nothing, `unavailable` while the keys cannot be had */
  async verify(token: string): Promise<Identity> {
    const keys = await this.keySet();
    const { payload } = await jwtVerify(token, keys, {
      issuer: this.config.OIDC_ISSUER,
      audience: this.config.OIDC_AUDIENCE,
      algorithms: ALGORITHMS,
      requiredClaims: ['sub', 'exp'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    }).catch(refuse);
    return identityOf(payload);
  }

  /** Resolves when the provider answers with the configuration it should have; for `/readyz`. */
  async check(): Promise<void> {
    await this.discover();
  }

  private keySet(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.discover()
      .then((url) => createRemoteJWKSet(url, { timeoutDuration: TIMEOUT_MS }))
      .catch((error: unknown) => {
        this.keys = undefined;
        throw unavailable('The identity provider gave no answer in time.', { cause: error });
      });
    return this.keys;
  }

  private async discover(): Promise<URL> {
    const issuer = this.config.OIDC_ISSUER;
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`The identity provider answered ${response.status}`);
    const discovery = z.object({ issuer: z.literal(issuer), jwks_uri: z.url() }).parse(await response.json());
    return new URL(discovery.jwks_uri);
  }
}

/** Who the token speaks of. No token makes anyone Waymark itself, and a role that is not ours means nothing. */
export function identityOf(payload: JWTPayload): Identity {
  const result = claims.safeParse(payload);
  if (!result.success) throw unauthenticated('The token does not say whose it is.');
  const { sub, exp, roles, force, clearance, permissions } = result.data;
  const known = ROLES.filter((role): role is Role => role !== 'service' && roles.includes(role));
  const held = RESTRICTIONS.filter((restriction) => permissions.includes(restriction));
  return { actor: { id: sub, roles: known, force, clearance, permissions: held }, expiresAt: exp * 1000 };
}

/** The problem with its challenge (RFC 6750). */
export function unauthenticated(detail: string, code?: 'invalid_token'): Problem {
  const challenge = code
    ? `Bearer realm="waymark", error="${code}", error_description="${detail}"`
    : 'Bearer realm="waymark"';
  return new Problem('unauthenticated', detail, {}, { 'WWW-Authenticate': challenge });
}

const UNREACHABLE = [errors.JWKSTimeout, errors.JWKSInvalid];

function refuse(error: unknown): never {
  if (error instanceof errors.JWTExpired) throw unauthenticated('The token has expired.', 'invalid_token');
  if (error instanceof errors.JWTClaimValidationFailed)
    throw unauthenticated(`The token's claim ${error.claim} is not what this API needs.`, 'invalid_token');
  const away =
    UNREACHABLE.some((kind) => error instanceof kind) ||
    // What `fetch` throws when nobody answers.
    (isNativeError(error) && error.name === 'TypeError') ||
    (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC');
  if (away) throw unavailable('The identity provider gave no answer in time.', { cause: error });
  if (error instanceof errors.JOSEError) throw unauthenticated('The token is not valid.', 'invalid_token');
  throw error;
}
