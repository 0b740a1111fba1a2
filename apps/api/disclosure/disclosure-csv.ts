import { csvOf } from '../../../platform/text/csv';
import type { ReadText } from '../timeline/event.schema';
import type { DisclosureSchedule } from './disclosure.schema';

/** A schedule as CSV, headed by what it is: a line an item. A text that is gone says so. */
export function disclosureCsv({ operation, marking, schedule, title, sequence, items }: DisclosureSchedule): string {
  return csvOf([
    [schedule, title],
    ['Operation', operation, 'version', sequence],
    ['Marking', marking ?? ''],
    ["Director's Guidance on Charging, 6th edition"],
    ['Item', 'Description', 'Listed by', 'Listed at', 'Decision', 'Reason', 'Decided by', 'Decided at'],
    ...items.map((item) => [
      item.item,
      words(item.description),
      item.listedBy,
      item.listedAt,
      item.decision ?? '',
      item.reason ? words(item.reason) : '',
      item.decidedBy ?? '',
      item.decidedAt ?? '',
    ]),
  ]);
}

const words = ({ text, status }: ReadText) => text ?? `[${status}]`;
