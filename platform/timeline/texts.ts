import { createHash } from 'node:crypto';
import { RESTRICTIONS, type Restriction, type TextRef } from '../../domain/text/text';
import type { Queries, Reader } from '../access/reading';
import { placing, seenBy } from '../access/seen';
import type { Problem, StoredEvent } from './chain';

/** What is left of a text: salt and text are gone once it is erased. */
export interface KeptText {
  readonly id: string;
  readonly salt: string | null;
  readonly text: string | null;
}

/** An erasable record as it can be read. */
export interface StoredText extends KeptText {
  readonly restriction: Restriction | null;
  /** Of a text that the reader does not hold the permission for, in place of salt and text. */
  readonly withheldDigest: string | null;
}

/** Texts by their identifiers in one round trip, as far as they are there; what is restricted is withheld from a reader who may not read it. */
export async function textsOf(
  connection: Queries | Reader,
  operations: readonly string[],
  ids: readonly string[],
): Promise<readonly StoredText[]> {
  if (ids.length === 0) return [];
  const reader = 'remit' in connection ? connection : undefined;
  const values: unknown[] = [operations, ids, reader?.remit.permissions ?? RESTRICTIONS];
  const seen = reader ? seenBy(reader, placing(values), 'o') : 'true';
  const { rows } = await connection.query<StoredText>(
    `WITH known AS (SELECT reference FROM operation o WHERE reference = ANY ($1) AND ${seen})
     SELECT id, salt, text, restriction, NULL AS "withheldDigest" FROM text_record
     WHERE operation IN (SELECT reference FROM known) AND id = ANY ($2)
       AND (restriction IS NULL OR text IS NULL OR restriction = ANY ($3))
     UNION ALL
     SELECT id, NULL, NULL, restriction, digest FROM restricted_texts($1, $2)
     WHERE operation IN (SELECT reference FROM known) AND restriction <> ALL ($3)
     ORDER BY id`,
    values,
  );
  return rows;
}

/** The erasable records that events refer to, as far as they are there. */
export async function readTexts(
  connection: Queries,
  reference: string,
  events: readonly StoredEvent[],
): Promise<readonly StoredText[]> {
  const ids = events.flatMap(({ payload }) => refsIn(payload).map(({ record }) => record));
  return textsOf(connection, [reference], ids);
}

/** Checks that the texts which events refer to are still the ones that were recorded, unless they have been erased. */
export function compareTexts(
  events: readonly StoredEvent[],
  texts: readonly (KeptText & Partial<StoredText>)[],
): readonly Problem[] {
  const byId = new Map(texts.map((text) => [text.id, text]));
  return events.flatMap(({ sequence, payload }) =>
    refsIn(payload).flatMap(({ record, digest }) => {
      const found = byId.get(record);
      if (!found) return [{ sequence, problem: `its text ${record} is gone without having been erased` }];
      const kept = found.withheldDigest ?? (found.text === null ? digest : digestOf(found.salt, found.text));
      if (kept === digest) return [];
      return [{ sequence, problem: `its text ${record} is not the one that was recorded` }];
    }),
  );
}

/** Every reference to a text anywhere in a payload; none where it cannot be read, which its chain then says. */
export function refsIn(payload: string): readonly TextRef[] {
  try {
    return refsBelow(JSON.parse(payload));
  } catch {
    return [];
  }
}

function refsBelow(value: unknown): readonly TextRef[] {
  if (value === null || typeof value !== 'object') return [];
  if ('record' in value && 'digest' in value) return [value as TextRef];
  return Object.values(value).flatMap(refsBelow);
}

const digestOf = (salt: string | null, text: string) => createHash('sha256').update(`${salt}\n${text}`).digest('hex');
