import { DateTime, Info } from 'luxon';

/** How far a zone is from UTC at a time on its clocks. */
export interface ZoneOffset {
  /** In milliseconds, to be taken from the time on the clock. */
  readonly offset: number;
  /** Where clocks were put forward or back then, in a sentence. */
  readonly doubt?: string;
}

const DAY = 86_400_000;
/** Clocks are changed at quarters of an hour. */
const QUARTER = 900_000;
/** Days, and quarters of days on which clocks are changed, that are remembered. */
const REMEMBERED = 100_000;

/**
 * The offsets of a zone, asked for once each day, and each quarter of an hour of the days about which clocks are changed: Luxon asks
 * the runtime’s time zone data, which takes long. No zone changes its clocks forth and back within three days.
 *
 * @returns takes a time on the clock as milliseconds, as if it were in UTC
 */
export function zoneOffsets(zone: string): (wall: number) => ZoneOffset {
  const clock = Info.normalizeZone(zone);
  const ofDay = remembered((day) => {
    const [before, after] = [clock.offset((day - 1) * DAY), clock.offset((day + 2) * DAY)];
    return before === after ? { offset: before * 60_000 } : undefined;
  });
  const ofQuarter = remembered((quarter) => offsetOf(quarter * QUARTER, zone));
  return (wall) => ofDay(Math.floor(wall / DAY)) ?? ofQuarter(Math.floor(wall / QUARTER));
}

function remembered<T>(find: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>();
  return (key) => {
    if (known.has(key)) return known.get(key) as T;
    if (known.size >= REMEMBERED) known.clear();
    const found = find(key);
    known.set(key, found);
    return found;
  };
}

function offsetOf(wall: number, zone: string): ZoneOffset {
  const written = new Date(wall);
  const at = DateTime.fromObject(
    {
      year: written.getUTCFullYear(),
      month: written.getUTCMonth() + 1,
      day: written.getUTCDate(),
      hour: written.getUTCHours(),
      minute: written.getUTCMinutes(),
    },
    { zone },
  );
  const moments = at.getPossibleOffsets().map((one) => one.toMillis());
  const offset = wall - Math.min(...moments);
  if (moments.length > 1)
    return { offset, doubt: `Clocks in ${zone} were put back then and had this time twice: the first is taken.` };
  if (at.hour !== written.getUTCHours() || at.minute !== written.getUTCMinutes())
    return { offset, doubt: `Clocks in ${zone} were put forward then and never had this time: is it of another zone?` };
  return { offset };
}
