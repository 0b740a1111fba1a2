import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { CHECKPOINT_FILE } from '../../platform/timeline/checkpoint';
import { verifyAll } from '../../platform/timeline/verify-all';
import { OPERATION_WORKFLOW } from '../../workflows/operation/operation.messages';
import { auditCommands, type CommandFindings } from './audit-commands';
import type { Follower } from './follower';
import type { Ledger } from './ledger';
import { quiet } from './quiet';
import { differences, rowOf, workflowOf } from './standing';
import type { World } from './world';

/** Longer than the slowest repair: an event whose job went down with Redis is queued again after 30 s. */
const QUIET_SECONDS = 90;

export interface Findings extends CommandFindings {
  readonly chainsVerified: number;
  readonly events: number;
  /** How often operations have continued as new, which all of this must survive. */
  readonly continued: number;
}

export interface AuditOptions {
  readonly ledger: Ledger;
  readonly follower: Follower;
  /** How many there should be. */
  readonly operations: number;
  readonly signal: AbortSignal;
}

/** Holds what clients were told, the database, the workflows and the feed against each other, once all is quiet. */
export async function audit(world: World, { ledger, follower, operations, signal }: AuditOptions): Promise<Findings> {
  const { pool } = world;
  const unquiet = await quiet(pool, QUIET_SECONDS, signal);
  const commands = await auditCommands(pool, ledger);
  const proofs = await proveAll(world);
  const disagreements = [
    ...unquiet,
    ...commands.disagreements,
    ...proofs.problems,
    ...(proofs.operations === operations ? [] : [`there are ${proofs.operations} operations, not ${operations}`]),
    ...(await auditWorkflows(world)),
    ...(await auditCommandRows(pool)),
    ...(await auditFeed(pool, follower)),
  ];
  const { count: continued } = await world.client.workflow.count(
    `WorkflowType = '${OPERATION_WORKFLOW}' AND ExecutionStatus = 'ContinuedAsNew'`,
  );
  return { ...commands, disagreements, chainsVerified: proofs.verified, events: proofs.events, continued };
}

/** Chains, texts, rows beside the fold of the timeline, workflows' heads and signed checkpoints, as `waymark verify`. */
async function proveAll({ pool, client, stack }: World) {
  const { CHECKPOINT_DIR = '', CHECKPOINT_KEY_FILE = '' } = stack.env('api');
  const checkpoints = {
    file: join(CHECKPOINT_DIR, CHECKPOINT_FILE),
    key: createPublicKey(readFileSync(CHECKPOINT_KEY_FILE, 'utf8')),
  };
  const problems: string[] = [];
  const totals = await verifyAll(pool, { client, checkpoints, say: (line) => problems.push(line) });
  if (totals.unanswered > 0) problems.push(`${totals.unanswered} workflows gave no answer`);
  return { ...totals, problems };
}

/** Each workflow at its row's head, its timer armed for the row's next moment, its search attributes as the row says. */
async function auditWorkflows({ pool, client }: World): Promise<readonly string[]> {
  const { rows } = await pool.query<{ reference: string }>('SELECT reference FROM operation ORDER BY reference');
  const found: string[] = [];
  for (const { reference } of rows)
    for (const difference of differences(await rowOf(pool, reference), await workflowOf(client, reference)))
      found.push(`${reference}: ${difference}`);
  return found;
}

/** What is kept of each command must be just the events it has on the timeline. */
async function auditCommandRows(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ line: string }>(
    `SELECT coalesce(c.operation, e.operation) || ': command and events do not match: '
            || coalesce(c.command_id, e.command_id) AS line
     FROM recorded_command c
     FULL JOIN (SELECT operation, command_id, min(sequence) AS first, max(sequence) AS last, count(*) AS events
                FROM timeline_event GROUP BY operation, command_id) e USING (operation, command_id)
     WHERE c.command_id IS NULL OR e.command_id IS NULL OR (c.first_sequence, c.last_sequence) <> (e.first, e.last)
           OR e.events <> e.last - e.first + 1`,
  );
  return rows.map(({ line }) => line);
}

/** Every event in the feed once, positions without gaps, and a follower who saw them all in their order. */
async function auditFeed(pool: Pool, follower: Follower): Promise<readonly string[]> {
  const { rows } = await pool.query<{ events: number; fed: number; first: number; last: number; head: number }>(
    `SELECT (SELECT count(*) FROM timeline_event)::int AS events,
            (SELECT count(*) FROM feed JOIN timeline_event USING (operation, sequence))::int AS fed,
            (SELECT coalesce(min(position), 1) FROM feed)::int AS first,
            (SELECT coalesce(max(position), 0) FROM feed)::int AS last,
            (SELECT position FROM feed_head)::int AS head`,
  );
  const { events, fed, first, last, head } = rows[0] as (typeof rows)[number];
  const found: string[] = [];
  if (fed !== events) found.push(`${events} events, of which ${fed} are in the feed`);
  if (first !== 1 || last !== events || head !== last)
    found.push(`the feed runs from ${first} to ${last} (head ${head}) for ${events} events`);
  const { rows: order } = await pool.query<{ event: string }>(
    `SELECT operation || ' ' || sequence AS event FROM feed ORDER BY position`,
  );
  if (follower.events.join() !== order.map(({ event }) => event).join())
    found.push(`who followed the live events saw ${follower.events.length} of ${last}, or in another order`);
  return found;
}
