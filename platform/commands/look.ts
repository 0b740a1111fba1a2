import type { Pool } from 'pg';
import { readingAs, type Queries, type Reader } from '../access/reading';
import { placing, seenBy } from '../access/seen';
import type { Look, Lookup } from './gateway';

/** Null without a recorded command; with `sequence` null there is no operation either. */
interface LookRow {
  readonly sequence: number | null;
  readonly fingerprint: string | null;
  readonly first: number;
  readonly last: number;
}

/**
 * The gateway's look: the operation's row and this command, if it is recorded. In one round trip; for somebody in two, and
 * there is nothing where they do not see the operation.
 */
export function createLook(pool: Pool): Lookup {
  return (reference, commandId, remit) =>
    remit ? readingAs(pool, remit, (reader) => look(reader, reference, commandId)) : look(pool, reference, commandId);
}

async function look(connection: Queries | Reader, reference: string, commandId: string): Promise<Look | null> {
  const values: unknown[] = [reference, commandId];
  const seen = 'remit' in connection ? `AND ${seenBy(connection, placing(values), 'o')}` : '';
  const { rows } = await connection.query<LookRow>(
    `SELECT o.sequence, c.fingerprint, c.first_sequence AS first, c.last_sequence AS last
     FROM operation o LEFT JOIN recorded_command c ON c.operation = o.reference AND c.command_id = $2
     WHERE o.reference = $1 ${seen}`,
    values,
  );
  return lookOf(rows[0]);
}

/** The reference that an opening was given, the fingerprint it was given to, and what a look would find. */
export interface Claim {
  readonly reference: string;
  readonly claimedBy: string;
  readonly known: Look | null;
}

/**
 * The reference of an opening, and the look that would follow, in one round trip.
 *
 * @param fresh whether to claim a reference if this opening has none yet
 */
export async function claimReference(
  pool: Pool,
  { commandId, fingerprint }: { readonly commandId: string; readonly fingerprint: string },
  year: number,
  fresh: boolean,
): Promise<Claim | null> {
  const { rows } = await pool.query<LookRow & { reference: string; claimed_by: string }>({
    name: 'claim',
    text: 'SELECT * FROM claim_reference($1, $2, $3, $4)',
    values: [commandId, fingerprint, year, fresh],
  });
  const row = rows[0];
  return row ? { reference: row.reference, claimedBy: row.claimed_by, known: lookOf(row) } : null;
}

function lookOf(row: LookRow | undefined): Look | null {
  if (!row || row.sequence === null) return null;
  const { sequence, fingerprint, first, last } = row;
  return {
    sequence,
    recorded: fingerprint === null ? null : { fingerprint, firstSequence: first, lastSequence: last },
  };
}
