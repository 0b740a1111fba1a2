import { type Command } from 'commander';

const HELP = `
Schemathesis makes up requests from the OpenAPI document, valid and not, as each seeded person, and holds every answer to it:
no 5xx, no status, header or body that is not documented, nothing that hangs. It is installed with Python's venv when first
used. Live streams are left out, since they never end. The last line is JSON. Exit code 1: an answer was not as it must be.`;

export function registerFuzz(program: Command): void {
  program
    .command('fuzz')
    .description('ask the API everything its document describes, on a stack of its own, and hold it to that')
    .option('--seed <n>', 'repeats the requests of an earlier run', Number)
    .option('--examples <n>', 'random requests of each route and person', Number, 3)
    .addHelpText('after', HELP)
    .action(async ({ seed = Math.floor(Math.random() * 1_000_000), examples }: { seed?: number; examples: number }) => {
      const { runFuzz } = await import('../../../test/fuzz/fuzz.js');
      const result = await runFuzz({ seed, examples, say: (line) => console.log(line) });
      console.log(JSON.stringify(result));
      if (result.failures > 0) process.exitCode = 1;
    });
}
