import fc from 'fast-check';

/** The part of JSON Schema (2020-12) that the bodies of commands are described with. */
export interface BodySchema {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly BodySchema[];
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, BodySchema>>;
  readonly required?: readonly string[];
  readonly items?: BodySchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** What the field names of the operation; its `enum`, where there is one, is what there is. */
  readonly 'x-of'?: string;
}

/** A schema with what it refers to put in place. */
export function resolved(schema: object, defs: Readonly<Record<string, object>> = defsOf(schema)): BodySchema {
  const put = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(put);
    if (typeof value !== 'object' || value === null) return value;
    if ('$ref' in value) return put(defs[String(value.$ref).replace('#/$defs/', '')]);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, put(one)]));
  };
  return put(schema) as BodySchema;
}
const defsOf = (schema: object) => ('$defs' in schema ? (schema.$defs as Record<string, object>) : {});

/** Any value that a schema describes, knowing nothing but the schema. */
export function fromSchema(schema: BodySchema): fc.Arbitrary<unknown> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(fromSchema));
  if (schema.examples) return fc.constantFrom(...schema.examples);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const types = [schema.type].flat();
  return fc.oneof(...types.map((type) => ofType(type ?? 'object', schema)));
}

function ofType(type: string, schema: BodySchema): fc.Arbitrary<unknown> {
  switch (type) {
    case 'object': {
      const required = schema.required ?? [];
      // Where there is nothing to choose from, what may be left out is.
      const fields = Object.entries(schema.properties ?? {}).filter(
        ([name, field]) => required.includes(name) || field.enum?.length !== 0,
      );
      const arbitraries = fields.map(([name, field]) => [name, fromSchema(field)] as const);
      return fc.record(Object.fromEntries(arbitraries), { requiredKeys: [...required] });
    }
    case 'array': {
      const limits = { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 3, 3) };
      const item = fromSchema(schema.items ?? {});
      return schema.uniqueItems ? fc.uniqueArray(item, limits) : fc.array(item, limits);
    }
    case 'string':
      return ofString(schema);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 1_000, 1_000_000) });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      throw new Error(`A body of type ${type} is not known here`);
  }
}

function ofString({ format, pattern, maxLength }: BodySchema): fc.Arbitrary<string> {
  if (format === 'date') return fc.constantFrom('2026-01-20', '2026-06-01', '2033-01-05');
  if (format === 'date-time') return fc.constant('2026-01-11T00:00:00.000Z');
  if (format === 'uuid') return fc.uuid();
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern), { maxLength: 64 });
  return fc.stringMatching(/^[a-z]{3,8}$/).map((text) => text.slice(0, maxLength ?? 8));
}
