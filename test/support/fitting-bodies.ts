import fc from 'fast-check';
import { CHOICES, type Choice } from '../../domain/operation/choices';
import type { CommandName } from '../../domain/operation/command-schemas';
import { COMMANDS } from '../../domain/operation/lifecycle.v1';
import type { OperationState } from '../../domain/operation/state';
import { INPUTS, SCHEMAS } from './arbitrary-commands';

/** Made once: to make a body takes longer than to decide on it. */
const POOL_SIZE = 60;
const POOL = Object.fromEntries(
  COMMANDS.map((command) => [command, fc.sample(INPUTS[command], { numRuns: POOL_SIZE, seed: 1 })]),
) as unknown as Readonly<Record<CommandName, readonly Record<string, unknown>[]>>;
const MOST = 40;

/**
 * Bodies, as people send them, that fit an operation as far as schema and choices can tell: one for each thing that may be
 * named, those first that are asked about.
 */
export function fittingBodies(
  command: CommandName,
  state: OperationState,
  seed: number,
  about: readonly string[] = [],
): readonly Record<string, unknown>[] {
  const sample = POOL[command][seed % POOL_SIZE] ?? {};
  let bodies: readonly Record<string, unknown>[] = [sample];
  for (const [name, schema] of Object.entries(SCHEMAS[command].properties ?? {})) {
    const of = [schema, ...(schema.anyOf ?? [])].find((one) => one['x-of'])?.['x-of'];
    const choose = CHOICES[of as Choice] as ((state: OperationState) => readonly (string | number)[]) | undefined;
    if (!choose || !(name in sample) || sample[name] === null) continue;
    const all = choose(state);
    const named = all.filter((one) => about.includes(String(one)));
    const offered = named.length > 0 ? named : all;
    bodies = bodies.flatMap((body) => offered.map((one) => ({ ...body, [name]: one })));
  }
  if (command === 'addSubject' && about.length > 0) return bodies.map((body) => ({ ...body, roles: ['suspect'] }));
  return bodies.slice(0, MOST);
}
