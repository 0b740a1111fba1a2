import { createHash } from 'node:crypto';
import { isTextRef, type TextRef } from '../../../domain/text/text';
import type { StoredText } from '../../../platform/timeline/texts';
import type { ReadText } from './event.schema';

/** The shape of a value once each of its texts has been read back. */
export type Revealed<T> = T extends TextRef
  ? ReadText
  : T extends readonly (infer Item)[]
    ? readonly Revealed<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: Revealed<T[K]> }
      : T;

/** Identifiers of all texts that a value refers to. */
export function textIds(value: unknown): readonly string[] {
  if (isTextRef(value)) return [value.record];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textIds);
}

/** Puts each text in its place, after checking it against the digest that the timeline holds (ADR 0003). */
export function reveal<T>(value: T, texts: ReadonlyMap<string, StoredText>): Revealed<T> {
  return revealed(value, texts) as Revealed<T>;
}

function revealed(value: unknown, texts: ReadonlyMap<string, StoredText>): unknown {
  if (isTextRef(value)) return read(value, texts.get(value.record));
  if (Array.isArray(value)) return value.map((item) => revealed(item, texts));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revealed(item, texts)]));
}

function read({ record, digest }: TextRef, stored: StoredText | undefined): ReadText {
  if (stored?.text === null) return { record, digest, text: null, status: 'erased' };
  const intact =
    stored !== undefined && createHash('sha256').update(`${stored.salt}\n${stored.text}`).digest('hex') === digest;
  return { record, digest, text: intact ? stored.text : null, status: intact ? 'intact' : 'altered' };
}
