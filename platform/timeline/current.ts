import type { OperationEvent } from '../../domain/operation/events';
import { foldAll } from '../../domain/operation/fold';
import { FOLD_VERSION, type OperationState } from '../../domain/operation/state';
import type { Queries, Reader } from '../access/reading';
import { placing, seenBy } from '../access/seen';
import { prepared } from '../database/prepared';

/** An operation as it is now, with the moments of its first and last event. */
export interface Current {
  readonly state: OperationState;
  readonly openedAt: Date;
  readonly updatedAt: Date;
}

/**
 * The operation's present state in one round trip: its snapshot with the events since. A snapshot of another version is
 * left alone and all events are folded: after a release rows are rewritten only as their operations change.
 *
 * @param connection for a reader, only what they may see is there
 * @returns `null` if there is no such operation
 */
export async function currentOperation(connection: Queries | Reader, reference: string): Promise<Current | null> {
  const values: unknown[] = [reference, FOLD_VERSION];
  const seen = 'remit' in connection ? `AND ${seenBy(connection, placing(values))}` : '';
  const text = `SELECT CASE WHEN fold_version = $2 THEN state END AS snapshot, opened_at AS "openedAt", updated_at AS "updatedAt",
                  load_events(reference, CASE WHEN fold_version = $2 THEN state_sequence ELSE 0 END, sequence) AS events
           FROM operation WHERE reference = $1 ${seen}`;
  const { rows } = await connection.query<Row>(prepared(text, values));
  const row = rows[0];
  if (!row) return null;
  const { snapshot, events, openedAt, updatedAt } = row;
  return { state: foldAll(reference, events, snapshot ?? undefined), openedAt, updatedAt };
}

interface Row {
  readonly snapshot: OperationState | null;
  readonly events: readonly OperationEvent[];
  readonly openedAt: Date;
  readonly updatedAt: Date;
}
