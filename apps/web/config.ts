import { readConfig } from '../../platform/config';

const NAMES = [
  'API_URL',
  'REDIS_URL',
  'OIDC_ISSUER',
  'OIDC_WEB_CLIENT',
  'OIDC_WEB_SECRET',
  'SESSION_KEYS',
  'WEB_URL',
  'TRUSTED_PROXIES',
  'WEB_HOST',
  'WEB_PORT',
  'LOG_LEVEL',
] as const;

export type WebConfig = ReturnType<typeof readConfig<(typeof NAMES)[number]>>;

/** @throws ConfigurationError naming each variable that is missing or malformed */
export function readWebConfig(environment: Record<string, string | undefined> = process.env): WebConfig {
  return readConfig(NAMES, environment);
}
