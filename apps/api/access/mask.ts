import { REFERENCE_FORM } from '../../../domain/operation/reference';
import type { Reader } from '../../../platform/access/reading';
import { placing, seenBy } from '../../../platform/access/seen';

const REFERENCES = new RegExp(REFERENCE_FORM, 'g');
/** Stands where the reference of an operation would, which the reader does not see. */
export const MASK = 'restricted';

/**
 * What an operation says of other operations (links, merges), without naming those that the reader does not see. Texts are
 * still references in it: what people have written is not looked through. A round trip where others are named, else none.
 *
 * @param own operations that the reader is known to see
 */
export async function masked<T>(reader: Reader, own: readonly string[], value: T): Promise<T> {
  const named = [...new Set(stringsIn(value).flatMap((text) => text.match(REFERENCES) ?? []))];
  const others = named.filter((reference) => !own.includes(reference));
  if (others.length === 0) return value;
  const values: unknown[] = [others];
  const { rows } = await reader.query<{ reference: string }>(
    `SELECT reference FROM operation WHERE reference = ANY ($1) AND ${seenBy(reader, placing(values))}`,
    values,
  );
  const seen = new Set([...own, ...rows.map(({ reference }) => reference)]);
  const mask = (text: string) => text.replace(REFERENCES, (reference) => (seen.has(reference) ? reference : MASK));
  return eachString(value, mask) as T;
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function eachString(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => eachString(item, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, eachString(item, change)]));
}
