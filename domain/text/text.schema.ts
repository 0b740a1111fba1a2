import { z } from 'zod';
import { HeldText, type Restriction } from './text';

/**
 * Free text or a name, at most `max` characters; it is kept in an erasable record, never on the timeline.
 *
 * @param restriction who may read it: those who hold this permission, and nobody else
 */
export const text = (max: number, description: string, restriction?: Restriction) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    // Neither the database nor canonical JSON can hold these.
    .refine((value) => !value.includes('\0') && value.isWellFormed(), {
      message: 'Remove what is not text: NUL characters and half surrogate pairs.',
    })
    .transform((value) => new HeldText(value, restriction))
    .meta({ description, ...(restriction === undefined ? {} : { 'x-restricted': restriction }) });
