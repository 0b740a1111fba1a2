import { urlOf } from './databases';
import { passedOn } from './external';
import { AUDIENCE, WEB_CLIENT } from './identity/client';
import type { Layout } from './layout';
import { LOOPBACK } from './ports';
import { DATABASE_ROLES, type DatabaseRole, type Secrets } from './secrets';

/** Where the services of a stack are; kept in the data folder, for its owner's eyes only, while it runs. */
export interface Places {
  /** Administrator's connection. */
  readonly adminUrl: string;
  readonly redisUrl: string;
  readonly temporalAddress: string;
  readonly issuer: string;
  readonly apiPort: number;
  readonly webPort: number;
  readonly namespace: string;
}

/** Addresses with what is needed to use them. */
export interface StackUrls {
  readonly database: Readonly<Record<DatabaseRole | 'admin', string>>;
  readonly redis: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly issuer: string;
  /** Such as `http://127.0.0.1:3001`. */
  readonly api: string;
  /** Of the pages, such as `http://127.0.0.1:3000`. */
  readonly web: string;
}

/** Processes of ours that read the environment. */
export type ProcessRole = DatabaseRole | 'web';

export function stackUrls(places: Places, secrets: Secrets): StackUrls {
  const database = Object.fromEntries(DATABASE_ROLES.map((role) => [role, urlOf(places.adminUrl, role, secrets)]));
  return {
    database: { ...(database as Record<DatabaseRole, string>), admin: places.adminUrl },
    redis: places.redisUrl,
    temporalAddress: places.temporalAddress,
    namespace: places.namespace,
    issuer: places.issuer,
    api: `http://${LOOPBACK}:${places.apiPort}`,
    web: `http://${LOOPBACK}:${places.webPort}`,
  };
}

/**
 * The environment of one of our processes; see `platform/config.ts` for the meaning of each variable.
 *
 * @param environment of whoever starts it: what it says of services of one's own is passed on
 */
export function processEnvironment(
  role: ProcessRole,
  { urls, secrets, at }: { urls: StackUrls; secrets: Secrets; at: Layout },
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const given = passedOn(environment);
  // The pages know the API, and no service behind it but Redis, which keeps sessions.
  if (role === 'web')
    return {
      OIDC_WEB_CLIENT: WEB_CLIENT,
      OIDC_WEB_SECRET: secrets.webClientSecret,
      WEB_URL: urls.web,
      ...given,
      API_URL: urls.api,
      REDIS_URL: urls.redis,
      OIDC_ISSUER: urls.issuer,
      SESSION_KEYS: secrets.sessionKeys,
      WEB_HOST: LOOPBACK,
      WEB_PORT: new URL(urls.web).port,
      TZ: 'UTC',
    };
  return {
    ...given,
    DATABASE_URL: urls.database[role],
    REDIS_URL: urls.redis,
    TEMPORAL_ADDRESS: urls.temporalAddress,
    TEMPORAL_NAMESPACE: urls.namespace,
    OIDC_ISSUER: urls.issuer,
    OIDC_AUDIENCE: AUDIENCE,
    PAYLOAD_KEYS: secrets.payloadKeys,
    FINGERPRINT_KEY: secrets.fingerprintKey,
    CHECKPOINT_DIR: at.checkpoints,
    CHECKPOINT_KEY_FILE: secrets.checkpointKeyFile,
    BUNDLE_DIR: at.bundles,
    FILES_DIR: at.files,
    API_HOST: LOOPBACK,
    API_PORT: new URL(urls.api).port,
    TZ: 'UTC',
  };
}
