import type { Command } from 'commander';

export function registerTest(program: Command): void {
  program
    .command('test')
    .description('run all tests, on real services that are started for them; arguments go to Jest')
    .argument('[jest...]', 'such as a file name or "--selectProjects unit"')
    .allowUnknownOption()
    .passThroughOptions()
    .addHelpText('after', '\nThe last line says how many tests passed and failed.')
    .action(async (args: string[]) => {
      const { runTests } = await import('../test-run.js');
      process.exitCode = await runTests(args);
    });
}
