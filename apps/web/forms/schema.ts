/** The part of JSON Schema (2020-12) that the API describes bodies with. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly (string | number)[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly $defs?: Readonly<Record<string, Schema>>;
  /** What the field names of the operation. */
  readonly 'x-of'?: string;
  /** Whom its text is restricted to. */
  readonly 'x-restricted'?: string;
}

/** The schema of what is given where a value may also be null: those forms that are not null. */
export function given(schema: Schema): { readonly schema: Schema; readonly nullable: boolean } {
  const forms = schema.anyOf ?? schema.oneOf;
  if (!forms) return { schema, nullable: false };
  const others = forms.filter(({ type }) => type !== 'null');
  const { anyOf: _, oneOf: __, ...beside } = schema;
  if (others.length !== 1) return { schema, nullable: others.length < forms.length };
  return { schema: { ...beside, ...others[0] }, nullable: others.length < forms.length };
}
