import type { Command } from 'commander';
import { dataDirOf } from '../data-dir';

export function registerVerify(program: Command): void {
  program
    .command('verify')
    .description(
      "prove timelines (chains, texts, files, rows, workflows' heads, signed checkpoints) and the access log; or an export",
    )
    .argument('[subject]', 'one operation, such as OP-2026-000123, or the file of an export; default: all operations')
    .addHelpText('after', '\nThe last line is JSON. Exit code 1: something is not as it was recorded.')
    .action(async (subject: string | undefined, _options: object, command: Command) => {
      const totals = await prove(subject, command);
      console.log(JSON.stringify(totals));
      if (totals.problems > 0) process.exitCode = 1;
    });
}

const isFile = (subject: string) => !/^OP-[\w-]+$/.test(subject);

async function prove(subject: string | undefined, command: Command) {
  const say = (line: string) => console.log(line);
  if (subject !== undefined && isFile(subject)) {
    const { proveExport } = await import('../verify-file.js');
    return proveExport(subject, say);
  }
  const { attach } = await import('../../../platform/embedded/attach.js');
  const { proveTimelines } = await import('../verify-run.js');
  const environment = attach(dataDirOf(command)).env('auditor');
  const { operations, events, verified, problems } = await proveTimelines(environment, subject, say);
  if (subject !== undefined) return { operations, events, verified, problems };
  const { proveAccessLog } = await import('../verify-access-run.js');
  const { accesses, sealed, problems: ofAccesses } = await proveAccessLog(environment, say);
  return { operations, events, verified, accesses, sealed, problems: problems + ofAccesses };
}
