import { isNativeError } from 'node:util/types';
import { Inject, Injectable } from '@nestjs/common';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { CLEARANCES, ROLES, type Role } from '../../../domain/access/actor';
import { RESTRICTIONS } from '../../../domain/text/text';
import type { ApiConfig } from '../config';
import { unavailable } from '../http/problem-of';
import { invalid, Problem } from '../http/problems';
import type { Identity } from '../http/request';
import { CONFIG } from '../tokens';

/** Asymmetric signatures only: a key set can never serve as a shared secret. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const TIMEOUT_MS = 3_000;
const CLOCK_TOLERANCE_SECONDS = 5;
/** A token that lived longer could outlive the memory of its session's end. */
const LONGEST_SECONDS = 3_600;

const identifier = z.string().regex(/^[\x21-\x7e]{1,255}$/);

const claims = z.object({
  sub: identifier,
  exp: z.number(),
  client_id: z.string().optional(),
  scope: z.string().catch(''),
  sid: identifier.optional(),
  auth_time: z.number().optional(),
  roles: z.array(z.string()).catch([]),
  force: z.string().max(64).catch(''),
  clearance: z.enum(CLEARANCES).catch('OFFICIAL'),
  permissions: z.array(z.string()).catch([]),
});

const LOGOUT_TOKEN_SECONDS = 120;

const logoutClaims = z.object({
  sid: identifier,
  events: z.object({ 'http://schemas.openid.net/event/backchannel-logout': z.object({}) }),
  // What it must not have, so that no identity token can be taken for one.
  nonce: z.undefined().optional(),
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
    if (Number(payload.exp) > Date.now() / 1000 + LONGEST_SECONDS + CLOCK_TOLERANCE_SECONDS)
      throw unauthenticated('The token lasts too long: this API takes those that end within an hour.', 'invalid_token');
    return identityOf(payload);
  }

  /**
   * The session that a logout token (OpenID Connect Back-Channel Logout 1.0, section 2.6) says has ended.
   *
   * @throws Problem `validation` for a token that proves nothing, `unavailable` while the keys cannot be had
   */
  async endedSession(token: string): Promise<string> {
    const { payload } = await jwtVerify(token, await this.keySet(), {
      issuer: this.config.OIDC_ISSUER,
      audience: [...this.config.OIDC_CLIENTS],
      algorithms: ALGORITHMS,
      requiredClaims: ['iat', 'jti'],
      maxTokenAge: LOGOUT_TOKEN_SECONDS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    }).catch((error: unknown) => {
      if (error instanceof errors.JOSEError && !isAway(error)) throw noLogoutToken();
      return refuse(error);
    });
    const ended = logoutClaims.safeParse(payload);
    if (!ended.success) throw noLogoutToken();
    return ended.data.sid;
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
  const { sub, exp, roles, force, clearance, permissions, sid, auth_time } = result.data;
  const expiresAt = exp * 1000;
  const session = {
    ...(sid === undefined ? {} : { sid }),
    ...(auth_time === undefined ? {} : { signedInAt: auth_time * 1000 }),
  };
  // RFC 9068, section 2.2: without a person, the subject is the client.
  if (sub === result.data.client_id)
    return { actor: { id: sub, roles: [], force: '' }, expiresAt, scopes: result.data.scope.split(' ') };
  const known = ROLES.filter((role): role is Role => role !== 'service' && roles.includes(role));
  const held = RESTRICTIONS.filter((restriction) => permissions.includes(restriction));
  return { actor: { id: sub, roles: known, force, clearance, permissions: held }, expiresAt, ...session };
}

/** The problem with its challenge (RFC 6750). */
export function unauthenticated(detail: string, code?: 'invalid_token'): Problem {
  const challenge = code
    ? `Bearer realm="waymark", error="${code}", error_description="${detail}"`
    : 'Bearer realm="waymark"';
  return new Problem('unauthenticated', detail, {}, { 'WWW-Authenticate': challenge });
}

const noLogoutToken = () =>
  invalid(
    'logout_token',
    'Send a logout token of the identity provider, for one of our clients, that names a session.',
  );

const UNREACHABLE = [errors.JWKSTimeout, errors.JWKSInvalid];

function refuse(error: unknown): never {
  if (error instanceof errors.JWTExpired) throw unauthenticated('The token has expired.', 'invalid_token');
  if (error instanceof errors.JWTClaimValidationFailed)
    throw unauthenticated(`The token's claim ${error.claim} is not what this API needs.`, 'invalid_token');
  if (isAway(error)) throw unavailable('The identity provider gave no answer in time.', { cause: error });
  if (error instanceof errors.JOSEError) throw unauthenticated('The token is not valid.', 'invalid_token');
  throw error;
}

/** Whether the key set could not be had. */
function isAway(error: unknown): boolean {
  return (
    UNREACHABLE.some((kind) => error instanceof kind) ||
    // What `fetch` throws when nobody answers.
    (isNativeError(error) && error.name === 'TypeError') ||
    (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC')
  );
}
