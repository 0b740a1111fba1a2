import type { OpenAPIObject } from '@nestjs/swagger';
import { spelt } from '../../../domain/access/rules';
import type { CommandName } from '../../../domain/operation/command-schemas';
import { lifecycle } from '../../../domain/operation/lifecycle.v1';
import { PERSON_COMMANDS, requestSchemas } from '../commands/command-request';
import { addSchema } from './schema';

const TEMPLATE = '/api/v1/operations/{reference}/commands/{command}';
const OPENING = '/api/v1/operations';

/** Puts one path a command, with its body, who may give it and when, in place of the one for all. */
export function describeCommands(document: OpenAPIObject): void {
  const template = document.paths[TEMPLATE]?.post;
  const opening = document.paths[OPENING]?.post;
  if (!template || !opening) throw new Error('The routes of commands have moved: mend this');
  delete document.paths[TEMPLATE];
  opening.requestBody = bodyOf(document, 'openReferral');
  for (const command of PERSON_COMMANDS) {
    const { title } = lifecycle[command];
    document.paths[TEMPLATE.replace('{command}', command)] = {
      post: {
        ...structuredClone(template),
        operationId: command,
        summary: title,
        description: whoAndWhen(command),
        parameters: (template.parameters ?? []).filter((it) => !('name' in it && it.name === 'command')),
        requestBody: bodyOf(document, command),
      },
    };
  }
}

function bodyOf(document: OpenAPIObject, command: CommandName) {
  const name = `${command.charAt(0).toUpperCase()}${command.slice(1)}Request`;
  const schema = addSchema(document, requestSchemas[command], name);
  return { required: true, content: { 'application/json': { schema } } };
}

function whoAndWhen(command: CommandName): string {
  const { roles, stages } = lifecycle[command];
  return `For: ${spelt(roles)}. When: ${stages.join(', ')}.`;
}
