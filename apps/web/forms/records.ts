import { ApiProblem } from '../api-client/problem';
import type { Schema } from './schema';

/** Of a body's member that has names of its own: under what its names, and its values that are no objects, are typed. */
export interface Named {
  readonly name: string;
  readonly value?: string;
}
export type NamedMembers = Readonly<Record<string, Named>>;
type Row = Readonly<Record<string, unknown>>;

/** The schema of a form in which members that have names of their own are lists, with a row for each name. */
export function asLists(schema: Schema, members: NamedMembers): Schema {
  const properties = Object.entries(schema.properties ?? {}).map(([field, own]): [string, Schema] => {
    const named = members[field];
    const { additionalProperties: one, propertyNames } = own;
    if (named === undefined || typeof one !== 'object') return [field, own];
    const name: Schema = { type: 'string', ...propertyNames };
    const item: Schema =
      named.value === undefined
        ? {
            type: 'object',
            properties: { [named.name]: name, ...one.properties },
            required: [named.name, ...(one.required ?? [])],
          }
        : {
            type: 'object',
            properties: { [named.name]: name, [named.value]: one },
            required: [named.name, named.value],
          };
    return [field, { type: 'array', items: item, ...(own.description ? { description: own.description } : {}) }];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}

/** A body with lists in place of its named members, so that a form begins with it. */
export function listed(body: object, members: NamedMembers): object {
  const entries = Object.entries(body).map(([field, own]: [string, unknown]): [string, unknown] => {
    const named = members[field];
    if (named === undefined || typeof own !== 'object' || own === null) return [field, own];
    const rows = Object.entries(own).map(([name, value]: [string, unknown]) =>
      named.value === undefined
        ? { [named.name]: name, ...(value as object) }
        : { [named.name]: name, [named.value]: value },
    );
    return [field, rows];
  });
  return Object.fromEntries(entries);
}

/** The body that the API takes, of one that was typed in lists. Of two rows with one name the later stands. */
export function unlisted(body: object, members: NamedMembers): object {
  const entries = Object.entries(body).map(([field, own]: [string, unknown]): [string, unknown] => {
    const named = members[field];
    if (named === undefined || !Array.isArray(own)) return [field, own];
    const values = (own as readonly Row[]).map(({ [named.name]: name, ...others }): [string, unknown] => [
      String(name),
      named.value === undefined ? others : others[named.value],
    ]);
    return [field, Object.fromEntries(values)];
  });
  return Object.fromEntries(entries);
}

/**
 * Sends a body that was typed in lists. What the API finds wrong under a name is said of its row.
 *
 * @throws ApiProblem
 */
export async function sentUnlisted<T>(
  body: object,
  members: NamedMembers,
  send: (body: object) => Promise<T>,
): Promise<T> {
  try {
    return await send(unlisted(body, members));
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.problem.errors === undefined) throw error;
    const errors = error.problem.errors.map(({ path, message }) => ({ path: inRow(path, body, members), message }));
    throw new ApiProblem({ ...error.problem, errors }, error.retryAfter);
  }
}

function inRow(path: string, body: object, members: NamedMembers): string {
  const [field = '', name, ...rest] = path.split('.');
  const named = members[field];
  const rows = (body as Readonly<Record<string, unknown>>)[field];
  if (named === undefined || name === undefined || !Array.isArray(rows)) return path;
  const at = (rows as readonly Row[]).findLastIndex((row) => row[named.name] === name);
  const within = rest.length > 0 ? rest : [named.value ?? named.name];
  return at < 0 ? field : [field, at, ...within].join('.');
}
