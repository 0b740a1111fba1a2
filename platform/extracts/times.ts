import { DateTime, Info } from 'luxon';
import { plainSpaces } from '../../domain/translation/time-formats';
import { Unreadable } from '../profiles/unreadable';
import { fastReader, type WallTime } from './time-tokens';
import { writtenAs } from './utc-text';
import { zoneOffsets } from './zone-offsets';

/** A time as it was read. */
export interface ReadTime {
  /** RFC 3339 in UTC, to the second; null where it cannot be read. */
  readonly at: string | null;
  /** What is wrong with it, or not sure. */
  readonly problem: string | null;
}

/** Phones have no messages from before, nor from after. [P] */
const FIRST = Date.UTC(1970, 0, 1);
const LAST = Date.UTC(2200, 0, 1);
/** Names of months are read in these. */
const LOCALES = ['en-US', 'en-GB', 'hu', 'ro'];
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)? ?(?:(Z|UTC)|([+-])(\d\d)(?::?(\d\d))?)?$/;
/** From which network or clock a tool has a time. */
const ORIGIN = / ?\((?:network|device|local|server)\)$/i;
/** Days of a spreadsheet are counted from the 30th of December 1899. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

/**
 * Reads the times of an extract. ISO is read whatever the format is: it cannot be taken for another. Of the two times that an hour
 * of autumn has, the first is taken, and it is said.
 *
 * @param format as in a mapping
 * @param zone of times that do not say theirs
 * @throws Unreadable where there is no such zone
 */
export function timeReader(format: string, zone: string): (written: string) => ReadTime {
  if (!Info.normalizeZone(zone).isValid)
    throw new Unreadable(`There is no time zone “${zone}”: write it as “Europe/Bucharest” or “UTC+2”.`);
  const offsetAt = zoneOffsets(zone);
  const read = readerFor(format);
  const fromWall = (wall: WallTime): ReadTime => {
    if (wall.offset !== undefined) return answer(wall.at - wall.offset);
    const { offset, doubt } = offsetAt(wall.at);
    return answer(wall.at - offset, doubt);
  };
  const slowly = (written: string): ReadTime => {
    const plain = plainSpaces(written).replace(ORIGIN, '');
    const wall = read(plain) ?? isoWall(plain) ?? byLuxon(plain, format);
    return wall ? fromWall(wall) : { at: null, problem: `Its time is not written as ${format}.` };
  };
  return (written) => {
    const wall = read(written);
    return wall ? fromWall(wall) : slowly(written);
  };
}

const answer = (at: number, doubt?: string): ReadTime =>
  at >= FIRST && at < LAST
    ? { at: writtenAs(at), problem: doubt ?? null }
    : { at: null, problem: 'Its time is in no year that there were phones.' };

type WallReader = (written: string) => WallTime | undefined;

function readerFor(format: string): WallReader {
  switch (format) {
    case 'iso':
      return isoWall;
    case 'unix-seconds':
      return (written) => number(written, (seconds) => ({ at: seconds * 1_000, offset: 0 }));
    case 'unix-milliseconds':
      return (written) => number(written, (milliseconds) => ({ at: milliseconds, offset: 0 }));
    case 'excel-days':
      return (written) => number(written, (days) => ({ at: EXCEL_EPOCH + Math.round(days * 86_400) * 1_000 }));
    default:
      return fastReader(format) ?? (() => undefined);
  }
}

function number(written: string, read: (value: number) => WallTime): WallTime | undefined {
  return /^-?\d{1,16}(?:\.\d+)?$/.test(written) ? read(Number(written)) : undefined;
}

function isoWall(written: string): WallTime | undefined {
  const found = ISO.exec(written);
  if (!found) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', utc, sign, hours, minutes = '0'] = found;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const isDay = new Date(at).getUTCDate() === Number(day) && Number(month) <= 12 && Number(month) >= 1;
  if (!isDay || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  if (utc !== undefined) return { at, offset: 0 };
  if (hours === undefined) return { at };
  return { at, offset: (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000 };
}

/** By all that Luxon knows, slowly: names of months, weekdays and other forms of ISO. */
function byLuxon(written: string, format: string): WallTime | undefined {
  if (format === 'iso') return wallOf((zone) => DateTime.fromISO(written, { zone }));
  if (/^(unix|excel)-/.test(format)) return undefined;
  for (const locale of LOCALES) {
    const wall = wallOf((zone) => DateTime.fromFormat(written, format, { locale, zone }));
    if (wall) return wall;
  }
  return undefined;
}

/** What says its distance from UTC is the same moment in whatever zone it is read. */
function wallOf(readIn: (zone: string) => DateTime): WallTime | undefined {
  const here = readIn('utc');
  if (!here.isValid) return undefined;
  const at = here.toMillis();
  return readIn('UTC+1').toMillis() === at ? { at, offset: 0 } : { at };
}
