import type { OpenAPIObject } from '@nestjs/swagger';

/** A configuration that leads nowhere: enough to build the API and look at its routes. */
export const OFFLINE: Readonly<Record<string, string>> = {
  DATABASE_URL: 'postgresql://127.0.0.1:1/none',
  REDIS_URL: 'redis://127.0.0.1:1',
  TEMPORAL_ADDRESS: '127.0.0.1:1',
  OIDC_ISSUER: 'http://127.0.0.1:1',
  PAYLOAD_KEYS: `none:${Buffer.alloc(32).toString('base64')}`,
  FINGERPRINT_KEY: Buffer.alloc(32).toString('base64'),
  CHECKPOINT_KEY_FILE: 'none',
  FILES_DIR: 'none',
  LOG_LEVEL: 'silent',
};

/** The document as it is kept in the repository. */
export function documentText(document: OpenAPIObject): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
