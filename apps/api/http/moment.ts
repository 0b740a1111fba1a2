import { z } from 'zod';

const [EARLIEST, LATEST] = [Date.UTC(1900, 0, 1), Date.UTC(9999, 0, 1)];

/** A moment that is asked for, in RFC 3339 with any offset: as UTC, and never one that the database does not know. */
export const moment = z.iso
  .datetime({ offset: true })
  .refine((time) => !(Date.parse(time) < EARLIEST || Date.parse(time) >= LATEST), {
    message: 'Give a time from 1900 on.',
  })
  .transform((time) => new Date(time).toISOString());
