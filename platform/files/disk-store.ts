import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { NotStored, type FileStore } from './file-store';

/** Keeps files below a folder as `ab/cd/abcd…`, readable by this account alone. */
export class DiskStore implements FileStore {
  constructor(private readonly folder: string) {}

  async put(sha256: string, file: string): Promise<void> {
    const place = this.placeOf(sha256);
    const inner = path.dirname(place);
    await mkdir(inner, { recursive: true, mode: 0o700 });
    await chmod(file, 0o600);
    await flush(file);
    await rename(file, place);
    // A name is on the disk when its folder is, and a new folder when the one above it is.
    for (const folder of [inner, path.dirname(inner), this.folder]) await flush(folder);
  }

  async open(sha256: string): Promise<Readable> {
    try {
      return (await open(this.placeOf(sha256))).createReadStream();
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new NotStored(sha256) : error;
    }
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.placeOf(sha256), { force: true });
  }

  private placeOf(sha256: string): string {
    return path.join(this.folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

async function flush(place: string): Promise<void> {
  const handle = await open(place);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
