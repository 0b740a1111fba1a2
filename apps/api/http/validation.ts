import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { inputSchema, resolved, type JsonSchema } from './json-schema';
import { Problem } from './problems';

/** The application's one pipe: validates whatever parameter has a schema. */
@Injectable()
export class ValidationPipe implements PipeTransform {
  transform(value: unknown, { schema, data }: ArgumentMetadata): unknown {
    if (schema === undefined) return value;
    if (!(schema instanceof z.ZodType)) throw new TypeError('Schemas are written with zod');
    return validated(schema, value, data === undefined ? [] : [data]);
  }
}

/**
 * The value as the schema yields it.
 *
 * @param at where the value stands in the request
 * @throws Problem that names each field and says what to do about it
 */
export function validated<T>(schema: z.ZodType<T>, value: unknown, at: readonly string[] = []): T {
  const result = schema.safeParse(value, { error: sayWhatToDo });
  if (result.success) return result.data;
  const accepted = inputSchema(schema);
  const errors = result.error.issues.flatMap((issue) => told(issue, at, accepted));
  throw new Problem('validation', undefined, { errors });
}

interface Told {
  readonly path: string;
  readonly message: string;
}

/** One issue as told: by its path, with what the schema says the value is. */
function told(issue: z.core.$ZodIssue, at: readonly string[], accepted: JsonSchema): Told[] {
  const path = (...more: string[]) => [...at, ...issue.path, ...more].join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: path(key), message: 'Remove this: there is no such field here.' }));
  const description =
    issue.code === 'invalid_format' && issue.format === 'regex' ? describedAt(accepted, issue.path) : undefined;
  return [{ path: path(), message: description ? `${issue.message} Expected: ${description}.` : issue.message }];
}

/** What a person has to do, by kind of issue; a schema's own message goes before. */
function sayWhatToDo(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? `Required: ${a(issue.expected)}.` : `Give ${a(issue.expected)}.`;
    case 'invalid_value':
      return issue.input === undefined
        ? `Required: one of ${issue.values.join(', ')}.`
        : `Give one of ${issue.values.join(', ')}.`;
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'This must not be empty.';
      return `Give at least ${counted(issue.minimum, issue.origin)}.`;
    case 'too_big':
      return `Give at most ${counted(issue.maximum, issue.origin)}.`;
    case 'invalid_format':
      return issue.format === 'datetime'
        ? 'Give a time in RFC 3339, such as 2026-11-23T09:30:00Z.'
        : issue.format === 'date'
          ? 'Give a date, such as 2026-11-23.'
          : 'This does not have the form it should.';
    default:
      return undefined;
  }
}

// prettier-ignore
const KINDS: Readonly<Record<string, string>> = {
  string: 'a text', int: 'a whole number', number: 'a number', boolean: 'true or false', array: 'a list', object: 'an object',
};
const a = (expected: string) => KINDS[expected] ?? expected;

const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: [' character', ' characters'],
  array: [' entry', ' entries'],
};

function counted(count: number | bigint, origin: string): string {
  const [one, many] = UNITS[origin] ?? ['', ''];
  return `${count}${Number(count) === 1 ? one : many}`;
}

/** The description that a JSON Schema gives the value at a path. */
function describedAt(root: JsonSchema, path: readonly PropertyKey[]): string | undefined {
  let at: JsonSchema | undefined = resolved(root, root);
  for (const step of path) {
    const next = typeof step === 'number' ? at?.items : at?.properties?.[String(step)];
    if (typeof next !== 'object' || Array.isArray(next)) return undefined;
    at = resolved(next, root);
  }
  return at?.description;
}
