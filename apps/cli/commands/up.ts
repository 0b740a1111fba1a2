import type { Command } from 'commander';
import { dataDirOf } from '../data-dir';

export function registerUp(program: Command): void {
  program
    .command('up')
    .description('start everything: services, database, identity provider, worker, jobs, API, pages')
    .option('-d, --detach', 'go to the background once everything is ready')
    .option('--no-apps', 'leave out our own processes, to run them in a debugger')
    .addHelpText(
      'after',
      `
Each service is looked for in this order: its environment variable (DATABASE_URL, REDIS_URL, TEMPORAL_ADDRESS,
OIDC_ISSUER), then its program on PATH, then a copy that is prepared here. All of it listens on 127.0.0.1 only.

Ports: WAYMARK_WEB_PORT (3000), WAYMARK_API_PORT (3001) and WAYMARK_IDENTITY_PORT (3002); all others move by themselves if
they are taken.`,
    )
    .action(async (options: { detach?: boolean; apps: boolean }, command: Command) => {
      if (await alreadyUp(dataDirOf(command))) return;
      const { runDetached } = await import('../up/detached.js');
      if (options.detach) return runDetached(dataDirOf(command), options.apps);
      const { runInForeground } = await import('../up/foreground.js');
      return runInForeground(dataDirOf(command), options.apps);
    });
}

/** A second "up" has what it wants; it says so and is content. */
async function alreadyUp(dataDir: string): Promise<boolean> {
  const { layout } = await import('../../../platform/embedded/layout.js');
  const { isAlive, readRunning } = await import('../../../platform/embedded/running-file.js');
  const running = readRunning(layout(dataDir).running);
  if (!running?.places || !isAlive(running.starter)) return false;
  const state = running.ready ? 'running' : 'being started';
  console.log(
    `Waymark is already ${state} (process ${running.starter.pid}) on http://127.0.0.1:${running.places.webPort}.`,
  );
  console.log('"make status" shows how it is, "make down" stops it.');
  return true;
}
