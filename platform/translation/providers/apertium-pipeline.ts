import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { Patience } from './network-failure';
import { ProviderFailure } from './provider';

/** How long a pipeline that has nothing to do is kept. [P] */
const IDLE_MS = 60_000;

/** Words that are not known stay as they are, without a star before them. */
const UNMARKED = '-n';

type Child = ChildProcessByStdio<Writable, Readable, null>;

/**
 * One of Apertium's modes, kept open so that its dictionaries are read once: texts go in and come out with a NUL after each. The mode is
 * run without the `apertium` command, whose version 3.8 keeps back what it reads until more comes.
 */
export class ApertiumPipeline {
  private child: Child | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | undefined;

  /** @param mode what is in its file: a line for the shell, `$1` of which says how unknown words are marked */
  constructor(private readonly mode: string) {}

  /**
   * Texts of the stream format, in their order. One batch goes through at a time.
   *
   * @throws ProviderFailure where the program ends, or is ended because patience has run out
   */
  translate(texts: readonly string[], patience: Patience): Promise<readonly string[]> {
    const asked = this.turn.then(() => this.run(texts, patience));
    this.turn = asked.catch(() => undefined);
    return asked;
  }

  /** Ends the program. */
  close(): void {
    clearTimeout(this.idle);
    const child = this.child;
    this.child = undefined;
    // It is a shell with a program for each stage: all of them are its group.
    if (child?.pid !== undefined && child.exitCode === null) killGroup(child.pid);
  }

  private async run(texts: readonly string[], patience: Patience): Promise<readonly string[]> {
    const given = patience.failure();
    if (given) throw given;
    clearTimeout(this.idle);
    const child = (this.child ??= this.start());
    try {
      return await conversed(child, texts, patience.signal);
    } catch (error) {
      // Whatever it would still say belongs to texts that nobody waits for.
      this.close();
      throw patience.failure() ?? error;
    } finally {
      if (this.child) this.idle = setTimeout(() => this.close(), IDLE_MS).unref();
    }
  }

  private start(): Child {
    const stages = this.mode.trim().replaceAll(/(^|\|)\s*([\w-]+)/g, '$1 $2 -z');
    // The shell keeps no end of the pipeline open itself: so its output ends as soon as any stage has.
    const script = `exec 3<&0; <&3 ${stages} & exec 0<&- 1>&- 3<&-; wait`;
    const child = spawn('/bin/sh', ['-c', script, 'apertium', UNMARKED], {
      // Its messages may quote texts.
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' },
      detached: true,
    });
    child.unref();
    // A broken pipe is told by the end of the program.
    child.stdin.on('error', () => undefined);
    child.on('error', () => undefined);
    child.once('exit', () => {
      if (this.child === child) this.child = undefined;
    });
    return child;
  }
}

function conversed(child: Child, texts: readonly string[], signal: AbortSignal): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const answers: string[] = [];
    let held: Buffer[] = [];
    const listen = (chunk: Buffer) => {
      let from = 0;
      for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, from)) {
        answers.push(Buffer.concat([...held, chunk.subarray(from, at)]).toString());
        held = [];
        from = at + 1;
      }
      held.push(chunk.subarray(from));
      if (answers.length >= texts.length) done(() => resolve(answers));
    };
    const ended = () =>
      done(() => reject(new ProviderFailure('unavailable', 'Apertium ended before it had answered.')));
    const stopped = () => done(() => reject(new ProviderFailure('unanswered', 'Apertium was stopped.')));
    const done = (then: () => void) => {
      child.stdout.off('data', listen);
      child.stdout.off('end', ended);
      child.off('error', ended);
      signal.removeEventListener('abort', stopped);
      then();
    };
    child.stdout.on('data', listen);
    child.stdout.once('end', ended);
    child.once('error', ended);
    signal.addEventListener('abort', stopped);
    child.stdin.write(texts.map((text) => `${text}\0`).join(''));
  });
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
