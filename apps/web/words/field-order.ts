import { z } from 'zod';
import { commandSchemas } from '../../../domain/operation/command-schemas';

type Fields = Readonly<Record<string, unknown>>;

/** The fields of everything that commands ask for, each list in the order in which it is asked. */
let asked: readonly (readonly string[])[] | undefined;
const known = new Map<string, readonly string[]>();

/**
 * The fields of something that was recorded, in the order in which people were asked for them: the database keeps none.
 * What nobody was asked for, as the identifier of a new thing, comes first.
 */
export function inOrder(fields: Fields): readonly string[] {
  const names = Object.keys(fields);
  const key = names.join();
  const found = known.get(key) ?? sorted(names, listLike(fields));
  known.set(key, found);
  return found;
}

const sorted = (names: readonly string[], list: readonly string[]) =>
  [...names].sort((one, other) => list.indexOf(one) - list.indexOf(other));

/** Of all that commands ask for, what has most of these fields; texts tell more than codes, which many commands ask for. */
function listLike(fields: Fields): readonly string[] {
  asked ??= Object.values(commandSchemas).flatMap((schema) =>
    listsIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })),
  );
  const weight = (name: string) => (!(name in fields) ? 0 : typeof fields[name] === 'object' ? 2 : 1);
  const likeness = (list: readonly string[]) => list.reduce((sum, name) => sum + weight(name), 0);
  return asked.reduce((best, list) => (likeness(list) > likeness(best) ? list : best), []);
}

function listsIn(node: unknown): readonly (readonly string[])[] {
  if (typeof node !== 'object' || node === null) return [];
  const { properties } = node as { readonly properties?: Fields };
  return [...(properties ? [Object.keys(properties)] : []), ...Object.values(node).flatMap(listsIn)];
}
