import { codeHint, codeText } from '../words/codes';
import { nameOf } from '../operations/names';
import { fieldLabel } from '../words/fields';
import { personText } from '../words/people';
import { textAt, type Field, type Option, type Typed } from './field';
import { countries, languages } from './lists';
import { given, type Schema } from './schema';

/** From this many on, choices are offered as a list that folds up. */
const MANY = 8;
const ABOUT_PEOPLE = 'Whoever is missing here is listed once they have signed in to Waymark';
/** Texts that are longer than this get more than a line. */
const LINE = 200;

/**
 * Patterns that say what a text is: of `domain/operation/areas/fields.schema.ts`, `apps/api/people/person-id.ts` and
 * `domain/translation/lexicon.schema.ts`.
 */
const PEOPLE = ['^[a-z0-9][a-z0-9-]{1,63}$', String.raw`^[\x21-\x7e]{1,255}$`];
const COUNTRY = '^[A-Z]{2}$';
const LANGUAGES = ['^[a-z]{2,3}$', '^[a-z]{2}$'];

/** What fields need to know beside their schema. */
export interface Offered {
  /** What was typed so far: says how many rows a list has. */
  readonly typed: Typed;
  /** What things of the operation are called, by their identifiers. */
  readonly names?: Readonly<Record<string, string>>;
  /** People who can be chosen, by identifier. */
  readonly people?: readonly Option[];
}

/** The fields of a form for a body, in the order of its schema. */
export function fieldsOf(schema: Schema, offered: Offered, at = ''): readonly Field[] {
  const required = schema.required ?? [];
  return Object.entries(schema.properties ?? {}).map(([name, one]) =>
    fieldOf(name, one, { path: at === '' ? name : `${at}.${name}`, required: required.includes(name), offered }),
  );
}

interface Where {
  readonly path: string;
  readonly required: boolean;
  readonly offered: Offered;
}

function fieldOf(name: string, whole: Schema, { path, required, offered }: Where): Field {
  const { schema, nullable } = given(whole);
  const described = schema.description ?? whole.description;
  const base = {
    path,
    id: path.replaceAll('.', '-'),
    label: fieldLabel(name),
    hint: described,
    required: required && !nullable,
    writesNull: required && nullable,
  };
  const listed = withGiven(optionsOf(name, schema, offered), path, offered);
  if (schema.const !== undefined) return { ...base, kind: 'fixed', value: schema.const };
  if (listed)
    return {
      ...base,
      ...(isOfPeople(schema, offered.people)
        ? { hint: ABOUT_PEOPLE }
        : schema['x-of'] === undefined
          ? {}
          : { hint: undefined }),
      kind: 'choice',
      options: listed,
      numeric: schema.type === 'integer',
      many: listed.length >= MANY,
    };
  switch ([schema.type].flat()[0]) {
    case 'boolean':
      return { ...base, kind: 'yes-no' };
    case 'integer':
    case 'number':
      if (/pence/i.test(name)) return { ...base, kind: 'money' };
      return { ...base, kind: 'number', minimum: schema.minimum, maximum: schema.maximum };
    case 'array':
      return { ...base, ...listOf(name, schema, { path, required, offered }) };
    case 'object':
      return { ...base, kind: 'group', fields: fieldsOf(schema, offered, path) };
    default:
      break;
  }
  if (schema.format === 'date') return { ...base, kind: 'date' };
  if (schema.format === 'date-time') return { ...base, kind: 'moment' };
  const maxLength = schema.pattern === undefined ? schema.maxLength : undefined;
  return {
    ...base,
    // Of a free text, what is said of it is the question.
    ...(schema.pattern === undefined && described !== undefined ? { label: described, hint: undefined } : {}),
    kind: (maxLength ?? 0) > LINE ? 'textarea' : 'text',
    maxLength,
    restricted: schema['x-restricted'] !== undefined,
  };
}

/** A list of codes is ticked; any other has a row for each entry. */
function listOf(name: string, schema: Schema, { path, required, offered }: Where) {
  const item = schema.items ?? {};
  const options = optionsOf(name, item, offered);
  if (options) return { kind: 'choices' as const, options };
  const fewest = Math.max(schema.minItems ?? 0, required ? 1 : 0);
  const rows = Array.from({ length: rowsTyped(offered.typed, path, fewest) }, (_, row) =>
    fieldOf(name, item, { path: `${path}.${row}`, required: true, offered }),
  );
  return { kind: 'list' as const, rows, most: schema.maxItems, fewest };
}

/** How many rows a list has: as the form says, else as many as there must be. */
function rowsTyped(typed: Typed, path: string, fewest: number): number {
  const said = Number(textAt(typed, `${path}.rows`) || fewest);
  return Number.isInteger(said) && said >= 0 && said <= 100 ? said : fewest;
}

function optionsOf(name: string, schema: Schema, { names = {}, people }: Offered): readonly Option[] | undefined {
  if (schema.enum)
    return schema.enum.map((code) => {
      const value = String(code);
      const text = schema['x-of'] === undefined ? codeText(value, name) : named(value, schema['x-of'], names);
      return { value, text, hint: schema['x-of'] === undefined ? codeHint(value, name) : undefined };
    });
  const { pattern = '' } = schema;
  if (isOfPeople(schema, people)) return people;
  if (pattern === COUNTRY) return countries();
  if (LANGUAGES.includes(pattern)) return languages();
  return undefined;
}

const isOfPeople = ({ pattern = '' }: Schema, people: readonly Option[] = []): boolean =>
  PEOPLE.includes(pattern) && people.length > 0;

/** Somebody whom a form is about can be chosen in it, whether they have ever signed in or not. */
function withGiven(options: readonly Option[] | undefined, path: string, { people, typed }: Offered) {
  const given = textAt(typed, path);
  if (options === undefined || options !== people || given === '' || options.some(({ value }) => value === given))
    return options;
  return [...options, { value: given, text: personText(given) }];
}

const named = (id: string, kind: string, names: Readonly<Record<string, string>>) => {
  const name = nameOf(names, id, kind);
  return name === undefined ? codeText(id) : `${name} (${id})`;
};
