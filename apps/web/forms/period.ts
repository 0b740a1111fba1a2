import { DateTime } from 'luxon';
import type { Errors } from './body-of';

const ZONE = 'Europe/London';
const FORMS = ['d M yyyy', 'd MMM yyyy', 'd MMMM yyyy', 'd M yy', 'd MMM yy', 'yyyy M d'];

/** A period that was asked for, by its first and its last day. */
export interface Period {
  /** As it was typed. */
  readonly typed: { readonly from: string; readonly to: string };
  /** As the API writes days; absent where none was given, or none that there is. */
  readonly from?: string;
  readonly to?: string;
  /** What is wrong with it, by field. */
  readonly errors: Errors;
}

/** Reads `from` and `to` of an address, as people write days: 7 12 2026, 7/12/2026, 7 Dec 2026. */
export function periodOf(query: Readonly<Record<string, string | undefined>>): Period {
  const typed = { from: (query['from'] ?? '').trim(), to: (query['to'] ?? '').trim() };
  const [from, to] = [dayOf(typed.from), dayOf(typed.to)];
  const errors: Record<string, string> = {};
  if (typed.from !== '' && from === undefined) errors['from'] = 'Give a real first day, such as 7 12 2026';
  if (typed.to !== '' && to === undefined) errors['to'] = 'Give a real last day, such as 7 12 2026';
  if (from !== undefined && to !== undefined && to < from)
    errors['to'] = 'Give a last day that is not before the first';
  const isGood = Object.keys(errors).length === 0;
  return {
    typed,
    ...(isGood && from !== undefined ? { from } : {}),
    ...(isGood && to !== undefined ? { to } : {}),
    errors,
  };
}

/** From which moment on, and before which, in UTC: days of the United Kingdom, the last one included. */
export function momentsOf({ from, to }: Pick<Period, 'from' | 'to'>): { readonly from?: string; readonly to?: string } {
  return {
    ...(from === undefined ? {} : { from: utc(startOf(from)) }),
    ...(to === undefined ? {} : { to: utc(startOf(to).plus({ days: 1 })) }),
  };
}

const startOf = (day: string) => DateTime.fromISO(day, { zone: ZONE });
const utc = (time: DateTime) => time.toUTC().toISO() as string;

function dayOf(text: string): string | undefined {
  const plain = text.replaceAll(/[/.,-]/g, ' ').replaceAll(/\s+/g, ' ');
  for (const form of FORMS) {
    const day = DateTime.fromFormat(plain, form, { zone: ZONE, locale: 'en-GB' });
    if (day.isValid && day.year >= 1900) return day.toISODate();
  }
  return undefined;
}
