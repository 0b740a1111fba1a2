import { createHash } from 'node:crypto';
import { isTextRef, type TextRef } from '../../../domain/text/text';
import type { KeptText, StoredText } from '../../../platform/timeline/texts';
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

/**
 * Puts each text in its place that is not withheld from the reader, after checking it against the digest that the timeline holds
 * (ADR 0003).
 */
export function reveal<T>(value: T, texts: ReadonlyMap<string, StoredText>): Revealed<T> {
  return revealed(value, (ref) => read(ref, texts.get(ref.record))) as Revealed<T>;
}

function revealed(value: unknown, readOne: (ref: TextRef) => ReadText): unknown {
  if (isTextRef(value)) return readOne(value);
  if (Array.isArray(value)) return value.map((item) => revealed(item, readOne));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revealed(item, readOne)]));
}

function read(ref: TextRef, stored: StoredText | undefined): ReadText {
  const isWithheld = stored !== undefined && stored.withheldDigest !== null;
  return isWithheld ? { ...ref, text: null, status: 'restricted' } : readBack(ref, stored);
}

/** A text as its record has it, unless that is not what was recorded. */
export function readBack({ record, digest }: TextRef, kept: KeptText | undefined): ReadText {
  if (kept?.text === null) return { record, digest, text: null, status: 'erased' };
  const intact =
    kept !== undefined && createHash('sha256').update(`${kept.salt}\n${kept.text}`).digest('hex') === digest;
  return { record, digest, text: intact ? kept.text : null, status: intact ? 'intact' : 'altered' };
}
