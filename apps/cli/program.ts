import { Command } from 'commander';
import { registerBench } from './commands/bench';
import { registerChaos } from './commands/chaos';
import { registerDemo } from './commands/demo';
import { registerDown } from './commands/down';
import { registerFuzz } from './commands/fuzz';
import { registerScreenshots } from './commands/screenshots';
import { registerImport } from './commands/import';
import { registerReplay } from './commands/replay';
import { registerStatus } from './commands/status';
import { registerTest } from './commands/test';
import { registerToken } from './commands/token';
import { registerUp } from './commands/up';
import { registerVerify } from './commands/verify';

/**
 * Every command, in the order of the help. A new one is a file in `commands/` and a line here.
 *
 * A command's file imports what it needs inside its action, so that the help and the other commands stay quick.
 */
const COMMANDS: readonly ((program: Command) => void)[] = [
  registerUp,
  registerDown,
  registerStatus,
  registerToken,
  registerDemo,
  registerImport,
  registerVerify,
  registerReplay,
  registerTest,
  registerChaos,
  registerBench,
  registerFuzz,
  registerScreenshots,
];

/** The `waymark` command line. */
export function createProgram(): Command {
  const program = new Command('waymark')
    .description('Waymark, a durable case-management engine: runs it, looks at it, proves it.')
    .option('--data <folder>', 'where everything is kept', process.env['WAYMARK_DATA'] ?? '.waymark')
    .addHelpText('after', '\nStart with "waymark up"; each command has its own --help.')
    .enablePositionalOptions()
    .showHelpAfterError();
  for (const register of COMMANDS) register(program);
  // Done by bin/waymark before it comes here; listed so that the help names it.
  program
    .command('build')
    .description('install, generate and build what has changed, and nothing else')
    .action(() => undefined);
  return program;
}
