import { PROVIDER_VARIABLES } from '../translation/providers/provider-variables';

/** Services that are already there, as the environment names them. Those are used and never started or stopped. */
export interface ExternalServices {
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly temporalAddress: string | undefined;
  readonly issuer: string | undefined;
}

/** Reads which services the environment names. */
export function externalServices(environment: Readonly<Record<string, string | undefined>>): ExternalServices {
  return {
    databaseUrl: environment['DATABASE_URL'] || undefined,
    redisUrl: environment['REDIS_URL'] || undefined,
    temporalAddress: environment['TEMPORAL_ADDRESS'] || undefined,
    issuer: environment['OIDC_ISSUER'] || undefined,
  };
}

const PASSED_ON = [
  'FILES_MAX_BYTES',
  'IMPORT_MAX_BYTES',
  'FILES_S3_BUCKET',
  'FILES_S3_ENDPOINT',
  'FILES_S3_REGION',
  'CLAMD_ADDRESS',
  'OIDC_CLIENTS',
  'OIDC_WEB_CLIENT',
  'OIDC_WEB_SECRET',
  'WEB_URL',
  'RATE_PER_PERSON',
  'RATE_PER_ADDRESS',
  'RATE_BREAK_GLASS',
  'RATE_DECONFLICTION',
  'STREAMS_PER_PERSON',
  'TRUSTED_PROXIES',
  'WEBHOOK_RETRY_MS',
  'WEBHOOK_PRIVATE_ADDRESSES',
  'WEBHOOK_HOSTS',
  ...PROVIDER_VARIABLES,
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_PROFILE',
  'AWS_ROLE_ARN',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
  'AZURE_TENANT_ID',
  'AZURE_CLIENT_ID',
  'AZURE_CLIENT_SECRET',
  'AZURE_FEDERATED_TOKEN_FILE',
  'AZURE_AUTHORITY_HOST',
  'IDENTITY_ENDPOINT',
  'IDENTITY_HEADER',
];

/** What the environment says that our processes take as it is. */
export function passedOn(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    PASSED_ON.flatMap((name) => (environment[name] ? [[name, environment[name]] as const] : [])),
  );
}
