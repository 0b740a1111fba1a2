import type { ExportParts } from '../../../platform/export/export.schema';
import { refsIn } from '../../../platform/timeline/texts';
import { reveal } from '../timeline/reveal';

type Event = ExportParts['events'][number];

const FIELDS = [
  'sequence',
  'type',
  'version',
  'happenedAt',
  'occurredAt',
  'actor',
  'commandId',
  'index',
  'payload',
  'previousHash',
  'hash',
] as const satisfies readonly (keyof Event)[];

/** The timeline as CSV (RFC 4180): a line of names, a line an event, its texts in the last cell, one below the other. */
export function timelineCsv({ events, texts }: Pick<ExportParts, 'events' | 'texts'>): string {
  const kept = new Map(texts.map((text) => [text.id, text]));
  const textsOf = ({ payload }: Event) =>
    refsIn(payload)
      .map((ref) => reveal(ref, kept))
      .map(({ text, status }) => text ?? `[${status}]`)
      .join('\n');
  const lines = events.map((event) => [...FIELDS.map((field) => event[field]), textsOf(event)]);
  return [[...FIELDS, 'texts'], ...lines].map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
}

/** A spreadsheet would run what begins like this as a formula: an apostrophe makes it a text. */
const FORMULA = /^[=+\-@\t\r]/;

function cellOf(value: string | number): string {
  const cell = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
