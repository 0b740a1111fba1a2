import type { Command } from 'commander';

export function registerBench(program: Command): void {
  program
    .command('bench')
    .description('measure the engine beside a bare Temporal workflow, on a stack of its own')
    .option('--quick', 'only see that it works: few calls, a small worklist')
    .addHelpText('after', '\nThe last line is JSON; docs/performance.md says what each figure means.')
    .action(async (options: { quick?: boolean }) => {
      const { runBench } = await import('../../../bench/bench.js');
      console.log(JSON.stringify(await runBench(options.quick ?? false, (line) => console.log(line))));
    });
}
