import { z } from 'zod';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * What a schema accepts, as JSON Schema 2020-12: for the OpenAPI document, for the bodies that `actions` tells, and for
 * the messages of validation.
 */
export function inputSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      // The format says it; the expression beside it is for nobody's eyes.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    },
  });
}

/** What a part of a schema says where it only refers to a definition. */
export function resolved(part: JsonSchema, root: JsonSchema): JsonSchema {
  const name = /^#\/\$defs\/(.+)$/.exec(part.$ref ?? '')?.[1];
  return name === undefined ? part : (root.$defs?.[name] ?? part);
}
