import { DateTime, Duration } from 'luxon';

const ZONE = 'Europe/London';
const at = (moment: string) => DateTime.fromISO(moment, { zone: ZONE }).setLocale('en-GB');

/** A moment as people write it: “7 December 2021, 6:12am”. */
export function moment(text: string | null | undefined): string {
  if (!text) return '';
  const time = at(text);
  return `${time.toFormat('d MMMM yyyy')}, ${time.toFormat('h:mma').toLowerCase()}`;
}

/** A moment that follows another: its time alone where it is on the same day, as in “7 December 2021, 6:12am to 6:20am”. */
export const momentAfter = (text: string, first: string): string =>
  isoDay(text) === isoDay(first) ? clock(text) : moment(text);

/** Until when something may be done: the last day alone where that is as long as the day lasts. */
export const deadline = (text: string): string => {
  const end = at(text);
  return end.toMillis() === end.startOf('day').toMillis()
    ? end.minus({ days: 1 }).toFormat('d MMMM yyyy')
    : moment(text);
};

/** The time of a moment: “6:12am”; with its day where that is another than the one that is looked at: “6:12am on 6 December”. */
export function clock(text: string | null | undefined, dayLookedAt?: string): string {
  if (!text) return '';
  const time = at(text);
  const isOther = dayLookedAt !== undefined && time.toISODate() !== dayLookedAt;
  return `${time.toFormat('h:mma').toLowerCase()}${isOther ? ` on ${time.toFormat('d MMMM')}` : ''}`;
}

/** A day as people write it: “7 December 2021”. */
export const day = (text: string | null | undefined): string => (text ? at(text).toFormat('d MMMM yyyy') : '');

/** The day of a moment here, as `2021-12-07`. */
export const isoDay = (text: string): string => at(text).toISODate() ?? '';
/** A month as people write it: “December 2021”. */
export const month = (text: string): string => at(text).toFormat('MMMM yyyy');

/** This day, as the API writes days. */
export const today = (): string => DateTime.now().setZone(ZONE).toISODate() ?? '';

/** How long ago something was: “3 days ago”. */
export const ago = (text: string | null | undefined): string =>
  text ? (at(text).toRelative({ style: 'long' }) ?? '') : '';

/** How much time is left until something is due, or since: “in 3 hours”, “2 days overdue”. */
export function dueIn(text: string | null | undefined): string {
  if (!text) return '';
  const left = at(text).diffNow();
  if (left.toMillis() >= 0) return at(text).toRelative() ?? '';
  return `${lasting(left.negate())} overdue`;
}

/** How far a day is away: “today”, “in 3 days”, “2 days overdue”. */
export function daysLeft(text: string | null | undefined): string {
  if (!text) return '';
  const days = Math.round(at(text).startOf('day').diff(DateTime.now().setZone(ZONE).startOf('day'), 'days').days);
  const count = `${Math.abs(days).toLocaleString('en-GB')} day${Math.abs(days) === 1 ? '' : 's'}`;
  return days === 0 ? 'today' : days > 0 ? `in ${count}` : `${count} overdue`;
}

/** A duration in its largest unit. */
function lasting(duration: Duration): string {
  const { days, hours, minutes } = duration.shiftTo('days', 'hours', 'minutes').toObject();
  const [count, unit] = days ? [days, 'day'] : hours ? [hours, 'hour'] : [Math.floor(minutes ?? 0), 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** Pence in pounds: “£6,800” or “£43.58”. */
export function pounds(pence: number | null | undefined): string {
  if (pence === null || pence === undefined) return '';
  const whole = pence % 100 === 0;
  return new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: 'GBP',
    minimumFractionDigits: whole ? 0 : 2,
  }).format(pence / 100);
}
