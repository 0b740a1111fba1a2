import type { Command } from 'commander';
import { dataDirOf } from '../data-dir';

export function registerDown(program: Command): void {
  program
    .command('down')
    .description('stop everything that "up" started and make sure that nothing is left; the data stays')
    .action(async (_options: object, command: Command) => {
      const { layout } = await import('../../../platform/embedded/layout.js');
      const { bringDown } = await import('../../../platform/embedded/bring-down.js');
      console.log(await bringDown(layout(dataDirOf(command))));
    });
}
