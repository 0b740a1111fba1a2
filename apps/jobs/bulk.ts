import type { Queue } from 'bullmq';
import type { Pool } from 'pg';
import type { Actor, Clearance } from '../../domain/access/actor';
import { remitOf } from '../../domain/access/remit';
import type { BulkOutcome, BulkProblem } from '../../domain/operation/bulk';
import { EngineUnavailable } from '../../platform/commands/engine-unavailable';
import { withOwnTexts, type UnsentCommand } from '../../platform/commands/envelope';
import type { CommandGateway, Given, Lookup } from '../../platform/commands/gateway';
import { isDatabaseAway } from '../../platform/database/database-away';
import { failPoint } from '../../platform/fail-point';
import { bulkJobId, type BulkJob } from '../../platform/queues/bulk';

/** Bulk acts that are queued in one round, the oldest first. */
const AT_ONCE = 100;
/** Attempts at one operation before the others have their turn, and before an error of its own is its outcome. */
const ATTEMPTS = 5;
/** Operations begun without an answer: while the engine is away no more of them shall be, since they cannot be cancelled. */
const MOST_BEGUN = 5;

const OPEN = `
  SELECT id FROM bulk_job
  WHERE ended_at IS NULL AND (state <> 'paused' OR EXISTS (
    SELECT FROM bulk_item WHERE job = bulk_job.id AND status = 'waiting' AND attempts > 0))
  ORDER BY made_at LIMIT ${AT_ONCE}`;

/**
 * Queues every bulk act that has something to be done, however often: a queued one is not queued twice, and one whose job
 * was lost with Redis is queued again.
 */
export async function bulkRound(pool: Pool, queue: Pick<Queue<BulkJob>, 'addBulk'>): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(OPEN);
  if (rows.length === 0) return;
  await queue.addBulk(rows.map(({ id }) => ({ name: 'bulk', data: { bulk: id }, opts: { jobId: bulkJobId(id) } })));
}

export interface BulkTools {
  readonly pool: Pool;
  readonly gateway: Pick<CommandGateway, 'give'>;
  readonly look: Lookup;
  /** Aborted when the process stops: what waits is left to the next one. */
  readonly stopping: AbortSignal;
}

/**
 * Gives the command of a bulk act to one operation after the other, until none waits or it is paused or cancelled. What it
 * has begun it finishes: the command may be on the timeline already. Safe to repeat at any moment, since on each timeline
 * the command is the same one.
 *
 * @throws EngineUnavailable and the like; what waits is still there for the next attempt
 */
export async function workThrough(tools: BulkTools, { bulk }: BulkJob): Promise<void> {
  const command = await commandOf(tools.pool, bulk);
  if (!command) return;
  while (!tools.stopping.aborted) {
    const item = await begin(tools.pool, bulk);
    if (!item) {
      await tools.pool.query('SELECT end_bulk($1)', [bulk]);
      return;
    }
    const outcome = await give(tools, item, withOwnTexts(command));
    failPoint('before-outcome');
    await settle(tools.pool, bulk, item, outcome);
  }
}

interface CommandRow extends Omit<UnsentCommand, 'actor' | 'ifMatch'> {
  readonly actor: string;
  readonly roles: Actor['roles'];
  readonly force: string;
  readonly clearance: Clearance | null;
}

/** The command as its author gave it, with the roles and the clearance they had then; nothing where the act has ended. */
async function commandOf(pool: Pool, bulk: string): Promise<UnsentCommand | undefined> {
  const { rows } = await pool.query<CommandRow>(
    `SELECT id AS "commandId", command, body, texts, fingerprint, rfc3339(happened_at) AS "happenedAt", actor, roles, force, clearance
     FROM bulk_job WHERE id = $1 AND ended_at IS NULL`,
    [bulk],
  );
  const row = rows[0];
  if (!row) return undefined;
  const { actor: id, roles, force, clearance, ...command } = row;
  return { ...command, actor: { id, roles, force, clearance: clearance ?? 'OFFICIAL' }, ifMatch: null };
}

interface Item {
  readonly nth: number;
  readonly operation: string;
  readonly attempts: number;
}

/** Takes the next operation: one that was begun before, or another while the act runs. */
async function begin(pool: Pool, bulk: string): Promise<Item | undefined> {
  const { rows } = await pool.query<Item>({
    name: 'bulk-begin',
    text: `UPDATE bulk_item i SET attempts = i.attempts + 1
           FROM (SELECT w.nth FROM bulk_item w JOIN bulk_job j ON j.id = w.job
                 WHERE w.job = $1 AND w.status = 'waiting' AND (w.attempts > 0 OR (j.state = 'running' AND ${MOST_BEGUN} > (
                   SELECT count(*) FROM bulk_item b WHERE b.job = $1 AND b.status = 'waiting' AND b.attempts > 0)))
                 ORDER BY w.attempts / ${ATTEMPTS}, w.nth LIMIT 1) next
           WHERE i.job = $1 AND i.nth = next.nth AND i.status = 'waiting'
           RETURNING i.nth, i.operation, i.attempts`,
    values: [bulk],
  });
  return rows[0];
}

interface Outcome {
  readonly status: Exclude<BulkOutcome, 'waiting' | 'cancelled'>;
  readonly sequence: number | null;
  readonly problem: BulkProblem | null;
}

const done = (sequence: number): Outcome => ({ status: 'done', sequence, problem: null });
const failed = (kind: 'unknown-operation' | 'no-answer'): Outcome => ({
  status: 'failed',
  sequence: null,
  problem: { kind },
});

/** One that fails again and again, while the engine answers, must not hold up the others for ever. */
async function give({ gateway, look }: BulkTools, item: Item, command: UnsentCommand): Promise<Outcome> {
  try {
    return outcomeOf(await gateway.give(item.operation, command, remitOf(command.actor)));
  } catch (error) {
    if (error instanceof EngineUnavailable || isDatabaseAway(error) || item.attempts < ATTEMPTS) throw error;
    const known = await look(item.operation, command.commandId);
    return known?.recorded ? done(known.recorded.lastSequence) : failed('no-answer');
  }
}

function outcomeOf(given: Given): Outcome {
  switch (given.kind) {
    case 'recorded':
      return done(given.lastSequence);
    case 'blocked':
      return { status: 'refused', sequence: null, problem: { kind: 'blocked', blockers: given.blockers } };
    case 'unknown-operation':
      return failed('unknown-operation');
    case 'conflict':
    case 'mismatch':
      throw new Error(`a bulk act cannot meet ${given.kind}`);
  }
}

/** Where two processes were at one operation, what is on the timeline is its outcome, whoever comes first. */
async function settle(pool: Pool, bulk: string, { nth }: Item, { status, sequence, problem }: Outcome): Promise<void> {
  await pool.query({
    name: 'bulk-settle',
    text: `UPDATE bulk_item SET status = $3, sequence = $4, problem = $5, settled_at = clock_timestamp()
           WHERE job = $1 AND nth = $2 AND (status = 'waiting' OR ($3 = 'done' AND status <> 'done'))`,
    values: [bulk, nth, status, sequence, problem],
  });
}
