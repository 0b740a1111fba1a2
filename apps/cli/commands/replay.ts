import type { Command } from 'commander';

export function registerReplay(program: Command): void {
  program
    .command('replay')
    .description('replay the workflow histories of every released version on the workflows as built now')
    .option(
      '--record <version>',
      'record the histories of this version first, by playing every scenario on a stack of its own',
    )
    .addHelpText(
      'after',
      '\nA history that no longer replays would stop operations that are under way: see CONTRIBUTING.',
    )
    .action(async ({ record }: { record?: string }) => {
      const { recordRelease, replayReleases } = await import('../replay-run.js');
      if (record !== undefined) await recordRelease(record, (line) => console.log(line));
      const replayed = await replayReleases();
      for (const { history, error } of replayed)
        console.log(error ? `${history}: does not replay: ${error.message}` : `${history}: replays`);
      const failed = replayed.filter(({ error }) => error).length;
      console.log(JSON.stringify({ histories: replayed.length, failed }));
      if (failed > 0 || replayed.length === 0) process.exitCode = 1;
    });
}
