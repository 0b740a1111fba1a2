import { z } from 'zod';
import { invalid } from './problems';

/**
 * Where a page ended, in a form that clients pass back and do not read: base64url of JSON.
 *
 * A cursor holds the values of the index it walks and so stays valid while rows come and go.
 */
export function cursorCodec<T>(schema: z.ZodType<T>) {
  return {
    encode: (value: T): string => Buffer.from(JSON.stringify(value)).toString('base64url'),
    /** @throws Problem for what is no cursor of this list */
    decode: (cursor: string): T => {
      const result = schema.safeParse(parsed(cursor));
      if (!result.success) throw invalid('cursor', 'Take the cursor from the `next` link of a page, unchanged.');
      return result.data;
    },
  };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** Rows of a page, unless more or fewer are asked for. */
export const USUAL_LIMIT = 25;
/** Page size of a list. */
export const limitTo = (most: number) =>
  z.coerce.number().int().min(1).max(most).default(USUAL_LIMIT).describe(`At most this many, 1 to ${most}`);
/** Page size of every list but where larger pages have a reason. */
export const limit = limitTo(100);
export const cursor = z.string().min(1).max(512).optional().describe('From the `next` link of the page before');

/** The address of the next page: the same question with the cursor of its last row. */
export function nextLink(path: string, query: Readonly<Record<string, unknown>>, after: string): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value));
  parameters.set('cursor', after);
  return `${path}?${parameters.toString()}`;
}

/** Splits one row more than the page holds into the page and whether there is another. */
export function page<T>(rows: readonly T[], size: number): { readonly rows: readonly T[]; readonly last: T | null } {
  return rows.length > size ? { rows: rows.slice(0, size), last: rows[size - 1] as T } : { rows, last: null };
}
