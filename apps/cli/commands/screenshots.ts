import { type Command } from 'commander';

const HELP = `
A stack of its own is filled with something of everything; the pages are then walked from home, as several people, and each kind of page is
taken once at 1280 px and once at 375 px. The last line is JSON.`;

export function registerScreenshots(program: Command): void {
  program
    .command('screenshots')
    .description('take a picture of every page, at a desk and on a telephone')
    .option('--into <folder>', 'where to', 'docs/screenshots')
    .addHelpText('after', HELP)
    .action(async ({ into }: { into: string }) => {
      const { takeScreenshots } = await import('../../../test/screenshots/screenshots.js');
      console.log(JSON.stringify(await takeScreenshots(into, (line) => console.log(line))));
    });
}
