import type { Command } from 'commander';
import { dataDirOf } from '../data-dir';

export function registerVerify(program: Command): void {
  program
    .command('verify')
    .description("prove timelines: chains, texts, rows, workflows' heads and the signed checkpoints")
    .argument('[reference]', 'one operation, such as OP-2026-000123; default: all')
    .addHelpText('after', '\nThe last line is JSON. Exit code 1: something is not as it was recorded.')
    .action(async (only: string | undefined, _options: object, command: Command) => {
      const { attach } = await import('../../../platform/embedded/attach.js');
      const { proveTimelines } = await import('../verify-run.js');
      const totals = await proveTimelines(attach(dataDirOf(command)).env('api'), only, (line) => console.log(line));
      const { operations, events, verified, problems } = totals;
      console.log(JSON.stringify({ operations, events, verified, problems }));
      if (problems > 0) process.exitCode = 1;
    });
}
