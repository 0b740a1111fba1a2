import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { nowhere } from '../../test/support/listener';
import { startS3 } from '../../test/support/s3';
import { createStore } from './create-store';
import { DiskStore } from './disk-store';
import { FilesAway, NotStored, type FileStore } from './file-store';
import { StoredFiles } from './stored-files';

const BUCKET = 'invented';
const CONTENT = Buffer.alloc(300_000, 'An invented file. ');
const digestOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const SHA256 = digestOf(CONTENT);

const s3Store = (endpoint: string) =>
  createStore({
    FILES_DIR: folder,
    FILES_S3_BUCKET: BUCKET,
    FILES_S3_ENDPOINT: endpoint,
    FILES_S3_REGION: 'eu-west-2',
  });

let folder: string;
let s3: Awaited<ReturnType<typeof startS3>>;
const environment = { ...process.env };
beforeAll(async () => {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'invented', AWS_SECRET_ACCESS_KEY: 'invented' });
  folder = mkdtempSync(join(tmpdir(), 'waymark-files-'));
  s3 = await startS3(BUCKET);
});
afterAll(async () => {
  process.env = environment;
  await s3.close();
  rmSync(folder, { recursive: true });
});

const arrived = (content = CONTENT) => {
  const file = join(folder, 'arrived');
  writeFileSync(file, content);
  return file;
};
const placeOf = (sha256: string) => join(folder, 'disk', sha256.slice(0, 2), sha256.slice(2, 4), sha256);

const damage: Readonly<Record<string, (sha256: string) => void>> = {
  disk: (sha256) => writeFileSync(placeOf(sha256), 'Something else.'),
  s3: (sha256) => s3.objects.set(sha256, Buffer.from('Something else.')),
};

describe.each(['disk', 's3'] as const)('the file store on %s', (kind) => {
  let store: FileStore;
  beforeAll(() => {
    store = kind === 'disk' ? new DiskStore(join(folder, 'disk')) : s3Store(s3.endpoint);
  });

  it('gives back what was put, until it is removed; both can be repeated', async () => {
    await store.put(SHA256, arrived());
    await store.put(SHA256, arrived());
    expect((await buffer(await store.open(SHA256))).equals(CONTENT)).toBe(true);
    await store.remove(SHA256);
    await expect(store.open(SHA256)).rejects.toThrow(NotStored);
    await store.remove(SHA256);
  });

  it('is found out where content is missing or another', async () => {
    const problem = () => new StoredFiles(store).problemOf(SHA256);
    expect(await problem()).toBe('is not in the file store');
    await store.put(SHA256, arrived());
    expect(await problem()).toBeUndefined();
    damage[kind]?.(SHA256);
    expect(await problem()).toBe('is not the one that was attached');
    await store.put(SHA256, arrived());
    expect(await problem()).toBeUndefined();
  });
});

describe('the file store on disk', () => {
  it('keeps a file under its digest, for this account alone', async () => {
    await new DiskStore(join(folder, 'disk')).put(SHA256, arrived());
    expect(statSync(placeOf(SHA256)).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'disk'))).toEqual([SHA256.slice(0, 2)]);
  });
});

describe('the file store in a bucket', () => {
  it('takes no content in that has another digest', async () => {
    const other = digestOf(Buffer.from('Something else.'));
    await expect(s3Store(s3.endpoint).put(other, arrived())).rejects.toThrow(FilesAway);
    expect(s3.objects.has(other)).toBe(false);
  });

  it('is away where its server is', async () => {
    const away = s3Store(`http://${await nowhere()}`);
    await expect(away.put(SHA256, arrived())).rejects.toThrow(FilesAway);
    await expect(away.open(SHA256)).rejects.toThrow(FilesAway);
    await expect(away.remove(SHA256)).rejects.toThrow(FilesAway);
  });
});
