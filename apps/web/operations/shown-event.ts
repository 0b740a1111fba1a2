import type { ReadText } from '../../api/timeline/event.schema';
import type { ShownEvent } from '../../api/timeline/timeline.read';
import { codeText } from '../words/codes';
import { inOrder } from '../words/field-order';
import { fieldLabel } from '../words/fields';
import { lowerFirst } from '../words/humanise';
import { offenceText } from '../words/offences';
import { personText } from '../words/people';
import { countryText, courtText, languageText } from '../words/places';
import { day, moment, pounds } from '../words/times';
import { nameOf, type Names } from './names';

/** One thing that an event says. */
export interface Said {
  readonly field: string;
  readonly label: string;
  readonly text: string;
  /** Of a text that is not there to be read: why. */
  readonly missing?: string;
  /** Of a list of things: what `text` says of them, a row for each. */
  readonly table?: SaidTable;
}
export interface SaidTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table with more columns than these is read as a list more easily. */
const MOST_COLUMNS = 5;

const PEOPLE = ['person', 'to', 'from', 'by', 'holder', 'requestedBy'];
/** Codes that are written in a way of their own, by their field. */
const SPECIAL: Readonly<Record<string, (code: string) => string>> = {
  court: courtText,
  country: countryText,
  language: languageText,
  offences: offenceText,
  offence: offenceText,
};

/** Why a text is not there to be read, by its status. */
export const WHY_MISSING: Readonly<Record<string, string>> = {
  erased: 'Lawfully erased (DPA 2018 s. 47)',
  restricted: 'Restricted: you do not hold the permission to read it',
  altered: 'Does not match its digest on the timeline',
};

/** What an event says, field by field, as people read it; lists of things as tables, after all else. */
export function saidBy(payload: ShownEvent['payload'], names: Names): readonly Said[] {
  const said = fieldByField(payload, names, tabled);
  return [...said.filter(({ table }) => !table), ...said.filter(({ table }) => table)];
}

/** The same, with each field of each thing in a list by itself, to be compared with another. */
export const eachSaidBy = (payload: ShownEvent['payload'], names: Names): readonly Said[] =>
  fieldByField(payload, names, numbered);

/** Says a list of things, each said field by field. */
type Listing = (field: string, label: string, rows: readonly (readonly Said[])[]) => readonly Said[];

const fieldByField = (payload: ShownEvent['payload'], names: Names, list: Listing): readonly Said[] =>
  inOrder(payload).flatMap((field) => told(field, payload[field], names, list));

function told(field: string, value: unknown, names: Names, list: Listing): readonly Said[] {
  const label = fieldLabel(field);
  if (value === null || value === undefined) return [];
  if (isText(value)) {
    const missing = WHY_MISSING[value.status];
    return [missing === undefined ? { field, label, text: value.text ?? '' } : { field, label, text: '', missing }];
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return [];
    if (value.every((one) => typeof one !== 'object'))
      return [{ field, label, text: value.map((one) => plain(field, one, names)).join(', ') }];
    const rows = value.map((one) => fieldByField(one as ShownEvent['payload'], names, list));
    return list(field, label, rows);
  }
  if (typeof value === 'object') return fieldByField(value as ShownEvent['payload'], names, list);
  return [{ field, label, text: plain(field, value, names) }];
}

/** Several things as a table, where all of each can be read and there is room for it. */
const tabled: Listing = (field, label, rows) => {
  const labels = [...new Set(rows.flatMap((row) => row.map((said) => said.label)))];
  const cell = (row: readonly Said[], head: string) => row.find((said) => said.label === head)?.text ?? '';
  const tellsApart = (head: string) => new Set(rows.map((row) => cell(row, head))).size === rows.length;
  // What each is comes before what is said of it.
  const first = labels.find((head) => tellsApart(head) && rows.every((row) => /[A-Za-z]/.test(cell(row, head))));
  const heads = [...new Set([...(first === undefined ? [] : [first]), ...labels])];
  const isPlain = rows.every((row) => row.every(({ missing, table }) => missing === undefined && !table));
  if (!isPlain || heads.length > MOST_COLUMNS) return numbered(field, label, rows);
  const cells = rows.map((row) => heads.map((head) => cell(row, head)));
  const text = rows.map((row) => heads.map((head) => `${head}: ${cell(row, head)}`).join(', ')).join('; ');
  return [{ field, label, text, table: { heads, rows: cells } }];
};

const numbered: Listing = (_, label, rows) =>
  rows.flatMap((row, nth) => row.map((said) => ({ ...said, label: `${label} ${nth + 1}: ${lowerFirst(said.label)}` })));

function plain(field: string, value: unknown, names: Names): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return /pence/i.test(field) ? pounds(value) : String(value);
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return moment(text);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return day(text);
  const name = nameOf(names, text, `${field}s`);
  if (name !== undefined) return `${name} (${text})`;
  if (PEOPLE.includes(field) && /-/.test(text)) return personText(text);
  const special = SPECIAL[field];
  if (special !== undefined) return special(text);
  return codeText(text, field);
}

const isText = (value: unknown): value is ReadText =>
  typeof value === 'object' && value !== null && 'digest' in value && 'status' in value;
