import { z } from 'zod';
import { commandSchemas, type CommandName } from '../../../domain/operation/command-schemas';
import { COMMANDS, lifecycle } from '../../../domain/operation/lifecycle.v1';
import { validated } from '../http/validation';

/** Commands that are given by a route of their own, and by which. */
export const GIVEN_ELSEWHERE: ReadonlyMap<string, string> = new Map<CommandName, string>([
  ['openReferral', 'Open a referral by POST /api/v1/operations.'],
  ['attachFile', 'Attach a file by POST /api/v1/operations/{reference}/files.'],
]);

/** Commands that people give by their name: all but those of Waymark itself, and those with a route of their own. */
export const PERSON_COMMANDS = COMMANDS.filter(
  (command) => !GIVEN_ELSEWHERE.has(command) && lifecycle[command].roles.some((role) => role !== 'service'),
);

export const isPersonCommand = (name: string): name is CommandName =>
  (PERSON_COMMANDS as readonly string[]).includes(name);

const EARLIEST = Date.UTC(1900, 0, 1);

const happenedAt = z.iso
  .datetime({ offset: true })
  .refine((time) => !(Date.parse(time) < EARLIEST), { message: 'Give a time after 1900.' })
  .transform((time) => new Date(time).toISOString())
  .nullable()
  .default(null)
  .describe('When the act took place, where that is not now (RFC 3339); never in the future');

/** What is asked of a command: its own fields, and beside them when the act took place. */
export interface CommandRequest {
  readonly body: Readonly<Record<string, unknown>>;
  readonly happenedAt: string | null;
}

/** The schema of a command's request: the command's own fields and `happenedAt`. */
export const requestSchemas = Object.fromEntries(COMMANDS.map((command) => [command, requestSchema(command)])) as {
  readonly [C in CommandName]: z.ZodType<Record<string, unknown> & { happenedAt: string | null }>;
};

function requestSchema(command: CommandName): z.ZodType {
  const own: z.ZodObject = commandSchemas[command];
  return own.safeExtend({ happenedAt }).meta({ title: lifecycle[command].title });
}

/**
 * @param at where the command's fields stand in the request
 * @throws Problem `validation`
 */
export function parseCommand(command: CommandName, body: unknown, at: readonly string[] = []): CommandRequest {
  const { happenedAt: when, ...fields } = validated(requestSchemas[command], body ?? {}, at);
  return { body: fields, happenedAt: when };
}
