import { readConfig } from '../../platform/config';

/** What the worker reads from its environment. */
export function readWorkerConfig() {
  return readConfig([
    'DATABASE_URL',
    'REDIS_URL',
    'TEMPORAL_ADDRESS',
    'TEMPORAL_NAMESPACE',
    'PAYLOAD_KEYS',
    'BUNDLE_DIR',
    'LOG_LEVEL',
  ]);
}
