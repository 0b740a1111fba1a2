/** Words for the time until a moment, or since one. Shared by the server and by the browser, where they tick. */

const MINUTE_MS = 60_000;
/** From here on seconds matter. */
const SHORT_MS = 10 * MINUTE_MS;

/** A length of time in as many words as can be read from across a room: “5 h 48 min”, “9 min 5 s”. */
export function lengthText(ms: number): string {
  const seconds = Math.floor(Math.max(ms, 0) / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return ms < SHORT_MS && ms >= 0 ? `${minutes} min ${seconds % 60} s` : `${minutes} min`;
}

/** How much is left until a moment, or by how much it has passed. Milliseconds since 1970. */
export const leftText = (until: number, now: number): string =>
  until >= now ? `${lengthText(until - now)} left` : `${coarse(now - until)} over`;

/** For how long something has been so. */
export const sinceText = (since: number, now: number): string => `for ${coarse(now - since)}`;

/** Without seconds. */
const coarse = (ms: number) => lengthText(ms).replace(/ \d+ s$/, '');
