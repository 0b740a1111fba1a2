import { S3Client } from '@aws-sdk/client-s3';
import type { Values } from '../config';
import { DiskStore } from './disk-store';
import type { FileStore } from './file-store';
import { S3Store } from './s3-store';

/** Variables that say where files are kept. */
export const STORE_VARIABLES = ['FILES_DIR', 'FILES_S3_BUCKET', 'FILES_S3_ENDPOINT', 'FILES_S3_REGION'] as const;

/** The file store that the configuration names: a bucket, or else the folder. Nothing connects before it is used. */
export function createStore(config: Values<(typeof STORE_VARIABLES)[number]>): FileStore {
  const { FILES_DIR, FILES_S3_BUCKET, FILES_S3_ENDPOINT, FILES_S3_REGION } = config;
  if (FILES_S3_BUCKET === undefined) return new DiskStore(FILES_DIR);
  const client = new S3Client({
    region: FILES_S3_REGION,
    // Servers other than Amazon's know buckets by path alone.
    ...(FILES_S3_ENDPOINT === undefined ? {} : { endpoint: FILES_S3_ENDPOINT, forcePathStyle: true }),
    // What goes wrong is thrown; it would be told to the console as well.
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    requestHandler: { connectionTimeout: 3_000, socketTimeout: 30_000 },
  });
  return new S3Store(client, FILES_S3_BUCKET);
}

const quiet = () => undefined;
