import { InvalidArgumentError, type Command } from 'commander';

interface Options {
  readonly commands: number;
  readonly clients: number;
  readonly operations: number;
  readonly rounds: number;
  readonly seed?: number;
  readonly keep?: boolean;
}

const HELP = `
Worker, API, jobs, Temporal, PostgreSQL and Redis are killed with SIGKILL in an order that the seed decides, alone and in
pairs, and the worker at a fail-point: after an event's commit and before its workflow task completes
(worker-after-record), once more with Temporal and the API dying too and nobody repeating the command
(worker-and-temporal-after-record). Clients repeat what is not answered with its Idempotency-Key. At the end timelines,
rows, workflows, timers, feed and live events are held against what the clients were told.

The last line is JSON. recoverySeconds is, for each kind, the longest of its kills: from the kill, over the up to 2 s it is
left down and its start, until the first command that was sent after the kill is acknowledged; for jobs and redis, which
commands do not need, until that command's event is delivered; for worker-after-record until every interrupted command is
answered as well; for worker-and-temporal-after-record until the operation has healed by itself, its timer armed. Kills in
pairs are counted in kills, not here. Exit code 1: something was lost, doubled or disagrees, a client got an answer that it
never should, or an operation did not heal within 30 s.`;

export function registerChaos(program: Command): void {
  program
    .command('chaos')
    .description('kill everything while commands flow, on a stack of its own, and count what is lost')
    .option('--commands <n>', 'acknowledged commands, at least', whole, 300)
    .option('--clients <n>', 'clients that send at the same time', whole, 8)
    .option('--operations <n>', 'operations they work on', whole, 20)
    .option('--rounds <n>', 'kills of each kind', whole, 3)
    .option('--seed <n>', 'repeats the choices of an earlier run; its timing is never quite the same', whole)
    .option('--keep', 'leave the data and the logs behind')
    .addHelpText('after', HELP)
    .action(async ({ seed = Math.floor(Math.random() * 1_000_000), keep = false, ...options }: Options) => {
      const { runChaos } = await import('../../../test/chaos/chaos.js');
      const interruption = new AbortController();
      // The second time the system ends us at once; the stack's processes are ended all the same.
      for (const name of ['SIGINT', 'SIGTERM'] as const)
        process.once(name, () => interruption.abort(new Error(`Interrupted by ${name}`)));
      const say = (line: string) => console.log(line);
      try {
        const { result, passed } = await runChaos({ ...options, seed, keep, signal: interruption.signal, say });
        console.log(JSON.stringify(result));
        if (!passed) process.exitCode = 1;
      } catch (error) {
        if (!interruption.signal.aborted) throw error;
        console.error(`waymark: ${(interruption.signal.reason as Error).message}; everything is stopped.`);
        process.exitCode = 130;
      }
    });
}

function whole(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return number;
}
