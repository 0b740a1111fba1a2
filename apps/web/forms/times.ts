import { DateTime, FixedOffsetZone } from 'luxon';
import { textAt, type Typed } from './field';

const ZONE = 'Europe/London';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIMES = ['H:mm', 'H.mm', 'HHmm', 'h:mma', 'h.mma', 'ha', 'h:mm a', 'h.mm a', 'h a', 'H:mm:ss'];

/** What came of reading a date or time: its value, nothing where nothing was typed, or what is wrong, and whether the time alone is. */
export type Read<T = string> = { readonly value: T } | { readonly problem: string; readonly part?: 'time' } | undefined;

/** The date typed in three parts, as the API writes it. */
export function dateTyped(typed: Typed, path: string): Read {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => textAt(typed, `${path}-${part}`)) as [
    string,
    string,
    string,
  ];
  if (day === '' && month === '' && year === '') return undefined;
  const parts = { day: Number(day), month: monthOf(month), year: yearOf(year) };
  // Of what is no number luxon makes no date that is not valid: it throws.
  const areNumbers = day !== '' && month !== '' && year !== '' && !Object.values(parts).some(Number.isNaN);
  const date = areNumbers ? DateTime.fromObject(parts, { zone: ZONE }) : undefined;
  if (!date?.isValid) return { problem: 'Give a real date with day, month and year, such as 7 12 2026' };
  return { value: date.toISODate() };
}

/** The two times of the United Kingdom, for the hour that the clocks show twice: minutes ahead of UTC. */
const NAMED_TIMES: Readonly<Record<string, number>> = { gmt: 0, bst: 60 };

/**
 * The date and time typed, in UTC. A time that the clocks pass over is none; of one that they show twice the first is meant,
 * unless GMT is written after it.
 */
export function momentTyped(typed: Typed, path: string): Read {
  const date = dateTyped(typed, path);
  const [, time = '', named] = /^(.*?)\s*\b(gmt|bst)?$/i.exec(textAt(typed, `${path}-time`)) ?? [];
  if (date === undefined) return time === '' ? undefined : { problem: 'Give the date as well' };
  if ('problem' in date) return date;
  const clock = timeOf(time);
  if (clock === undefined) return { problem: 'Give a time, such as 6:12am or 18:30', part: 'time' };
  const zone = named === undefined ? ZONE : FixedOffsetZone.instance(NAMED_TIMES[named.toLowerCase()] ?? 0);
  const moment = DateTime.fromISO(date.value, { zone }).set(clock);
  if (moment.hour !== clock.hour)
    return { problem: 'The clocks went forward then: there was no such time', part: 'time' };
  return { value: moment.toUTC().toISO() as string };
}

/** Whether nothing but the time is wrong of a moment that was typed. */
export function isTimeWrong(typed: Typed, path: string): boolean {
  const read = momentTyped(typed, path);
  return read !== undefined && 'problem' in read && read.part === 'time';
}

/** A moment in the parts in which it is typed, to the second. */
export function momentParts(path: string, moment: string): Typed {
  const at = DateTime.fromISO(moment, { zone: ZONE });
  const isSecond = at.getPossibleOffsets().length > 1 && at.offset === 0;
  const time = `${at.toFormat(at.second === 0 ? 'H:mm' : 'H:mm:ss')}${isSecond ? ' GMT' : ''}`;
  return { ...dateParts(path, at.toISODate() as string), [`${path}-time`]: time };
}

/** A date in the parts in which it is typed. */
export function dateParts(path: string, date: string): Typed {
  const [year = '', month = '', day = ''] = date.split('-').map((part) => String(Number(part)));
  return { [`${path}-day`]: day, [`${path}-month`]: month, [`${path}-year`]: year };
}

function monthOf(text: string): number {
  const named = MONTHS.indexOf(text.slice(0, 3).toLowerCase());
  return named >= 0 ? named + 1 : Number(text);
}

const yearOf = (text: string) => (/^\d{2}$/.test(text) ? 2000 + Number(text) : Number(text));

function timeOf(text: string): { hour: number; minute: number; second: number; millisecond: number } | undefined {
  const plain = text.toLowerCase().replace('midday', '12:00pm').replace('midnight', '0:00').trim();
  const read = TIMES.map((form) => DateTime.fromFormat(plain, form)).find(({ isValid }) => isValid);
  return read && { hour: read.hour, minute: read.minute, second: read.second, millisecond: 0 };
}
