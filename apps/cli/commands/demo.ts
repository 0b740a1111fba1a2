import { Argument, InvalidArgumentError, Option, type Command } from 'commander';
import { dataDirOf } from '../data-dir';

const SCENARIOS = ['derail', 'mosaic', 'volvox', 'essex', 'deconfliction', 'profiles', 'translate'] as const;

export function registerDemo(program: Command): void {
  program
    .command('demo')
    .description(
      "play one of the newsletter's operations, de-confliction, Force Profiles or a translation through the HTTP API, step by step, on the running Waymark",
    )
    .addArgument(new Argument('[scenario]', 'which').choices(SCENARIOS).default('derail'))
    .addOption(
      new Option('--messages <number>', 'of the phone that is translated').argParser(messagesOf).default(50_000),
    )
    .addHelpText('after', '\nThe last line is JSON: what was played, how it ended and whether it is as it should be.')
    .action(async (scenario: (typeof SCENARIOS)[number], { messages }: { messages: number }, command: Command) => {
      const { attach } = await import('../../../platform/embedded/attach.js');
      const { castOf } = await import('../scenarios/cast.js');
      const { deconfliction } = await import('../scenarios/deconfliction.js');
      const { profiles } = await import('../scenarios/profiles.js');
      const { translate } = await import('../scenarios/translate.js');
      const { scenarios } = await import('../scenarios/index.js');
      const { urls } = attach(dataDirOf(command));
      const cast = castOf(urls);
      const say = (line: string) => console.log(line);
      const measured = { deconfliction, profiles };
      const played = { ...scenarios, translate: (of: typeof cast, told: typeof say) => translate(of, told, messages) };
      const result = await (scenario === 'deconfliction' || scenario === 'profiles'
        ? measured[scenario](cast, say, urls)
        : played[scenario](cast, say));
      console.log(JSON.stringify(result));
      if (!result.verified) process.exitCode = 1;
    });
}

function messagesOf(text: string): number {
  const messages = Number(text);
  if (!Number.isInteger(messages) || messages < 100 || messages > 2_000_000)
    throw new InvalidArgumentError('Give a whole number from 100 to 2000000.');
  return messages;
}
