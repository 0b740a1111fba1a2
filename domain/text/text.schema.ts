import { z } from 'zod';
import { HeldText, type Restriction } from './text';

/** What can be kept as text: neither the database nor canonical JSON can hold anything else. */
export const isKeepable = (value: string): boolean => !value.includes('\0') && value.isWellFormed();
export const NOT_KEEPABLE = { message: 'Remove what is not text: NUL characters and half surrogate pairs.' };

/** Text of which nothing is personal, such as a title; it is kept where it is said. */
export const plainText = (max: number) => z.string().trim().min(1).max(max).refine(isKeepable, NOT_KEEPABLE);

/**
 * Free text or a name, at most `max` characters; it is kept in an erasable record, never on the timeline.
 *
 * @param restriction who may read it: those who hold this permission, and nobody else
 */
export const text = (max: number, description: string, restriction?: Restriction) =>
  plainText(max)
    .transform((value) => new HeldText(value, restriction))
    .meta({ description, ...(restriction === undefined ? {} : { 'x-restricted': restriction }) });
