import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { isDeepStrictEqual } from 'node:util';
import type { Pool } from 'pg';
import type { OperationEvent } from '../../domain/operation/events';
import { fold } from '../../domain/operation/fold';
import { unopened, type OperationState } from '../../domain/operation/state';
import type { TextRef } from '../../domain/text/text';
import type { Head } from '../../workflows/operation/operation.messages';
import { genesisHash, hashOf, type ChainedEvent } from './chain';

/** Something about an operation's record that cannot be as it was written. */
export interface TimelineProblem {
  readonly sequence: number;
  readonly problem: string;
}

export interface Verification {
  readonly verified: boolean;
  /** Where the timeline ends. */
  readonly sequence: number;
  readonly hash: string;
  readonly problems: readonly TimelineProblem[];
}

interface Row extends ChainedEvent {
  readonly hash: string;
}

const PAGE = 500;
const EVENTS = `
  SELECT sequence, event_type AS "eventType", event_version AS "eventVersion", rfc3339(happened_at) AS "happenedAt",
         rfc3339(occurred_at) AS "occurredAt", actor, command_id AS "commandId", index, payload,
         encode(previous_hash, 'hex') AS "previousHash", encode(hash, 'hex') AS hash
  FROM timeline_event WHERE operation = $1 AND sequence > $2 ORDER BY sequence LIMIT ${PAGE}`;

/**
 * Proves one operation's record: recomputes its chain, checks every text that still exists against its digest, and
 * compares where timeline, row and workflow end and what row and timeline say.
 *
 * @param workflowHead where the operation's running workflow believes the timeline ends; nothing where none is running
 * @param checkpointed hash by sequence, of heads that were signed outside the database
 */
export async function verifyOperation(
  pool: Pool,
  reference: string,
  workflowHead?: () => Promise<Head | undefined>,
  checkpointed: ReadonlyMap<number, string> = new Map(),
): Promise<Verification> {
  const problems: TimelineProblem[] = [];
  const problem = (sequence: number, text: string) => problems.push({ sequence, problem: text });
  const texts = await readTexts(pool, reference);
  // Read before the events: what is recorded meanwhile can only make the timeline longer than either.
  const row = await readRow(pool, reference);
  const known = await workflowHead?.();

  const hashes = new Map<number, string>();
  let state: OperationState = unopened(reference);
  let stateAtRow: OperationState | undefined;
  let last = { sequence: 0, hash: genesisHash(reference) };
  for (;;) {
    const { rows } = await pool.query<Row>(EVENTS, [reference, last.sequence]);
    for (const event of rows) {
      if (event.sequence !== last.sequence + 1) problem(last.sequence + 1, 'the event is missing');
      if (event.previousHash !== last.hash) problem(event.sequence, 'it does not follow from the event before');
      if (hashOf(event) !== event.hash) problem(event.sequence, 'it was altered: its hash does not match');
      const signed = checkpointed.get(event.sequence);
      if (signed !== undefined && signed !== event.hash)
        problem(event.sequence, 'the timeline was rewritten: a signed checkpoint names another hash');
      const payload: unknown = JSON.parse(event.payload);
      if (canonicalize(payload) !== event.payload) problem(event.sequence, 'its payload is not canonical');
      for (const ref of textRefs(payload))
        if (!texts.matches(ref)) problem(event.sequence, 'a text was altered or lost');
      state = fold(state, asOperationEvent(event, payload));
      last = { sequence: event.sequence, hash: event.hash };
      hashes.set(event.sequence, event.hash);
      if (event.sequence === row?.sequence) stateAtRow = state;
    }
    if (rows.length < PAGE) break;
  }

  if (!row) problem(last.sequence, 'the operation has no row');
  else if (hashes.get(row.sequence) !== row.hash)
    problem(row.sequence, 'the row names another hash than the timeline, or one that it does not reach');
  else if (!isDeepStrictEqual(row.state, stateAtRow))
    problem(row.sequence, 'the row says something else than the timeline');
  if (known && known.sequence > 0 && hashes.get(known.sequence) !== known.hash)
    problem(known.sequence, 'the workflow remembers another hash than the timeline, or one that it does not reach');
  for (const sequence of checkpointed.keys())
    if (sequence > last.sequence) problem(sequence, 'a signed checkpoint names an event that is gone');
  return { verified: problems.length === 0, ...last, problems };
}

async function readRow(pool: Pool, reference: string) {
  const { rows } = await pool.query<{ sequence: number; hash: string; state: OperationState }>(
    `SELECT sequence, encode(head_hash, 'hex') AS hash, state FROM operation WHERE reference = $1`,
    [reference],
  );
  return rows[0];
}

/** Texts of an operation; one that was erased matches every digest, since nothing is left to compare. */
async function readTexts(pool: Pool, reference: string): Promise<{ matches(ref: TextRef): boolean }> {
  const { rows } = await pool.query<{ id: string; salt: string | null; text: string | null }>(
    'SELECT id, salt, text FROM text_record WHERE operation = $1',
    [reference],
  );
  const texts = new Map(rows.map((row) => [row.id, row]));
  return {
    matches({ record, digest }) {
      const found = texts.get(record);
      if (!found) return false;
      if (found.text === null) return true;
      return createHash('sha256').update(`${found.salt}\n${found.text}`).digest('hex') === digest;
    },
  };
}

function textRefs(value: unknown): readonly TextRef[] {
  if (value === null || typeof value !== 'object') return [];
  if ('record' in value && 'digest' in value) return [value as TextRef];
  return Object.values(value).flatMap(textRefs);
}

function asOperationEvent(row: Row, payload: unknown): OperationEvent {
  const { sequence, eventType: type, eventVersion: version, happenedAt, occurredAt, actor } = row;
  return { sequence, type, version, happenedAt, occurredAt, actor, payload } as OperationEvent;
}
