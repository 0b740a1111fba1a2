import type { OpenAPIObject } from '@nestjs/swagger';
import type { z } from 'zod';
import { inputSchema } from '../http/json-schema';

type Json = Record<string, unknown>;
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** A zod schema as OpenAPI 3.1 has it: JSON Schema 2020-12, what has an `id` among the components. */
export function jsonSchema(schema: z.ZodType): { readonly schema: Json; readonly components: Record<string, Json> } {
  const { $schema: _, $defs = {}, ...root } = inputSchema(schema) as Json & { $defs?: Json };
  const components = Object.entries($defs).map(([name, definition]) => {
    const { id: _id, ...rest } = definition as Json;
    return [name, pointed(rest) as Json] as const;
  });
  return { schema: pointed(root) as Json, components: Object.fromEntries(components) };
}

/** Puts a schema among the components of a document, under a name where it has none, and answers the reference to it. */
export function addSchema(document: OpenAPIObject, schema: z.ZodType, name?: string): Json {
  const { schema: root, components } = jsonSchema(schema);
  const named = name === undefined ? {} : { [name]: root };
  document.components ??= {};
  document.components.schemas = { ...document.components.schemas, ...components, ...named } as Schemas;
  return name === undefined ? root : { $ref: `#/components/schemas/${name}` };
}

/** References between zod's definitions, as references between components. */
function pointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === '$ref' && typeof item === 'string' ? item.replace('#/$defs/', '#/components/schemas/') : pointed(item),
    ]),
  );
}
