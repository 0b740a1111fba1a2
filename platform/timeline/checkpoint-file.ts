import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

const CHUNK = 64 * 1024;

/** The complete lines of a file, in order; a last one that is still being written is left out. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  if (!existsSync(file)) return;
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: CHUNK })) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() as string;
    yield* lines;
  }
}

/** A file that lines are appended to, by one process at a time. */
export class LineFile {
  private constructor(
    private readonly handle: FileHandle,
    /** The last complete line as it was when the file was opened. */
    readonly last: string | undefined,
  ) {}

  /** Opens the file, making it where there is none. What a crash left of an unfinished line is cut off. */
  static async open(file: string): Promise<LineFile> {
    await mkdir(dirname(file), { recursive: true });
    const isNew = !existsSync(file);
    const handle = await open(file, 'a+', 0o600);
    try {
      if (isNew) await syncFolder(dirname(file));
      const { size } = await handle.stat();
      const { line, end } = await lastLine(handle, size);
      if (end < size) await handle.truncate(end);
      return new LineFile(handle, line);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** Appends a line; once this resolves it survives a power cut. */
  async append(line: string): Promise<void> {
    await this.handle.appendFile(`${line}\n`);
    await this.handle.sync();
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}

/** Reads backwards from the end of a file, however long it is. `end` is where the last complete line ends. */
async function lastLine(handle: FileHandle, size: number): Promise<{ line: string | undefined; end: number }> {
  let tail = Buffer.alloc(0);
  for (let from = size; ;) {
    const last = tail.lastIndexOf(0x0a);
    const before = last > 0 ? tail.lastIndexOf(0x0a, last - 1) : -1;
    if (from === 0 && last === -1) return { line: undefined, end: 0 };
    if (before !== -1 || (from === 0 && last !== -1))
      return { line: tail.toString('utf8', before + 1, last), end: from + last + 1 };
    const length = Math.min(CHUNK, from);
    from -= length;
    const chunk = Buffer.alloc(length);
    await handle.read(chunk, 0, length, from);
    tail = Buffer.concat([chunk, tail]);
  }
}

/** A new file's name is durable only once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
