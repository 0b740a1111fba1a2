import type { z } from 'zod';
import { inputSchema, resolved, type JsonSchema } from '../http/json-schema';

/** One field of a command's body, in words. `name` is its path, with dots, and `[]` for what a list holds. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly words: string;
}

/** The fields that a schema asks for, those within a field after it. */
export function fieldsOf(schema: z.ZodType): readonly Field[] {
  const root = inputSchema(schema);
  return within(root, root, '');
}

function within(part: JsonSchema, root: JsonSchema, before: string): readonly Field[] {
  const { properties = {}, required = [], items } = resolved(part, root);
  const fields = Object.entries(properties).flatMap(([name, property]) => {
    const field = asSchema(property);
    const path = `${before}${name}`;
    return [
      { name: path, required: required.includes(name), words: wordsOf(field, root) },
      ...within(field, root, `${path}.`),
    ];
  });
  return items === undefined ? fields : within(listed(items), root, `${before.slice(0, -1)}[].`);
}

function wordsOf(part: JsonSchema, root: JsonSchema): string {
  const said = resolved(part, root);
  const choices = said.anyOf?.map((one) => resolved(asSchema(one), root));
  const description = said.description ?? choices?.find((one) => one.description !== undefined)?.description;
  const kind = choices ? choices.map((one) => kindOf(one, root)).join(', or ') : kindOf(said, root);
  const words = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}.`;
  return description === undefined ? words : `${words} ${description}`;
}

function kindOf(said: JsonSchema, root: JsonSchema): string {
  if (said.enum) return `one of ${said.enum.map((one) => (one === '\t' ? 'tab' : one)).join(', ')}`;
  if (typeof said['x-of'] === 'string' && said.type === 'string')
    return `one of the operation’s ${said['x-of'].replaceAll('-', ' ')}`;
  switch (said.type) {
    case 'string':
      return ofString(said);
    case 'integer':
      return `whole number, ${counted(said.minimum)} to ${counted(said.maximum)}`;
    case 'boolean':
      return 'true or false';
    case 'array':
      return ofList(said, root);
    case 'object':
      return 'group of fields';
    case 'null':
      return 'null';
    default:
      throw new Error(`A field of type ${said.type} has no words yet: give it some here`);
  }
}

function ofString({ format, pattern, maxLength }: JsonSchema): string {
  if (format === 'date') return 'date';
  if (format === 'date-time') return 'time';
  if (pattern !== undefined) return 'code';
  return `text of up to ${counted(maxLength)} characters`;
}

function ofList({ items, minItems = 0, maxItems }: JsonSchema, root: JsonSchema): string {
  const item = items === undefined ? undefined : resolved(listed(items), root);
  const count = minItems === 0 ? `up to ${counted(maxItems)}` : `${minItems} to ${counted(maxItems)}`;
  return item === undefined || item.type === 'object'
    ? `list of ${count}`
    : `list of ${count}, each ${kindOf(item, root)}`;
}

const counted = (count: number | undefined) => (count === undefined ? 'any number' : count.toLocaleString('en-GB'));
const listed = (items: NonNullable<JsonSchema['items']>) => asSchema(Array.isArray(items) ? (items[0] ?? {}) : items);
const asSchema = (part: boolean | JsonSchema): JsonSchema => (typeof part === 'boolean' ? {} : part);
