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
