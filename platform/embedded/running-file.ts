import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writePrivately } from './secrets.js';
import type { Places } from './addresses.js';

/** A process, told apart from a later one that was given the same number. */
export interface ProcessMark {
  readonly pid: number;
  /** When it began, as the system counts; empty where the system does not tell. */
  readonly began: string;
}

/** What a stack writes down while it runs, so that other commands find it and can end what it left. */
export interface RunningFile {
  readonly starter: ProcessMark;
  readonly children: Readonly<Record<string, ProcessMark>>;
  readonly leash: ProcessMark | undefined;
  readonly places: Places | undefined;
  readonly ready: boolean;
}

export function readRunning(file: string): RunningFile | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunningFile;
  } catch {
    return undefined;
  }
}

export function writeRunning(file: string, running: RunningFile): void {
  writePrivately(file, `${JSON.stringify(running, null, 2)}\n`);
}

/** Claims a data folder for this process. Answers false when a living stack has it. */
export function claim(file: string): boolean {
  const mine: RunningFile = {
    starter: markOf(process.pid),
    children: {},
    leash: undefined,
    places: undefined,
    ready: false,
  };
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, `${JSON.stringify(mine)}\n`, { flag: 'wx', mode: 0o600 });
      return true;
    } catch {
      const other = readRunning(file);
      if (other && isAlive(other.starter)) return false;
      if (other) for (const child of Object.values(other.children)) endLeftover(child);
      rmSync(file, { force: true });
    }
  }
  return false;
}

export function markOf(pid: number): ProcessMark {
  return { pid, began: beginningOf(pid) };
}

export function isAlive({ pid, began }: ProcessMark): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return beginningOf(pid) === began && !isZombie(pid);
}

function endLeftover(child: ProcessMark): void {
  if (isAlive(child)) process.kill(child.pid, 'SIGKILL');
}

function statOf(pid: number): string[] {
  try {
    // The name in brackets may contain spaces; the fields of interest follow it.
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function beginningOf(pid: number): string {
  return statOf(pid)[19] ?? '';
}

function isZombie(pid: number): boolean {
  return statOf(pid)[0] === 'Z';
}
