import { createReadStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { extractMapping } from '../../domain/translation/extract-mapping.schema';
import type { TranslationProvider } from '../../platform/translation/providers/provider';
import { assembleEnglish } from '../../platform/translation/work/assemble';
import { prepare } from '../../platform/translation/work/prepare';
import { workOnRequest } from '../../platform/translation/work/work-on-request';

const LOOK_AGAIN_MS = 20;

export interface Extract {
  readonly id: string;
  readonly operation: string;
  readonly path: string;
  readonly language?: string;
}

/** The work on extracts as the jobs process does it, without its queues. */
export class ExtractWork {
  readonly stopping = new AbortController();

  constructor(
    /** As the jobs process connects. */
    private readonly pool: Pool,
    private readonly providers: readonly TranslationProvider[],
  ) {}

  async ask({ id, operation, path, language = 'hu' }: Extract): Promise<void> {
    await this.pool.query(
      `INSERT INTO translation (id, operation, file, sha256, bytes, language, priority) VALUES ($1, $2, 'F1', $3, 1, $4, 5)`,
      [id, operation, path, language],
    );
    await this.prepare(id);
  }

  prepare(id: string): Promise<void> {
    return prepare(
      { pool: this.pool, providers: this.providers, open: (path) => Promise.resolve(createReadStream(path)) },
      id,
    );
  }

  /** As a person would, with what was recognised. */
  async confirm(id: string, providers: readonly string[] | null, owner?: string): Promise<void> {
    const { recognised } = await this.row<{ recognised: { mapping: object } }>(id);
    const mapping = extractMapping.parse({ ...(owner === undefined ? {} : { owner }), ...recognised.mapping });
    await this.pool.query(`UPDATE translation SET mapping = $2, providers = $3, state = 'reading' WHERE id = $1`, [
      id,
      JSON.stringify(mapping),
      providers,
    ]);
  }

  /** All that there is to do once it is confirmed. @returns whether all of its English is there */
  async workThrough(id: string, atOnce: number): Promise<boolean> {
    const planned = this.prepare(id);
    await Promise.all([planned, this.send(id, atOnce, planned)]);
    return this.assemble(id);
  }

  /** Sends what waits, by as many at once; also what is still being planned. */
  async send(id: string, atOnce = 2, planned?: Promise<void>): Promise<void> {
    let isPlanned = planned === undefined;
    planned?.then(
      () => (isPlanned = true),
      () => (isPlanned = true),
    );
    const working = { pool: this.pool, providers: this.providers, stopping: this.stopping.signal };
    const underWay = new Set<number>();
    const lane = async () => {
      while (!this.stopping.signal.aborted) {
        const isLastLook = isPlanned;
        const request = (await this.waiting(id)).find((nth) => !underWay.has(nth));
        if (request !== undefined) {
          underWay.add(request);
          await workOnRequest(working, id, request);
          underWay.delete(request);
        } else if (isLastLook) return;
        else await sleep(LOOK_AGAIN_MS);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
  }

  async assemble(id: string): Promise<boolean> {
    const { nth } = await this.row<{ nth: number }>(id);
    return assembleEnglish(this.pool, nth, new Set(['gloss']));
  }

  async row<T = Record<string, unknown>>(id: string): Promise<T> {
    const { rows } = await this.pool.query<T & object>('SELECT * FROM translation WHERE id = $1', [id]);
    return rows[0] as T;
  }

  private async waiting(id: string): Promise<readonly number[]> {
    const { rows } = await this.pool.query<{ nth: number }>(
      `SELECT r.nth FROM translation_request r JOIN translation t ON t.nth = r.translation
       WHERE t.id = $1 AND r.state = 'waiting' AND t.state IN ('understanding', 'translating') AND NOT t.paused ORDER BY 1`,
      [id],
    );
    return rows.map(({ nth }) => nth);
  }
}
