import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { dataDirOf } from '../data-dir';

interface Options {
  readonly force: string;
  readonly mapping?: string;
  readonly person: string;
}

export function registerImport(program: Command): void {
  program
    .command('import')
    .description('hand a file of a force’s records in, and wait until it is loaded')
    .argument('<file>', 'CSV, in any usual encoding')
    .requiredOption('--force <force>', 'whose records')
    .option(
      '--mapping <file>',
      'JSON file that says how it is read; without it, the saved one, or else the suggested one',
    )
    .option('--person <id>', 'who hands it in', 'intelligence-analyst-ersou')
    .addHelpText('after', '\nThe last line is JSON: what has become of the file.')
    .action(async (file: string, { force, mapping, person }: Options, command: Command) => {
      const { attach } = await import('../../../platform/embedded/attach.js');
      const { SignedIn } = await import('../../../platform/embedded/identity/sign-in.js');
      const { ApiClient } = await import('../api/api-client.js');
      const { importForceFile, ImportProblem, saveSuggestedMapping } = await import('../api/imports.js');
      const { SingleBar } = await import('cli-progress');
      const { urls } = attach(dataDirOf(command));
      const client = new ApiClient(urls.api, new SignedIn(urls.issuer, person));
      const bar = new SingleBar({
        format: '{bar} {percentage} % | {rows} rows, {rejected} not taken in | {eta_formatted} left',
      });
      try {
        if (mapping !== undefined)
          await client.put(`/api/v1/profiles/mappings/${force}`, JSON.parse(readFileSync(mapping, 'utf8')) as object);
        else if ((await client.get(`/api/v1/profiles/mappings/${force}`)).status !== 200)
          await saveSuggestedMapping(client, force, file);
        const made = await importForceFile(client, force, file, ({ bytes, bytesRead, rows, rejected }) => {
          if (bar.isActive) bar.update(bytesRead, { rows, rejected });
          else bar.start(bytes, bytesRead, { rows, rejected });
        });
        bar.stop();
        if (made.problem !== null) console.error(made.problem);
        if (made.rejected > 0) console.error(`What was not taken in: /api/v1/profiles/imports/${made.id}/rejects`);
        console.log(JSON.stringify(made));
        if (made.state === 'failed') process.exitCode = 1;
      } catch (error) {
        bar.stop();
        if (!(error instanceof ImportProblem)) throw error;
        console.error(error.message);
        process.exitCode = 1;
      }
    });
}
