import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { Actor } from '../../../domain/access/actor';
import { fingerprintOf } from '../../../platform/commands/envelope';
import { addressProblem } from '../../../platform/webhooks/addresses';
import { newSecret, sealSecret } from '../../../platform/webhooks/secrets';
import type { ApiConfig } from '../config';
import { versionConflict } from '../http/etag';
import { invalid, Problem } from '../http/problems';
import { CONFIG } from '../tokens';
import type { Webhook, WebhookRequest, WebhookWithSecret } from './webhook.schema';

const COLUMNS = `id, title, url, types, force, stages, clearance, active, off_because AS "offBecause",
  rfc3339(failing_since) AS "failingSince", CASE WHEN old_until > now() THEN rfc3339(old_until) END AS "oldSecretUntil",
  version, rfc3339(changed_at) AS "changedAt"`;

/** Keeps webhooks. Secrets are written and never read here. */
@Injectable()
export class Webhooks {
  constructor(
    @Inject(CONFIG) private readonly config: ApiConfig,
    private readonly pool: Pool,
  ) {}

  async all(): Promise<readonly Webhook[]> {
    const { rows } = await this.pool.query<Webhook>(
      `SELECT ${COLUMNS} FROM webhook WHERE NOT removed ORDER BY title, id`,
    );
    return rows;
  }

  /** @throws Problem `not-found` */
  async one(id: string): Promise<Webhook> {
    const { rows } = await this.pool.query<Webhook>(`SELECT ${COLUMNS} FROM webhook WHERE id = $1 AND NOT removed`, [
      id,
    ]);
    if (!rows[0]) throw noWebhook();
    return rows[0];
  }

  /**
   * Makes a webhook, with a secret that is shown now. The same person with the same key gets the same one with a new secret,
   * since the first may never have arrived.
   *
   * @throws Problem `validation`, `idempotency-mismatch`
   */
  async make(
    request: WebhookRequest,
    actor: Actor,
    key: string,
  ): Promise<{ readonly webhook: WebhookWithSecret; readonly replayed: boolean }> {
    this.requireAllowed(request);
    const id = createHash('sha256').update(`${actor.id}\nwebhook\n${key}`).digest('hex').slice(0, 32);
    const fingerprint = fingerprintOf(request, this.config.FINGERPRINT_KEY);
    const secret = newSecret();
    const { title, url, types, force, stages, clearance } = request;
    const { rowCount } = await this.pool.query(
      `INSERT INTO webhook (id, title, url, types, force, stages, clearance, secret, fingerprint, changed_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
      [
        id,
        title,
        url,
        types,
        force,
        stages,
        clearance,
        sealSecret(secret, this.config.PAYLOAD_KEYS),
        fingerprint,
        actor.id,
      ],
    );
    if (rowCount === 1) return { webhook: { ...(await this.one(id)), secret }, replayed: false };
    const { rows } = await this.pool.query<{ fingerprint: string }>('SELECT fingerprint FROM webhook WHERE id = $1', [
      id,
    ]);
    if (rows[0]?.fingerprint !== fingerprint) throw new Problem('idempotency-mismatch');
    return { webhook: await this.rotate(id, actor), replayed: true };
  }

  /**
   * Puts another in its place, under the same id and with the same secret. One that was switched off is on again, and what waits
   * is sent at once.
   *
   * @param ifMatch version it must still have, or `null`
   * @throws Problem `validation`, `not-found`, `version-conflict`
   */
  async change(id: string, request: WebhookRequest, actor: Actor, ifMatch: number | null): Promise<Webhook> {
    this.requireAllowed(request);
    const { title, url, types, force, stages, clearance, active } = request;
    const { rowCount } = await this.pool.query(
      `UPDATE webhook SET title = $2, url = $3, types = $4, force = $5, stages = $6, clearance = $7, active = $8,
              off_because = NULL, failing_since = NULL, version = version + 1, changed_by = $9, changed_at = clock_timestamp()
       WHERE id = $1 AND NOT removed AND ($10::integer IS NULL OR version = $10)`,
      [id, title, url, types, force, stages, clearance, active, actor.id, ifMatch],
    );
    if (rowCount === 0) throw versionConflict('webhook', ifMatch, (await this.one(id)).version);
    await this.pool.query(`UPDATE webhook_delivery SET queued_at = NULL WHERE webhook = $1 AND status = 'waiting'`, [
      id,
    ]);
    return this.one(id);
  }

  /**
   * Gives a webhook another secret. For a day messages are signed with both.
   *
   * @throws Problem `not-found`
   */
  async rotate(id: string, actor: Actor): Promise<WebhookWithSecret> {
    const secret = newSecret();
    await this.pool.query('SELECT rotate_webhook_secret($1, $2, $3)', [
      id,
      sealSecret(secret, this.config.PAYLOAD_KEYS),
      actor.id,
    ]);
    return { ...(await this.one(id)), secret };
  }

  /** Removes a webhook; what was sent to it stays in the log. @throws Problem `not-found`, `version-conflict` */
  async remove(id: string, actor: Actor, ifMatch: number | null): Promise<void> {
    const { rowCount } = await this.pool.query(
      `UPDATE webhook SET removed = true, version = version + 1, changed_by = $2, changed_at = clock_timestamp()
       WHERE id = $1 AND NOT removed AND ($3::integer IS NULL OR version = $3)`,
      [id, actor.id, ifMatch],
    );
    if (rowCount === 0) throw versionConflict('webhook', ifMatch, (await this.one(id)).version);
  }

  private requireAllowed({ url }: WebhookRequest): void {
    const { WEBHOOK_PRIVATE_ADDRESSES: privateAddresses, WEBHOOK_HOSTS: hosts } = this.config;
    const problem = addressProblem(url, { privateAddresses, hosts });
    if (problem !== undefined) throw invalid('url', problem);
  }
}

export const noWebhook = () => new Problem('not-found', 'There is no such webhook.');
