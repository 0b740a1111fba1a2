/** How the times of a column are written. */
export interface WrittenTimes {
  /** As in `timeFormat` of a mapping. */
  readonly format: string;
  /** Where what is written or its heading says one. */
  readonly zone?: string;
  /** Not, where day and month could be the other way round. */
  readonly isSure: boolean;
  /** They say the distance from UTC one by one. */
  readonly hasOffsets: boolean;
  /** Which of day and time of day they hold. */
  readonly holds: 'both' | 'day' | 'time';
}

/** As many of the cells of a column have to be written alike. [P] */
const ALIKE = 0.6;

const ISO = /^\d{4}-\d\d-\d\d(?:([T ])\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)?( ?(?:Z|UTC|[+-]\d\d(?::?\d\d)?))?$/;
const CLOCK = String.raw`(\d{1,2})([:.])(\d\d)(?:\5(\d\d)([.,]\d{1,3})?)?(?:( ?)([AaPp]\.?[Mm]\.?))?`;
const NUMBERS = new RegExp(
  String.raw`^(\d{1,4})([./-] ?)(\d{1,2})\2(\d{1,4})(\.?)(?:(,? |T)${CLOCK.replace('\\5', '\\8')})?(.*)$`,
);
const TIME_ONLY = new RegExp(`^${CLOCK.replace('\\5', '\\2')}(.*)$`);
const NAMED = new RegExp(
  String.raw`^(?:(\d{1,2})([ -])(\p{L}{3,})(\.?)[ -](\d{4})|(\p{L}{3,})(\.?) (\d{1,2}), (\d{4})|(\d{4})\. (\p{L}{3,})(\.?) (\d{1,2})\.)(?:(,? )${CLOCK.replace('\\5', '\\16')})?(.*)$`,
  'u',
);
/** What stands after a time, the tokens that read it, and the zone that it names. */
const TAILS: readonly (readonly [RegExp, (written: string) => string, zone?: string])[] = [
  [/^$/, () => ''],
  [/^ ?\(UTC[+-]\d{1,2}(:\d\d)?\)$/, (tail) => `${tail.startsWith(' ') ? ' ' : ''}'(UTC'Z')'`],
  [/^ UTC ?[+-]\d{1,2}(:\d\d)?$/, (tail) => (/UTC /.test(tail) ? ` 'UTC' Z` : ` 'UTC'Z`)],
  [/^ ?[+-]\d\d:\d\d$/, (tail) => `${tail.startsWith(' ') ? ' ' : ''}ZZ`],
  [/^ ?[+-]\d{4}$/, (tail) => `${tail.startsWith(' ') ? ' ' : ''}ZZZ`],
  // XRY says whose clock it was.
  [/^ UTC \((Device|Network)\)$/, (tail) => ` '${tail.trim()}'`, 'Etc/UTC'],
  [/^ ?\(?(UTC|GMT|Z)\)?$/, (tail) => `${tail.startsWith(' ') ? ' ' : ''}'${tail.trim()}'`, 'Etc/UTC'],
];

/** One cell, taken apart. */
interface Shape {
  /** The format, with `{1}`, `{2}`, `{3}` for the numbers of its day that are not known apart yet, and `{H}` for its hour. */
  readonly pattern: string;
  readonly day: readonly string[];
  readonly hour: string;
  readonly zone?: string | undefined;
  readonly hasOffset: boolean;
  readonly holds: WrittenTimes['holds'];
}

/**
 * Finds out how times are written, in the tokens of Luxon: the order of day and month by the values themselves, else by the
 * heading (“Sent - UTC+00:00 (dd/MM/yyyy)”), else as here, day first.
 *
 * @param cells some cells of the column
 * @returns undefined where most of them are no times
 */
export function timesOf(cells: readonly string[], heading = ''): WrittenTimes | undefined {
  const written = cells.map(plainSpaces).filter((cell) => cell !== '');
  const zone = zoneIn(heading);
  const counted = simpleFormat(written);
  if (counted) return zone === undefined || counted.hasOffsets ? counted : { zone, ...counted };
  const shapes = written.map(shapeOf).filter((shape) => shape !== undefined);
  const byPattern = new Map<string, Shape[]>();
  for (const shape of shapes) byPattern.set(shape.pattern, [...(byPattern.get(shape.pattern) ?? []), shape]);
  const [most] = [...byPattern.values()].sort((one, other) => other.length - one.length);
  if (most === undefined || most.length < written.length * ALIKE) return undefined;
  const first = most[0] as Shape;
  const order = orderOf(most, heading);
  const stated = first.hasOffset ? undefined : (first.zone ?? zone);
  return {
    format: first.pattern
      .replaceAll(/\{([123])\}/g, (_, nth: string) => dayToken(order.tokens, Number(nth) - 1, most))
      .replace('{H}', hourToken(first, most)),
    ...(stated === undefined ? {} : { zone: stated }),
    isSure: first.holds === 'time' || order.isSure,
    hasOffsets: first.hasOffset,
    holds: first.holds,
  };
}

/** The spaces that tools write between time and “AM”, and marks of direction, are no part of a time. */
export const plainSpaces = (written: string): string =>
  written
    .replaceAll(/[\u00a0\u202f\u2009]/g, ' ')
    .replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim();

function simpleFormat(cells: readonly string[]): WrittenTimes | undefined {
  const share = (fits: (cell: string) => boolean) => cells.filter(fits).length >= Math.max(1, cells.length * ALIKE);
  const sure = { isSure: true, holds: 'both' } as const;
  if (share((cell) => ISO.test(cell))) {
    const offsets = cells.filter((cell) => ISO.exec(cell)?.[2] !== undefined).length > cells.length / 2;
    const isDay = !share((cell) => ISO.exec(cell)?.[1] !== undefined);
    return { format: 'iso', isSure: true, hasOffsets: offsets, holds: isDay ? 'day' : 'both' };
  }
  if (share((cell) => /^[1-3]\d{9}(\.\d+)?$/.test(cell))) return { format: 'unix-seconds', hasOffsets: true, ...sure };
  if (share((cell) => /^[1-3]\d{12}$/.test(cell))) return { format: 'unix-milliseconds', hasOffsets: true, ...sure };
  if (share((cell) => /^[3-6]\d{4}\.\d+$/.test(cell))) return { format: 'excel-days', hasOffsets: false, ...sure };
  return undefined;
}

function shapeOf(cell: string): Shape | undefined {
  const numbers = NUMBERS.exec(cell);
  if (numbers) {
    const [, a = '', separator = '', b = '', c = '', dot = '', between] = numbers;
    return shape(`{1}${separator}{2}${separator}{3}${dot}`, [a, b, c], between, numbers.slice(7));
  }
  const named = NAMED.exec(cell);
  if (named) {
    const [
      ,
      day,
      dash = '',
      month = '',
      dot = '',
      ,
      american,
      americanDot = '',
      ,
      ,
      ,
      hungarian = '',
      hungarianDot = '',
    ] = named;
    const pattern =
      day !== undefined
        ? `d${dash}${monthOf(month)}${dot}${dash}yyyy`
        : american !== undefined
          ? `${monthOf(american)}${americanDot} d, yyyy`
          : `yyyy. ${monthOf(hungarian)}${hungarianDot} d.`;
    return shape(pattern, [], named[14], named.slice(15));
  }
  const time = TIME_ONLY.exec(cell);
  return time ? shape('', [], '', time.slice(1)) : undefined;
}

/** June and July are not shortened by letters alone. */
const monthOf = (written: string) => (written.length <= 4 && !/^ju[nl][ey]$/i.test(written) ? 'MMM' : 'MMMM');

function shape(
  pattern: string,
  day: readonly string[],
  between: string | undefined,
  [hour, colon = '', minute, seconds, fraction, space = '', meridiem, tail = '']: readonly (string | undefined)[],
): Shape | undefined {
  const found = TAILS.find(([ends]) => ends.test(tail));
  if (!found || (minute === undefined && tail !== '')) return undefined;
  const clock =
    minute === undefined
      ? ''
      : `${between === 'T' ? "'T'" : (between ?? '')}{H}${colon}mm${seconds === undefined ? '' : `${colon}ss`}${fraction === undefined ? '' : `${fraction[0] as string}${'S'.repeat(fraction.length === 4 ? 3 : 1)}`}${meridiem === undefined ? '' : `${space}a`}`;
  return {
    pattern: `${pattern}${clock}${found[1](tail)}`,
    day,
    hour: hour ?? '',
    zone: found[2],
    hasOffset: /Z/.test(found[1](tail).replaceAll(/'[^']*'/g, '')),
    holds: minute === undefined ? 'day' : pattern === '' ? 'time' : 'both',
  };
}

type Order = readonly ['y' | 'M' | 'd', 'y' | 'M' | 'd', 'y' | 'M' | 'd'];
const DAY_FIRST: Order = ['d', 'M', 'y'];
const MONTH_FIRST: Order = ['M', 'd', 'y'];

/** A day above 12 says which of two numbers it is; dots are written day first everywhere. */
function orderOf(shapes: readonly Shape[], heading: string): { readonly tokens: Order; readonly isSure: boolean } {
  const greatest = (nth: number) => Math.max(...shapes.map(({ day }) => Number(day[nth] ?? 0)));
  if (shapes.every(({ day }) => day[0]?.length === 4 || day.length === 0))
    return { tokens: ['y', 'M', 'd'], isSure: true };
  const [first, second] = [greatest(0) > 12, greatest(1) > 12];
  if (first !== second) return { tokens: first ? DAY_FIRST : MONTH_FIRST, isSure: true };
  if (!first && /dd?\/MM?\//.test(heading)) return { tokens: DAY_FIRST, isSure: true };
  if (!first && /MM?\/dd?\//.test(heading)) return { tokens: MONTH_FIRST, isSure: true };
  return { tokens: DAY_FIRST, isSure: !first && (shapes[0]?.pattern.startsWith('{1}.') ?? false) };
}

function dayToken(order: Order, nth: number, shapes: readonly Shape[]): string {
  const letter = order[nth] as Order[number];
  if (letter === 'y') return shapes.every(({ day }) => day[nth]?.length === 4) ? 'yyyy' : 'yy';
  return shapes.every(({ day }) => day[nth]?.length === 2) ? letter.repeat(2) : letter;
}

function hourToken({ pattern }: Shape, shapes: readonly Shape[]): string {
  const letter = pattern.replaceAll(/'[^']*'/g, '').includes('a') ? 'h' : 'H';
  return shapes.every(({ hour }) => hour.length === 2) ? letter.repeat(2) : letter;
}

/** AXIOM writes in the heading which zone a column is in. */
function zoneIn(heading: string): string | undefined {
  const [, sign, hours, minutes] = /UTC([+-])(\d{1,2})(?::(\d\d))?/.exec(heading) ?? [];
  if (hours === undefined) return /\b(UTC|GMT)\b/.test(heading) ? 'Etc/UTC' : undefined;
  if (Number(hours) === 0 && Number(minutes ?? 0) === 0) return 'Etc/UTC';
  return `UTC${sign}${Number(hours)}${minutes === undefined || minutes === '00' ? '' : `:${minutes}`}`;
}
