import { Argument, type Command } from 'commander';
import { PEOPLE } from '../../../platform/embedded/identity/people';
import { dataDirOf } from '../data-dir';

export function registerToken(program: Command): void {
  program
    .command('token')
    .description('sign a person in at the development identity provider and print their access token, nothing else')
    .addArgument(new Argument('<person>', 'who').choices(PEOPLE.map(({ id }) => id)))
    .addHelpText(
      'after',
      `
People:
${PEOPLE.map(({ id, title }) => `  ${id.padEnd(38)}${title}`).join('\n')}

Example:
  curl -H "Authorization: Bearer $(bin/waymark token ${PEOPLE[0].id})" http://127.0.0.1:3001/api/v1/operations`,
    )
    .action(async (person: string, _options: object, command: Command) => {
      const { tokenFor } = await import('../../../platform/embedded/identity/sign-in.js');
      const { attach } = await import('../../../platform/embedded/attach.js');
      console.log(await tokenFor(attach(dataDirOf(command)).urls.issuer, person));
    });
}
