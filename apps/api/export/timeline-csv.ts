import type { ExportParts } from '../../../platform/export/export.schema';
import { refsIn } from '../../../platform/timeline/texts';
import { csvOf } from '../../../platform/text/csv';
import { readBack } from '../timeline/reveal';

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
      .map((ref) => {
        const found = kept.get(ref.record);
        const { text, status } = readBack(ref, found);
        return text ?? `[${found?.withheld ? 'restricted' : status}]`;
      })
      .join('\n');
  const lines = events.map((event) => [...FIELDS.map((field) => event[field]), textsOf(event)]);
  return csvOf([[...FIELDS, 'texts'], ...lines]);
}
