import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { Leash } from './leash';
import { StartProblem } from './problem';
import { sleep } from './wait';

/** How to run one process, and how to know that it is ready. */
export interface ProcessSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
  /** Waits for `process.send({ ready: true })` before `ready` is asked. */
  readonly announces?: boolean;
  readonly stopSignal: NodeJS.Signals;
  /** How long a graceful stop may take before SIGKILL, in seconds. */
  readonly graceSeconds: number;
  /** Starts worth trying when the process ends at once, such as after a kill whose remains are still being cleared. */
  readonly attempts?: number;
  /** Resolves when the process serves; stops asking when the signal is aborted. */
  readonly ready: (signal: AbortSignal) => Promise<void>;
}

interface Running {
  readonly spec: ProcessSpec;
  readonly child: ChildProcess;
  readonly gone: Promise<string>;
  /** Set when we end the process ourselves, so that its end is no surprise. */
  expected: boolean;
}

export interface SupervisorOptions {
  readonly logs: string;
  /** Start again what ends by itself, later and later. */
  readonly restart: boolean;
  /** Told what happens unasked: an unexpected end, a restart. */
  readonly onEvent: (text: string) => void;
  /** Called whenever a process has come or gone. */
  readonly onChange: () => void;
}

const ROTATE_AT_BYTES = 20_000_000;

/** Starts processes, watches them, ends them. Each writes to `<name>.log`. */
export class Supervisor {
  private readonly running = new Map<string, Running>();
  private readonly leash = new Leash();
  private stopping = false;

  constructor(private readonly options: SupervisorOptions) {
    mkdirSync(options.logs, { recursive: true });
  }

  /** Processes alive now, by name. */
  pids(): Record<string, number> {
    const alive = [...this.running].filter(([, { child }]) => isAlive(child));
    return Object.fromEntries(alive.map(([name, { child }]) => [name, child.pid ?? 0]));
  }

  /** The shell that ends our children if we cannot. */
  get leashPid(): number | undefined {
    return this.leash.pid;
  }

  /** @throws Error with the end of the log when the process ends before it is ready */
  async start(spec: ProcessSpec): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.startOnce(spec);
        return;
      } catch (error) {
        if (this.stopping || error instanceof StartProblem || attempt >= (spec.attempts ?? 1)) throw error;
        await sleep(250);
      }
    }
  }

  /** SIGKILL, as a power cut would do. Resolves when the process is gone; does nothing if it is not there. */
  async kill(name: string): Promise<void> {
    await this.end(name, 'SIGKILL', 10);
  }

  /** Ends a process gracefully, with SIGKILL after its time of grace. */
  async stop(name: string): Promise<void> {
    const entry = this.running.get(name);
    if (entry) await this.end(name, entry.spec.stopSignal, entry.spec.graceSeconds);
  }

  /** Ends everything, groups one after the other, and then the leash. */
  async stopAll(groups: readonly (readonly string[])[]): Promise<void> {
    this.stopping = true;
    for (const group of groups) await Promise.all(group.map((name) => this.stop(name)));
    await this.leash.release();
  }

  private async end(name: string, signal: NodeJS.Signals, graceSeconds: number): Promise<void> {
    const entry = this.running.get(name);
    if (!entry) return;
    entry.expected = true;
    if (!isAlive(entry.child)) return;
    entry.child.kill(signal);
    const timer = setTimeout(() => entry.child.kill('SIGKILL'), graceSeconds * 1000);
    await entry.gone;
    clearTimeout(timer);
  }

  private async startOnce(spec: ProcessSpec): Promise<void> {
    const log = this.openLog(spec.name);
    const child = spawn(spec.command, spec.args, {
      env: spec.env,
      // Its own session: Ctrl-C must reach us alone, so that we stop things in order.
      detached: true,
      stdio: spec.announces ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
      ...(spec.cwd === undefined ? {} : { cwd: spec.cwd }),
      ...(spec.uid === undefined ? {} : { uid: spec.uid }),
      ...(spec.gid === undefined ? {} : { gid: spec.gid }),
    });
    closeSync(log);
    const gone = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    });
    const entry: Running = { spec, child, gone, expected: false };
    this.running.set(spec.name, entry);
    const { pid } = child;
    if (pid !== undefined) this.leash.hold(pid, spec.stopSignal);
    this.options.onChange();

    const giveUp = new AbortController();
    let ready = false;
    const ended = gone.then((how) => {
      giveUp.abort(new Error(`${spec.name} ended`));
      if (pid !== undefined) this.leash.drop(pid);
      this.options.onChange();
      if (!ready) throw new Error(`${spec.name} ended while starting (${how}).\n${this.logTail(spec.name)}`);
      if (!entry.expected && !this.stopping) void this.revive(entry, how);
    });
    const serves = (async () => {
      if (spec.announces) await announced(child);
      await spec.ready(giveUp.signal);
      ready = true;
    })();
    // The loser of the race rejects too; nobody waits for it.
    serves.catch(() => undefined);
    ended.catch(() => undefined);
    try {
      await Promise.race([serves, ended]);
    } catch (error) {
      await this.end(spec.name, 'SIGKILL', 5);
      throw error;
    }
  }

  private async revive(entry: Running, how: string): Promise<void> {
    const { name } = entry.spec;
    this.options.onEvent(`${name} ended unexpectedly (${how}); see ${name}.log`);
    if (!this.options.restart) return;
    for (let attempt = 0; !this.stopping; attempt += 1) {
      await sleep(Math.min(30_000, 500 * 2 ** attempt));
      // Someone may have started it by hand meanwhile, or ended it for good.
      if (this.stopping || entry.expected || this.running.get(name)?.spec !== entry.spec || name in this.pids()) return;
      try {
        await this.startOnce(entry.spec);
        this.options.onEvent(`${name} is running again`);
        return;
      } catch (error) {
        this.options.onEvent(`${name} could not be started again: ${(error as Error).message.split('\n')[0]}`);
      }
    }
  }

  private openLog(name: string): number {
    const file = path.join(this.options.logs, `${name}.log`);
    if (existsSync(file) && statSync(file).size > ROTATE_AT_BYTES) renameSync(file, `${file}.1`);
    return openSync(file, 'a', 0o600);
  }

  private logTail(name: string): string {
    const file = path.join(this.options.logs, `${name}.log`);
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-12).join('\n');
  }
}

function isAlive(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

function announced(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const listen = (message: unknown) => {
      if (typeof message !== 'object' || message === null || !('ready' in message)) return;
      child.off('message', listen);
      // The channel alone must not keep us alive.
      child.channel?.unref();
      resolve();
    };
    child.on('message', listen);
  });
}
