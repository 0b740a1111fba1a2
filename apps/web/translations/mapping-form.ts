import { DELIMITERS } from '../../../domain/profiles/mapping.schema';
import type { Translation } from '../../api/translations/translations.schema';
import type { Field, Option, Typed } from '../forms/field';
import { fieldsOf } from '../forms/fields-of';
import type { Schema } from '../forms/schema';

/** Who can put messages into English, as the API lists them. */
export interface Provider {
  readonly id: string;
  readonly kind: string;
  readonly leavesPremises: boolean;
  readonly isHealthy: boolean;
  readonly detail: string;
}
type Recognised = NonNullable<Translation['recognised']>;

/** What stands between columns, in words: a form would lose a tab. */
const DELIMITER_WORDS: Readonly<Record<string, string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Vertical bar',
};
const COLUMN_LABELS: Readonly<Record<string, string>> = {
  sender: 'Who wrote it',
  recipient: 'To whom',
  date: 'The day, where the time does not say it',
  time: 'When',
  text: 'What was written',
  thread: 'Which conversation',
  direction: 'Whether it was sent or received',
  media: 'What was attached',
};
/** What fields are called where the API describes them in a sentence, or for a machine. */
const LABELS: Readonly<Record<string, Pick<Field, 'label' | 'hint'>>> = {
  'mapping.format': { label: 'What it is', hint: undefined },
  'mapping.quoted': { label: 'Can cells stand in quotation marks?', hint: 'Without, each line is a row' },
  'mapping.encoding': { label: 'Encoding', hint: 'Found out from the file, if you choose none' },
  'mapping.sheet': { label: 'Sheet', hint: 'Of a workbook: the first that has messages, if you name none' },
  'mapping.headerRow': {
    label: 'Row of the header',
    hint: 'Counted from 1. 0 if there is none: columns are then called by their place, 1, 2 and so on',
  },
  'mapping.timeFormat': {
    label: 'How times are written',
    hint: 'iso, unix-seconds, unix-milliseconds, excel-days, or a pattern such as dd/MM/yyyy HH:mm:ss',
  },
  'mapping.timeZone': {
    label: 'Time zone of times that do not say theirs',
    hint: 'Such as Europe/London, Europe/Budapest or UTC+2',
  },
  'mapping.owner': { label: 'What the file calls the owner of the phone', hint: 'Where it says so' },
};
const PROVIDER_NAMES: Readonly<Record<string, string>> = {
  azure: 'Azure AI Translator',
  libretranslate: 'LibreTranslate',
  apertium: 'Apertium',
  gloss: 'Dictionaries, word by word',
};
export const providerName = (id: string): string => PROVIDER_NAMES[id] ?? id;

/** The form by which a person says how a file is read, and who may be sent what it holds. */
export function mappingFields(
  schema: Schema,
  { header }: Recognised,
  providers: readonly Provider[],
  typed: Typed,
): readonly Field[] {
  const { translation: _, ...properties } = schema.properties ?? {};
  return fieldsOf({ ...schema, properties }, { typed }).map((field) => adapted(field, header, providers));
}

function adapted(given: Field, header: readonly string[], providers: readonly Provider[]): Field {
  const field = { ...given, ...LABELS[given.path] };
  if (field.path === 'mapping' && field.kind === 'group')
    return { ...field, fields: field.fields.map((inner) => adapted(inner, header, providers)) };
  if (field.path === 'mapping.columns' && field.kind === 'group')
    return { ...field, label: 'Columns', fields: field.fields.map((column) => columnField(column, header)) };
  if (field.path === 'mapping.encoding' && field.kind === 'choice')
    return { ...field, options: field.options.map(({ value }) => ({ value, text: value.toUpperCase() })) };
  if (field.path === 'mapping.delimiter' && field.kind === 'choice')
    return { ...field, label: 'Between columns stands', options: DELIMITERS.map(delimiterOption) };
  if (field.path === 'providers' && field.kind === 'choices')
    return {
      ...field,
      label: 'Who may be sent its messages',
      hint: 'Choose none, and only what runs on the force’s own machines is used. The rule of your force stands whatever is chosen here.',
      options: providers.map(providerOption),
    };
  return field;
}

const delimiterOption = (delimiter: string): Option => {
  const text = DELIMITER_WORDS[delimiter] ?? delimiter;
  return { value: text, text };
};

const providerOption = ({ id, leavesPremises, isHealthy, detail }: Provider): Option => ({
  value: id,
  text: `${providerName(id)} – ${leavesPremises ? 'messages leave the force’s machines' : 'on the force’s own machines'}`,
  hint: isHealthy ? detail : `Cannot be used just now. ${detail}`,
});

/** A column is chosen from those that the file has. */
function columnField(field: Field, header: readonly string[]): Field {
  const name = field.path.split('.').at(-1) ?? '';
  return {
    ...{ path: field.path, id: field.id, label: COLUMN_LABELS[name] ?? field.label, hint: undefined },
    ...{ required: false, writesNull: false, kind: 'choice', numeric: false, many: true },
    options: header.map((column) => ({ value: column, text: column })),
  };
}

/** How a file seems to be read, as it stands in the form. */
export function mappingTyped({ mapping }: Recognised): Typed {
  return Object.fromEntries(
    flat(mapping, 'mapping').map(([path, value]) => [
      path,
      path === 'mapping.delimiter' ? (DELIMITER_WORDS[value] ?? value) : value,
    ]),
  );
}

function flat(value: Readonly<Record<string, unknown>>, at: string): readonly (readonly [string, string])[] {
  return Object.entries(value).flatMap(([name, one]) => {
    const path = `${at}.${name}`;
    if (one === null || one === undefined) return [];
    if (typeof one === 'object') return flat(one as Readonly<Record<string, unknown>>, path);
    return [[path, typeof one === 'boolean' ? (one ? 'yes' : 'no') : String(one)] as const];
  });
}

/** The body of `confirmExtract`, from what was typed. @param translation as OP-2026-000001.T1 */
export function mappingBody(body: object, translation: string): object {
  const { mapping = {}, ...others } = body as { readonly mapping?: Readonly<Record<string, unknown>> };
  const { delimiter, ...rest } = mapping;
  const meant = DELIMITERS.find((one) => DELIMITER_WORDS[one] === delimiter);
  return { ...others, translation, mapping: { ...rest, ...(meant === undefined ? {} : { delimiter: meant }) } };
}
