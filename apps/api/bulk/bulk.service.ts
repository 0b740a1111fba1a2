import { Inject, Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { Actor } from '../../../domain/access/actor';
import { BULK_STEPS, bulkBlockers, oversightBlockers, type BulkStep } from '../../../domain/operation/bulk';
import { envelopeOf, fingerprintOf } from '../../../platform/commands/envelope';
import { parseCommand } from '../commands/command-request';
import type { ApiConfig } from '../config';
import { Problem, refusal } from '../http/problems';
import { CONFIG } from '../tokens';
import { BulkRead } from './bulk.read';
import type { BulkAct, BulkRequest } from './bulk.schema';

/** Makes bulk acts and steers them; the jobs process carries them out. */
@Injectable()
export class BulkService {
  constructor(
    @Inject(CONFIG) private readonly config: ApiConfig,
    private readonly pool: Pool,
    private readonly bulk: BulkRead,
  ) {}

  /**
   * Makes a bulk act. The same person with the same key gets the same one.
   *
   * @throws Problem `forbidden`, `validation`, `idempotency-mismatch`
   */
  async make(
    { command, body, operations, reason }: BulkRequest,
    actor: Actor,
    idempotencyKey: string,
  ): Promise<{ readonly act: BulkAct; readonly replayed: boolean }> {
    requireNone(bulkBlockers(command, actor));
    const request = parseCommand(command, body, ['body']);
    // No key of a command can hold a line break, so that no command and no bulk act have the same identity.
    const key = `bulk\n${idempotencyKey}`;
    const given = envelopeOf(
      { command, ...request, actor, idempotencyKey: key, ifMatch: null },
      this.config.FINGERPRINT_KEY,
    );
    const asked = { command: given.fingerprint, operations, reason };
    const fingerprint = fingerprintOf(asked, this.config.FINGERPRINT_KEY);
    const { rowCount } = await this.pool.query(
      `WITH made AS (
         INSERT INTO bulk_job (id, fingerprint, command, body, texts, happened_at, reason, actor, roles, force, clearance)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $12) ON CONFLICT (id) DO NOTHING RETURNING id
       )
       INSERT INTO bulk_item (job, nth, operation)
       SELECT id, nth, operation FROM made, unnest($11::text[]) WITH ORDINALITY AS named (operation, nth)`,
      [
        given.commandId,
        fingerprint,
        command,
        given.body,
        JSON.stringify(given.texts),
        given.happenedAt,
        reason.value,
        actor.id,
        actor.roles,
        actor.force,
        operations,
        actor.clearance ?? null,
      ],
    );
    const replayed = rowCount === 0;
    if (replayed) await this.requireSame(given.commandId, fingerprint);
    return { act: await this.bulk.one(given.commandId, actor), replayed };
  }

  /** @throws Problem `not-found`, `forbidden` */
  async read(id: string, actor: Actor): Promise<BulkAct> {
    const act = await this.bulk.one(id, actor);
    requireNone(oversightBlockers(act.author, actor));
    return act;
  }

  /**
   * Pauses, resumes or cancels; each can be repeated. The operation it is at has its turn first.
   *
   * @throws Problem `not-found`, `forbidden`; `blocked` where it has ended or been cancelled
   */
  async steer(id: string, step: BulkStep, actor: Actor): Promise<BulkAct> {
    await this.read(id, actor);
    const wanted = BULK_STEPS[step];
    const { rows } = await this.pool.query<{ state: string }>('SELECT steer_bulk($1, $2) AS state', [id, wanted]);
    const state = rows[0]?.state;
    if (state !== wanted)
      throw refusal([{ kind: 'act', code: 'bulk-over', sentence: `This bulk act is ${state} and stays so.` }]);
    return this.bulk.one(id, actor);
  }

  private async requireSame(id: string, fingerprint: string): Promise<void> {
    const { rows } = await this.pool.query<{ fingerprint: string }>('SELECT fingerprint FROM bulk_job WHERE id = $1', [
      id,
    ]);
    if (rows[0]?.fingerprint !== fingerprint) throw new Problem('idempotency-mismatch');
  }
}

function requireNone(blockers: Parameters<typeof refusal>[0]): void {
  if (blockers.length > 0) throw refusal(blockers);
}
