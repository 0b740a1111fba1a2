/**
 * Names and free text never enter the timeline, the workflow's state or an event: they live in erasable records, and
 * everything else carries a reference with a salted digest (DPA 2018 s.47; DESIGN "Personal data").
 */
export interface TextRef {
  /** Identifier of the erasable record. */
  readonly record: string;
  /** SHA-256 over salt and text, hexadecimal. The salt is erased with the text, so the digest then proves nothing. */
  readonly digest: string;
}

/** Whether a value is a reference to a text, and nothing else. */
export function isTextRef(value: unknown): value is TextRef {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 2 &&
    'record' in value &&
    'digest' in value &&
    typeof value.record === 'string' &&
    typeof value.digest === 'string'
  );
}

/** Texts that only those read who hold the permission of this name, whatever their roles. */
export const RESTRICTIONS = ['victim-identity', 'source-identity', 'source-handling'] as const;
export type Restriction = (typeof RESTRICTIONS)[number];

/** A text on its way into an erasable record. */
export interface TextRecord {
  readonly id: string;
  readonly salt: string;
  readonly text: string;
  readonly restriction?: Restriction;
}

/** What a schema yields for a text before it is put aside; see {@link Withheld}. */
export class HeldText {
  constructor(
    readonly value: string,
    readonly restriction?: Restriction,
  ) {}
}

/** The shape of a validated body once each of its texts has been put aside and replaced by its reference. */
export type Withheld<T> = T extends HeldText
  ? TextRef
  : T extends readonly (infer Item)[]
    ? readonly Withheld<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: Withheld<T[K]> }
      : T;
