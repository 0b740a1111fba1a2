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

const FILE_SETTINGS = [
  'FILES_MAX_BYTES',
  'FILES_S3_BUCKET',
  'FILES_S3_ENDPOINT',
  'FILES_S3_REGION',
  'CLAMD_ADDRESS',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_PROFILE',
];

/** What the environment says of files, for the processes that keep them. */
export function fileSettings(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    FILE_SETTINGS.flatMap((name) => (environment[name] ? [[name, environment[name]] as const] : [])),
  );
}
