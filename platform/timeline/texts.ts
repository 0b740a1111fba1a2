import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { TextRef } from '../../domain/text/text';
import type { Problem, StoredEvent } from './chain';

/** Checks that the texts which events refer to are still the ones that were recorded, unless they have been erased. */
export async function checkTexts(
  client: Pick<PoolClient, 'query'>,
  reference: string,
  events: readonly StoredEvent[],
): Promise<readonly Problem[]> {
  const named = events.flatMap(({ sequence, payload }) =>
    refsIn(JSON.parse(payload)).map((ref) => ({ ...ref, sequence })),
  );
  if (named.length === 0) return [];
  const { rows } = await client.query<{ id: string; salt: string | null; text: string | null }>(
    'SELECT id, salt, text FROM text_record WHERE operation = $1 AND id = ANY($2)',
    [reference, named.map(({ record }) => record)],
  );
  const kept = new Map(rows.map((row) => [row.id, row]));
  return named.flatMap(({ record, digest, sequence }) => {
    const found = kept.get(record);
    if (!found) return [{ sequence, problem: `its text ${record} is gone without having been erased` }];
    if (found.text === null || digestOf(found.salt, found.text) === digest) return [];
    return [{ sequence, problem: `its text ${record} is not the one that was recorded` }];
  });
}

const digestOf = (salt: string | null, text: string) => createHash('sha256').update(`${salt}\n${text}`).digest('hex');

/** Every reference to a text anywhere in a payload. */
function refsIn(value: unknown): readonly TextRef[] {
  if (value === null || typeof value !== 'object') return [];
  if ('record' in value && 'digest' in value) return [value as TextRef];
  return Object.values(value).flatMap(refsIn);
}
