import type { ReadText } from '../../api/timeline/event.schema';
import type { ShownEvent } from '../../api/timeline/timeline.read';
import { codeText } from '../words/codes';
import { fieldLabel } from '../words/fields';
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
}

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

/** What an event says, field by field, as people read it. */
export function saidBy(payload: ShownEvent['payload'], names: Names): readonly Said[] {
  return Object.entries(payload).flatMap(([field, value]) => told(field, value, names));
}

function told(field: string, value: unknown, names: Names): readonly Said[] {
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
    return value.flatMap((one: unknown, nth) =>
      saidBy(one as ShownEvent['payload'], names).map((said) => ({
        ...said,
        label: `${label} ${nth + 1}: ${said.label.toLowerCase()}`,
      })),
    );
  }
  if (typeof value === 'object') return saidBy(value as ShownEvent['payload'], names);
  return [{ field, label, text: plain(field, value, names) }];
}

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
