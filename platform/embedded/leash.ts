import { spawn, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';

/**
 * Ends our children when we are killed and cannot do it ourselves.
 *
 * A tiny shell reads "hold <pid> <signal>" and "drop <pid>" from a pipe. When we die, in whatever way, the pipe closes
 * and it signals what is still held, insisting after ten seconds.
 */
const SCRIPT = `
trap '' INT TERM HUP
held=
while read -r verb pid signal; do
  case $verb in
    hold) held="$held $pid:$signal" ;;
    drop) kept=; for entry in $held; do [ "\${entry%%:*}" = "$pid" ] || kept="$kept $entry"; done; held=$kept ;;
  esac
done
for entry in $held; do kill -s "\${entry#*:}" "\${entry%%:*}" 2>/dev/null; done
left=$held; turn=0
while [ -n "$left" ] && [ $turn -lt 50 ]; do
  sleep 0.2; turn=$((turn + 1)); next=
  for entry in $left; do kill -0 "\${entry%%:*}" 2>/dev/null && next="$next $entry"; done
  left=$next
done
for entry in $left; do kill -s KILL "\${entry%%:*}" 2>/dev/null; done
`;

export class Leash {
  private readonly shell: ChildProcess;

  constructor() {
    this.shell = spawn('/bin/sh', ['-c', SCRIPT], { detached: true, stdio: ['pipe', 'ignore', 'ignore'], cwd: '/' });
    this.shell.unref();
    const pipe = this.shell.stdin as Socket | null;
    pipe?.unref();
    pipe?.on('error', () => undefined);
  }

  get pid(): number | undefined {
    return this.shell.pid;
  }

  hold(pid: number, signal: NodeJS.Signals): void {
    this.say(`hold ${pid} ${signal.replace(/^SIG/, '')}`);
  }

  drop(pid: number): void {
    this.say(`drop ${pid}`);
  }

  /** Lets go of the pipe; whatever is still held is ended. Resolves when the shell is gone. */
  release(): Promise<void> {
    if (this.shell.exitCode !== null || this.shell.signalCode !== null) return Promise.resolve();
    const gone = new Promise<void>((resolve) => this.shell.once('exit', () => resolve()));
    this.shell.ref();
    this.shell.stdin?.end();
    return gone;
  }

  private say(line: string): void {
    this.shell.stdin?.write(`${line}\n`);
  }
}
