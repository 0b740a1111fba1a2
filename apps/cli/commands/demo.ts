import { Argument, type Command } from 'commander';
import { dataDirOf } from '../data-dir';

const SCENARIOS = ['derail', 'mosaic', 'volvox', 'essex'] as const;

export function registerDemo(program: Command): void {
  program
    .command('demo')
    .description("play one of the newsletter's operations through the HTTP API, step by step, on the running Waymark")
    .addArgument(new Argument('[scenario]', 'which').choices(SCENARIOS).default('derail'))
    .addHelpText('after', '\nThe last line is JSON: what was played, how it ended and whether its timeline is proved.')
    .action(async (scenario: (typeof SCENARIOS)[number], _options: object, command: Command) => {
      const { attach } = await import('../../../platform/embedded/attach.js');
      const { castOf } = await import('../scenarios/cast.js');
      const { scenarios } = await import('../scenarios/index.js');
      const { urls } = attach(dataDirOf(command));
      const result = await scenarios[scenario](castOf(urls), (line) => console.log(line));
      console.log(JSON.stringify(result));
      if (!result.verified) process.exitCode = 1;
    });
}
