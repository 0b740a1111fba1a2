import type { Command } from 'commander';
import { dataDirOf } from '../data-dir';

export function registerStatus(program: Command): void {
  program
    .command('status')
    .description('name each service with its process, its address and whether it is healthy')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExit code 0: all healthy. 1: something is not. 3: not running.')
    .action(async (options: { json?: boolean }, command: Command) => {
      const { layout } = await import('../../../platform/embedded/layout.js');
      const { examine } = await import('../../../platform/embedded/health.js');
      const parts = await examine(layout(dataDirOf(command)));
      if (options.json) console.log(JSON.stringify(parts ?? []));
      else if (!parts) console.log('Waymark is not running.');
      else if (parts.length === 0) console.log('Waymark is starting.');
      else
        for (const { name, pid, address, healthy, reason } of parts) {
          const state = healthy ? 'healthy' : `NOT HEALTHY: ${reason}`;
          console.log(
            `${name.padEnd(10)}${String(pid ?? (healthy ? 'external' : '-')).padEnd(10)}${address.padEnd(28)}${state}`,
          );
        }
      process.exitCode = parts ? (parts.length > 0 && parts.every(({ healthy }) => healthy) ? 0 : 1) : 3;
    });
}
