import type { Force } from '../access/actor';
import { dateOf, DATE_FORMATS, formatsOf, type DateFormat } from './dates';
import type { Field, Mapping } from './mapping.schema';
import type { RecordKind, RecordRole, Sex } from './record';

/** How forces head their columns, in letters and digits alone; the first that is found is taken. */
const HEADERS: Readonly<Record<Field, RegExp>> = {
  kind: /^(record(type|kind)|recordcategory|type|kind|source|dataset)$/,
  reference:
    /^(crime|event|occurrence|incident|record|cris|report|investigation)?(ref|reference|number|no|num|id|urn)(erence)?$/,
  role: /^(role|person(role|type)|involvement(type)?|partytype|capacity|classification)$/,
  given: /^(fore|first|given)names?(1)?$/,
  surname: /^(sur|last|family)name$/,
  name: /^(full|person|nominal|subject)?name$/,
  birth: /^(dob|dateofbirth|birth(date)?|borndate|born)$/,
  sex: /^(sex|gender)$/,
  ethnicity: /^(ethnic(ity|group|origin|appearance)?|selfdefinedethnicity|sde)$/,
  postcode: /^(home)?post(al)?code$|^pcode$/,
  phone: /^(phone|mobile|telephone|tel)(number|no)?$/,
  document: /^(document|passport|id(card)?)(document)?(number|no)$/,
  offence: /^(ho(me)?(office)?|offence|crime)(class(ification)?|code)+$/,
  occurred: /^(date)?(committed|occurred|offence|event|incident|from)(date|on)?$|^date$|^committeddate$/,
  place: /^(place|town|district|area|beat|ward|location)$/,
  team: /^(team|unit|oicteam|owningteam|department|station)$/,
  markers: /^(markers?|flags?|keywords?|qualifiers?|tags?)$/,
};

/** Words of forces for one value, in lower case. */
const KINDS: Readonly<Record<RecordKind, readonly string[]>> = {
  crime: ['crime', 'c', 'offence', 'cri', 'notifiable crime'],
  custody: ['custody', 'cu', 'detention', 'custody record', 'cus'],
  intelligence: ['intelligence', 'i', 'intel', 'intelligence report', 'int'],
  missing: ['missing', 'm', 'misper', 'missing person', 'mis'],
  stop: ['stop', 's', 'stop and search', 'stop/search', 'ss', 'stp'],
};
const ROLES: Readonly<Record<RecordRole, readonly string[]>> = {
  suspect: ['suspect', 'sus', 's', 'offender', 'accused', 'arrested', 'detainee', 'detained person', 'su'],
  victim: ['victim', 'vic', 'v', 'aggrieved', 'injured party', 'complainant', 'vi'],
  missing: ['missing', 'mis', 'm', 'missing person', 'misper', 'mi'],
  subject: ['subject', 'sub', 'nominal', 'n', 'person searched', 'searched', 'sb'],
};
const SEXES: Readonly<Record<Sex, readonly string[]>> = {
  female: ['female', 'f', 'woman', '2'],
  male: ['male', 'm', 'man', '1'],
  other: ['other', 'x', 'indeterminate', 'non-binary', '9'],
};

/** A mapping as it can be found out from a file, and what it leaves to a person. */
export interface Suggestion {
  readonly mapping: Partial<Mapping> & Pick<Mapping, 'force' | 'delimiter' | 'columns'>;
  /** Columns that nothing is known of: they are not read. */
  readonly unread: readonly string[];
  /** What has to be said before it can be used. */
  readonly asks: readonly string[];
}

/**
 * Suggests how a force's file is to be read, from its header and some rows. A person confirms it, and it is kept for the next
 * file of the force.
 *
 * @param rows some of its rows, each with a cell for each column
 */
export function suggestMapping(
  force: Force,
  delimiter: Mapping['delimiter'],
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Suggestion {
  const columns: Partial<Record<Field, string>> = {};
  for (const field of Object.keys(HEADERS) as Field[]) {
    const found = header.find((title) => HEADERS[field].test(keyOf(title)) && !Object.values(columns).includes(title));
    if (found !== undefined) columns[field] = found;
  }
  if (columns.given !== undefined && columns.surname !== undefined) delete columns.name;
  const cells = (field: Field) => {
    const at = header.indexOf(columns[field] ?? '');
    return at < 0 ? [] : rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
  };
  const dates = commonFormat(cells('occurred'), cells('birth'));
  const kinds = meanings(cells('kind'), KINDS);
  const roles = meanings(cells('role'), ROLES);
  const sexes = meanings(cells('sex'), SEXES);
  const asks = [
    ...(['kind', 'role', 'reference', 'occurred'] as const).filter((field) => columns[field] === undefined).map(ASK),
    ...(columns.surname === undefined && columns.name === undefined ? [ASK('name')] : []),
    ...(dates === undefined ? [`Say how its dates are written: ${DATE_FORMATS.join(', ')}.`] : []),
    ...[...kinds.unknown, ...roles.unknown].map((word) => `Say what “${word}” means.`),
  ];
  return {
    mapping: {
      force,
      delimiter,
      ...(dates === undefined ? {} : { dates }),
      columns,
      nameOrder: cells('name').some((name) => name.includes(',')) ? 'surname-first' : 'given-first',
      kinds: kinds.known,
      roles: roles.known,
      sexes: sexes.known,
      always: {},
    },
    unread: header.filter((title) => !Object.values(columns).includes(title)),
    asks,
  };
}

const ASK = (field: Field) => `Say which column holds: ${field}.`;

const keyOf = (title: string) => title.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** Both columns are written alike. */
function commonFormat(occurred: readonly string[], births: readonly string[]): DateFormat | undefined {
  const readable = births.filter((birth) => DATE_FORMATS.some((format) => dateOf(birth, format) !== undefined));
  return formatsOf([...occurred, ...readable])[0];
}

function meanings<T extends string>(
  cells: readonly string[],
  words: Readonly<Record<T, readonly string[]>>,
): { readonly known: Record<string, T>; readonly unknown: readonly string[] } {
  const known: Record<string, T> = {};
  const unknown = new Set<string>();
  for (const word of new Set(cells.map((cell) => cell.toLowerCase()))) {
    const meaning = (Object.keys(words) as T[]).find((value) => words[value].includes(word));
    if (meaning === undefined) unknown.add(word);
    else known[word] = meaning;
  }
  return { known, unknown: [...unknown] };
}
