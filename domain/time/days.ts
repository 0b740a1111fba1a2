const DAY = 86_400_000;

/** The instant `days` × 24 hours of elapsed time after an RFC 3339 UTC instant (DOMAIN §0, hour clocks). */
export function plusDays(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * DAY).toISOString();
}

/**
 * The UTC date of an instant, as YYYY-MM-DD. It is never after the date in London, so that what lies before it lies before
 * today in both.
 */
export const utcDay = (instant: string): string => instant.slice(0, 10);
