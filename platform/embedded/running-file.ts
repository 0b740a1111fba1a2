import { existsSync, linkSync, readFileSync, rmSync } from 'node:fs';
import { writePrivately } from './secrets';
import type { Places } from './addresses';
import { sleep } from './wait';

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
  readonly leash?: ProcessMark;
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

/**
 * Claims a data folder for this process, ending what a killed stack has left. Answers the one that lives there when it
 * is taken.
 */
export async function claim(file: string): Promise<RunningFile | undefined> {
  const mine: RunningFile = { starter: markOf(process.pid), children: {}, places: undefined, ready: false };
  const draft = `${file}.${process.pid}.claim`;
  writePrivately(draft, `${JSON.stringify(mine)}\n`);
  try {
    for (;;) {
      try {
        // Unlike a rename, a link fails when the name is taken, and the file is whole from its first moment.
        linkSync(draft, file);
        return undefined;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const other = readRunning(file);
      if (other && isAlive(other.starter)) return other;
      if (other) await endLeftovers(other);
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Everything a stack wrote down that is still alive, by name. */
export function survivors(running: RunningFile): Record<string, ProcessMark> {
  const all = { starter: running.starter, ...running.children, ...(running.leash ? { leash: running.leash } : {}) };
  return Object.fromEntries(Object.entries(all).filter(([, mark]) => isAlive(mark)));
}

/** Ends with SIGKILL what a stack has left, and waits until it is gone. */
export async function endLeftovers(running: RunningFile): Promise<void> {
  for (const { pid } of Object.values(survivors(running))) process.kill(pid, 'SIGKILL');
  for (let turn = 0; turn < 100 && Object.keys(survivors(running)).length > 0; turn += 1) await sleep(50);
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
