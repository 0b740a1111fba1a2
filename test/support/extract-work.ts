import { createReadStream } from 'node:fs';
import type { Pool } from 'pg';
import { extractMapping } from '../../domain/translation/extract-mapping.schema';
import type { TranslationProvider } from '../../platform/translation/providers/provider';
import { assembleEnglish } from '../../platform/translation/work/assemble';
import { prepare } from '../../platform/translation/work/prepare';
import { workOnRequests } from '../../platform/translation/work/work-on-requests';

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
    await this.prepare(id);
  }

  /** Sends what waits, by as many at once. */
  async send(id: string, atOnce = 2): Promise<void> {
    for (;;) {
      const { rows } = await this.pool.query<{ nth: number }>(
        `SELECT r.nth FROM translation_request r JOIN translation t ON t.nth = r.translation
         WHERE t.id = $1 AND r.state = 'waiting' AND t.state = 'translating' AND NOT t.paused ORDER BY 1`,
        [id],
      );
      if (rows.length === 0 || this.stopping.signal.aborted) return;
      const shares = Array.from({ length: atOnce }, (_, share) => rows.filter((__, nth) => nth % atOnce === share));
      const working = { pool: this.pool, providers: this.providers, stopping: this.stopping.signal };
      await Promise.all(
        shares.map((share) =>
          workOnRequests(
            working,
            id,
            share.map(({ nth }) => nth),
          ),
        ),
      );
    }
  }

  async assemble(id: string): Promise<boolean> {
    const { nth } = await this.row<{ nth: number }>(id);
    return assembleEnglish(this.pool, nth, new Set(['gloss']));
  }

  async row<T = Record<string, unknown>>(id: string): Promise<T> {
    const { rows } = await this.pool.query<T & object>('SELECT * FROM translation WHERE id = $1', [id]);
    return rows[0] as T;
  }
}
