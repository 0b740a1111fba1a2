import { Argument, type Command } from 'commander';
import { SCOPES } from '../../../domain/access/scopes';
import { SYSTEM_CLIENT } from '../../../platform/embedded/identity/client';
import { PEOPLE } from '../../../platform/embedded/identity/people';
import { dataDirOf } from '../data-dir';

export function registerToken(program: Command): void {
  program
    .command('token')
    .description(
      'sign a person in at the development identity provider and print their access token, which lasts 5 minutes',
    )
    .addArgument(new Argument('<person>', 'who, or the system').choices([...PEOPLE.map(({ id }) => id), SYSTEM_CLIENT]))
    .addHelpText(
      'after',
      `
People:
${PEOPLE.map(({ id, title }) => `  ${id.padEnd(38)}${title}`).join('\n')}
  ${SYSTEM_CLIENT.padEnd(38)}A system, with every scope

Example:
  curl -H "Authorization: Bearer $(bin/waymark token ${PEOPLE[0].id})" http://127.0.0.1:3001/api/v1/operations`,
    )
    .action(async (person: string, _options: object, command: Command) => {
      const { systemTokenFor, tokenFor } = await import('../../../platform/embedded/identity/sign-in.js');
      const { attach } = await import('../../../platform/embedded/attach.js');
      const { urls, secrets } = attach(dataDirOf(command));
      const scopes = Object.keys(SCOPES).join(' ');
      const token =
        person === SYSTEM_CLIENT
          ? systemTokenFor(urls.issuer, secrets.systemClientSecret, scopes)
          : tokenFor(urls.issuer, person);
      console.log(await token);
    });
}
