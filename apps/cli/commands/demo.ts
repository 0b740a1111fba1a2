import { Argument, type Command } from 'commander';
import { dataDirOf } from '../data-dir';

const SCENARIOS = ['derail', 'mosaic', 'volvox', 'essex', 'deconfliction', 'profiles'] as const;

export function registerDemo(program: Command): void {
  program
    .command('demo')
    .description(
      "play one of the newsletter's operations, de-confliction or Force Profiles through the HTTP API, step by step, on the running Waymark",
    )
    .addArgument(new Argument('[scenario]', 'which').choices(SCENARIOS).default('derail'))
    .addHelpText('after', '\nThe last line is JSON: what was played, how it ended and whether it is as it should be.')
    .action(async (scenario: (typeof SCENARIOS)[number], _options: object, command: Command) => {
      const { attach } = await import('../../../platform/embedded/attach.js');
      const { castOf } = await import('../scenarios/cast.js');
      const { deconfliction } = await import('../scenarios/deconfliction.js');
      const { profiles } = await import('../scenarios/profiles.js');
      const { scenarios } = await import('../scenarios/index.js');
      const { urls } = attach(dataDirOf(command));
      const cast = castOf(urls);
      const say = (line: string) => console.log(line);
      const measured = { deconfliction, profiles };
      const result = await (scenario === 'deconfliction' || scenario === 'profiles'
        ? measured[scenario](cast, say, urls)
        : scenarios[scenario](cast, say));
      console.log(JSON.stringify(result));
      if (!result.verified) process.exitCode = 1;
    });
}
