import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Restriction, TextRef } from '../../domain/text/text';
import type { Problem, StoredEvent } from './chain';

/** What is left of a text: salt and text are gone once it is erased. */
export interface KeptText {
  readonly id: string;
  readonly salt: string | null;
  readonly text: string | null;
}

/** An erasable record as stored. */
export interface StoredText extends KeptText {
  readonly restriction: Restriction | null;
}

/** The erasable records that events refer to, as far as they are there. */
export async function readTexts(
  client: Pick<PoolClient, 'query'>,
  reference: string,
  events: readonly StoredEvent[],
): Promise<readonly StoredText[]> {
  const ids = events.flatMap(({ payload }) => refsIn(payload).map(({ record }) => record));
  if (ids.length === 0) return [];
  const { rows } = await client.query<StoredText>(
    'SELECT id, salt, text, restriction FROM text_record WHERE operation = $1 AND id = ANY($2) ORDER BY id',
    [reference, ids],
  );
  return rows;
}

/** Checks that the texts which events refer to are still the ones that were recorded, unless they have been erased. */
export function compareTexts(events: readonly StoredEvent[], texts: readonly KeptText[]): readonly Problem[] {
  const kept = new Map(texts.map((text) => [text.id, text]));
  return events.flatMap(({ sequence, payload }) =>
    refsIn(payload).flatMap(({ record, digest }) => {
      const found = kept.get(record);
      if (!found) return [{ sequence, problem: `its text ${record} is gone without having been erased` }];
      if (found.text === null || digestOf(found.salt, found.text) === digest) return [];
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
