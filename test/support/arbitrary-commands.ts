import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { z } from 'zod';
import { ROLES, type Actor } from '../../domain/access/actor';
import { commandSchemas, type CommandBody, type CommandName } from '../../domain/operation/command-schemas';
import type { CommandEnvelope } from '../../domain/operation/decide';
import { COMMANDS } from '../../domain/operation/lifecycle.v1';
import { scoreThreat } from '../../domain/scoring/score-threat';
import { HeldText } from '../../domain/text/text';
import { fromSchema, resolved } from './body-from-schema';

/** A command as someone might give it, sensible or not: valid in form, random in everything else. */
export type ArbitraryCommand = {
  [C in CommandName]: { readonly command: C; readonly body: CommandBody<C>; readonly actor: Actor };
}[CommandName];

/** Two people in each role, so that what needs a second person can be tried by the first. */
export const PEOPLE: readonly Actor[] = ROLES.flatMap((role) =>
  ['one', 'two'].map((which) => ({ id: `${role}-${which}`, roles: [role], force: 'norfolk' })),
);

const byCommand = <T>(make: (command: CommandName) => T) =>
  Object.fromEntries(COMMANDS.map((command) => [command, make(command)])) as Readonly<Record<CommandName, T>>;

/** What each command's schema says of its body. */
export const SCHEMAS = byCommand((command) => resolved(z.toJSONSchema(commandSchemas[command], { io: 'input' })));

/** A random body of each command, as people send it: made from nothing but its schema. */
export const INPUTS = byCommand(
  (command) =>
    fromSchema(SCHEMAS[command]).filter((body) => commandSchemas[command].safeParse(body).success) as fc.Arbitrary<
      Record<string, unknown>
    >,
);

/** A body as the domain sees it: parsed, each text by its reference. */
export function withheld(command: CommandName, input: object): object {
  return byReference(commandSchemas[command].parse(input)) as object;
}

function byReference(value: unknown): unknown {
  if (value instanceof HeldText) {
    const digest = createHash('sha256').update(value.value).digest('hex');
    return { record: digest.slice(0, 8), digest };
  }
  if (Array.isArray(value)) return value.map(byReference);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, byReference(one)]));
}

/** Any command, by anyone. */
export const anyCommand: fc.Arbitrary<ArbitraryCommand> = fc.oneof(
  ...COMMANDS.map((command) =>
    fc.record({
      command: fc.constant(command),
      body: INPUTS[command].map((input) => withheld(command, input)),
      actor: fc.constantFrom(...PEOPLE),
    }),
  ),
) as fc.Arbitrary<ArbitraryCommand>;

/** The envelope of a command, without texts. */
export function envelopeFor(given: ArbitraryCommand, commandId: string): CommandEnvelope {
  return { ...given, commandId, happenedAt: null, texts: [], fingerprint: 'test', ifMatch: null, seen: 0 };
}

/** What the command's activity would have prepared. */
export function preparedFor(given: ArbitraryCommand) {
  return given.command === 'recordThreatScore' ? scoreThreat(given.body) : undefined;
}
