import type { OpenAPIObject } from '@nestjs/swagger';

import { spelt } from '../../../domain/access/rules';
import type { CommandName } from '../../../domain/operation/command-schemas';
import { lifecycle, type LifecycleRow } from '../../../domain/operation/lifecycle.v1';
import { PERSON_COMMANDS, requestSchemas } from '../commands/command-request';
import { FRESH_SECONDS } from '../identity/step-up';
import { describeProblem } from './route';
import { addSchema } from './schema';

type ResponsesObject = NonNullable<OpenAPIObject['paths'][string]['post']>['responses'];

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
        responses: responsesOf(template.responses, command),
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

/** Those of every command; the 401 of one that needs a fresh sign-in says so. */
function responsesOf(responses: ResponsesObject, command: CommandName): ResponsesObject {
  const own = structuredClone(responses);
  const { freshSignIn }: LifecycleRow = lifecycle[command];
  const unauthenticated = own['401'];
  if (freshSignIn && unauthenticated && 'description' in unauthenticated)
    unauthenticated.description = `${unauthenticated.description}\n\n${describeProblem('step-up')}`;
  return own;
}

function whoAndWhen(command: CommandName): string {
  const { roles, stages, freshSignIn }: LifecycleRow = lifecycle[command];
  const fresh = freshSignIn ? ` Needs a sign-in at most ${FRESH_SECONDS / 60} minutes old.` : '';
  return `For: ${spelt(roles)}. When: ${stages.join(', ')}.${fresh}`;
}
