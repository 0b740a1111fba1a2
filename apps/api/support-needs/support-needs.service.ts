import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { Actor } from '../../../domain/access/actor';
import { versionConflict } from '../http/etag';
import { Problem } from '../http/problems';
import type { SupportNeed, SupportNeedRequest } from './support-need.schema';

const COLUMNS = 'code, title, position, retired, version';

/** Keeps the themes of the support-need assessment. */
@Injectable()
export class SupportNeeds {
  constructor(private readonly pool: Pool) {}

  async all(): Promise<readonly SupportNeed[]> {
    const { rows } = await this.pool.query<SupportNeed>(`SELECT ${COLUMNS} FROM support_need ORDER BY position, code`);
    return rows;
  }

  /** Codes of those that are offered, in their order. */
  async offered(): Promise<readonly string[]> {
    return (await this.all()).filter(({ retired }) => !retired).map(({ code }) => code);
  }

  /**
   * Puts a theme in its place: a new one, or another version of the one there is.
   *
   * @param ifMatch version it must still have, or `null`; with one, nothing new is made
   * @throws Problem `version-conflict`
   */
  async put(code: string, { title, position, retired }: SupportNeedRequest, actor: Actor, ifMatch: number | null) {
    const { rows } = await this.pool.query<SupportNeed>(
      `INSERT INTO support_need AS s (code, title, position, retired, changed_by)
       SELECT $1, $2, $3, $4, $5 WHERE $6::integer IS NULL OR EXISTS (SELECT FROM support_need WHERE code = $1)
       ON CONFLICT (code) DO UPDATE SET title = $2, position = $3, retired = $4, version = s.version + 1, changed_by = $5,
         changed_at = clock_timestamp()
       WHERE $6::integer IS NULL OR s.version = $6
       RETURNING ${COLUMNS}`,
      [code, title, position, retired, actor.id, ifMatch],
    );
    return rows[0] ?? (await this.refuse(code, ifMatch));
  }

  private async refuse(code: string, ifMatch: number | null): Promise<never> {
    const now = (await this.all()).find((one) => one.code === code);
    if (!now) throw new Problem('not-found', `There is no theme ${code}: leave If-Match out to make it.`);
    throw versionConflict('theme', ifMatch, now.version);
  }
}
