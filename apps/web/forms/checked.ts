import type { z } from 'zod';
import { commandSchemas, type CommandName } from '../../../domain/operation/command-schemas';
import type { Errors } from './body-of';

/**
 * What is wrong with a command's body before it is sent, by the path of the field: for forms that are sent later, together
 * with others. By the schema that the API itself judges by.
 */
export function wrongWith(command: CommandName, body: object): Errors {
  return wrongBy(commandSchemas[command] as z.ZodType, body);
}

/** What a schema holds against a value. @param at where the value stands in the form */
export function wrongBy(schema: z.ZodType, value: unknown, at = ''): Errors {
  const { error } = schema.safeParse(value, { error: said });
  // Of several at one field the first is said.
  const issues = [...(error?.issues ?? [])].reverse();
  return Object.fromEntries(
    issues.map(({ path, message }) => [[...(at === '' ? [] : [at]), ...path].join('.'), message]),
  );
}

function said(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
    case 'invalid_value':
      return 'This is needed';
    case 'too_big':
      return issue.origin === 'string' ? `Use ${String(issue.maximum)} characters or fewer` : 'This is too many';
    case 'too_small':
      return 'This is needed';
    case 'invalid_format':
      return 'This is not written as it should be: look at the hint above it';
    default:
      return undefined;
  }
}
