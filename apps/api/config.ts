import { readConfig } from '../../platform/config';
import { STORE_VARIABLES } from '../../platform/files/create-store';
import { PROVIDER_VARIABLES } from '../../platform/translation/providers/provider-variables';

const NAMES = [
  'DATABASE_URL',
  'REDIS_URL',
  'TEMPORAL_ADDRESS',
  'TEMPORAL_NAMESPACE',
  'OIDC_ISSUER',
  'OIDC_AUDIENCE',
  'OIDC_CLIENTS',
  'PAYLOAD_KEYS',
  'FINGERPRINT_KEY',
  'CHECKPOINT_KEY_FILE',
  ...STORE_VARIABLES,
  ...PROVIDER_VARIABLES,
  'FILES_MAX_BYTES',
  'IMPORT_MAX_BYTES',
  'CLAMD_ADDRESS',
  'WEBHOOK_PRIVATE_ADDRESSES',
  'WEBHOOK_HOSTS',
  'RATE_PER_PERSON',
  'RATE_PER_ADDRESS',
  'RATE_BREAK_GLASS',
  'RATE_DECONFLICTION',
  'STREAMS_PER_PERSON',
  'TRUSTED_PROXIES',
  'API_HOST',
  'API_PORT',
  'LOG_LEVEL',
] as const;

export type ApiConfig = ReturnType<typeof readConfig<(typeof NAMES)[number]>>;

/** @throws ConfigurationError naming each variable that is missing or malformed */
export function readApiConfig(environment: Record<string, string | undefined> = process.env): ApiConfig {
  return readConfig(NAMES, environment);
}
