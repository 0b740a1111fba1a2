import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

/** Full path of a program on PATH. */
export function findProgram(name: string, search: string = process.env['PATH'] ?? ''): string | undefined {
  for (const folder of search.split(path.delimiter)) {
    if (folder === '') continue;
    const file = path.join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      if (statSync(file).isFile()) return file;
    } catch {
      // not here
    }
  }
  return undefined;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
  /** Called for each line the program writes, so that long work can be shown to be alive. */
  readonly onLine?: (line: string) => void;
}

/**
 * Runs a program to its end and returns what it wrote to standard output.
 *
 * @throws Error with the last lines it wrote when it fails
 */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { onLine, ...spawning } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...spawning, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let tail: string[] = [];
    const listen = (chunk: Buffer) => {
      const lines = chunk
        .toString()
        .split('\n')
        .filter((line) => line.trim() !== '');
      tail = [...tail, ...lines].slice(-12);
      if (onLine) lines.forEach(onLine);
    };
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      listen(chunk);
    });
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve(stdout);
      else reject(new Error(`${path.basename(program)} ended with ${signal ?? code}:\n${tail.join('\n')}`));
    });
  });
}
