import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DatabaseError, Pool } from 'pg';
import type { Actor } from '../../../domain/access/actor';
import { fingerprintOf } from '../../../platform/commands/envelope';
import type { ApiConfig } from '../config';
import { versionConflict } from '../http/etag';
import { Problem, refusal } from '../http/problems';
import { CONFIG } from '../tokens';
import { FILTER_LIMIT, type FilterRequest, type SavedFilter } from './filter.schema';
import { FILTER, FiltersRead } from './filters.read';

const UNIQUE_VIOLATION = '23505';

/** Saves, changes and deletes filters. Only their owner does; whom they are shared with uses them. */
@Injectable()
export class FiltersService {
  constructor(
    @Inject(CONFIG) private readonly config: ApiConfig,
    private readonly pool: Pool,
    private readonly filters: FiltersRead,
  ) {}

  /**
   * Saves a new filter. The same person with the same key gets the same one.
   *
   * @throws Problem `blocked`, `idempotency-mismatch`
   */
  async save(
    request: FilterRequest,
    actor: Actor,
    idempotencyKey: string,
  ): Promise<{ readonly filter: SavedFilter; readonly replayed: boolean }> {
    const id = createHash('sha256').update(`${actor.id}\nfilter\n${idempotencyKey}`).digest('hex');
    const fingerprint = fingerprintOf(request, this.config.FINGERPRINT_KEY);
    const { name, shared, query } = request;
    // Two at once may go one over the limit, which is there to keep a list readable.
    const { rows } = await this.pool.query<SavedFilter>(
      `INSERT INTO saved_filter (id, owner, force, name, shared, query, fingerprint)
       SELECT $1, $2, $3, $4, $5, $6, $7
       WHERE (SELECT count(*) FROM saved_filter WHERE owner = $2) < ${FILTER_LIMIT}
       ON CONFLICT DO NOTHING RETURNING ${FILTER}`,
      [id, actor.id, actor.force, name.value, shared, query, fingerprint],
    );
    if (rows[0]) return { filter: rows[0], replayed: false };
    return { filter: await this.savedBefore(id, fingerprint, name.value, actor), replayed: true };
  }

  /**
   * Puts another filter in its place, under the same id.
   *
   * @param ifMatch version it must still have, or `null`
   * @throws Problem `not-found`, `forbidden`, `version-conflict`, `blocked`
   */
  async change(id: string, { name, shared, query }: FilterRequest, actor: Actor, ifMatch: number | null) {
    const { rows } = await this.pool
      .query<SavedFilter>(
        `UPDATE saved_filter SET force = $3, name = $4, shared = $5, query = $6, version = version + 1,
                changed_at = clock_timestamp()
         WHERE id = $1 AND owner = $2 AND ($7::integer IS NULL OR version = $7) RETURNING ${FILTER}`,
        [id, actor.id, actor.force, name.value, shared, query, ifMatch],
      )
      .catch((error: unknown) => {
        throw error instanceof DatabaseError && error.code === UNIQUE_VIOLATION ? nameTaken(name.value) : error;
      });
    return rows[0] ?? (await this.refuse(id, actor, ifMatch));
  }

  /** @throws as {@link change} */
  async delete(id: string, actor: Actor, ifMatch: number | null): Promise<void> {
    const { rowCount } = await this.pool.query(
      'DELETE FROM saved_filter WHERE id = $1 AND owner = $2 AND ($3::integer IS NULL OR version = $3)',
      [id, actor.id, ifMatch],
    );
    if (rowCount === 0) await this.refuse(id, actor, ifMatch);
  }

  /** The filter that this key has saved before; otherwise says why none could be saved. */
  private async savedBefore(id: string, fingerprint: string, name: string, actor: Actor): Promise<SavedFilter> {
    const { rows } = await this.pool.query<{ id: string; name: string; fingerprint: string }>(
      'SELECT id, name, fingerprint FROM saved_filter WHERE owner = $1',
      [actor.id],
    );
    const before = rows.find((row) => row.id === id);
    if (before && before.fingerprint !== fingerprint) throw new Problem('idempotency-mismatch');
    if (before) return this.filters.one(id, actor);
    if (rows.some((row) => row.name === name)) throw nameTaken(name);
    throw blocked('too-many-filters', `You have ${FILTER_LIMIT} filters: delete one that you do not need any more.`);
  }

  /** Says why a filter was neither changed nor deleted. */
  private async refuse(id: string, actor: Actor, ifMatch: number | null): Promise<never> {
    const { owner, version } = await this.filters.one(id, actor);
    if (owner !== actor.id)
      throw refusal([
        { kind: 'role', code: 'role', sentence: 'A filter is for its owner to change: save one of yours.' },
      ]);
    throw versionConflict('filter', ifMatch, version);
  }
}

const nameTaken = (name: string) =>
  blocked('name-taken', `You have a filter “${name}” already: change that one, or choose another name.`);

const blocked = (code: string, sentence: string) => refusal([{ kind: 'act', code, sentence }]);
