import { readConfig } from '../../platform/config';
import { PROVIDER_VARIABLES } from '../../platform/translation/providers/provider-variables';
import { STORE_VARIABLES } from '../../platform/files/create-store';

/** What the jobs process reads from its environment. */
export function readJobsConfig() {
  return readConfig([
    'DATABASE_URL',
    'REDIS_URL',
    'TEMPORAL_ADDRESS',
    'TEMPORAL_NAMESPACE',
    'PAYLOAD_KEYS',
    'CHECKPOINT_DIR',
    'CHECKPOINT_KEY_FILE',
    ...STORE_VARIABLES,
    ...PROVIDER_VARIABLES,
    'WEBHOOK_RETRY_MS',
    'WEBHOOK_PRIVATE_ADDRESSES',
    'WEBHOOK_HOSTS',
    'LOG_LEVEL',
  ]);
}
