import { closeSync, openSync, rmSync, writeSync, type PathLike } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file without a name, only for its owner: it is gone when it is closed, however the process ends. */
export class ScratchFile {
  readonly descriptor: number;
  private size = 0;

  constructor() {
    const folder = mkdtempSync(join(tmpdir(), 'waymark-extract-'));
    const path: PathLike = join(folder, 'scratch');
    this.descriptor = openSync(path, 'wx+', 0o600);
    rmSync(folder, { recursive: true });
  }

  get length(): number {
    return this.size;
  }

  append(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) at += writeSync(this.descriptor, bytes, at, bytes.length - at, this.size + at);
    this.size += bytes.length;
  }

  close(): void {
    closeSync(this.descriptor);
  }
}
