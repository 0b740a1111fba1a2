import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Request } from 'express';
import { Pool } from 'pg';
import type { Actor, Force } from '../../../domain/access/actor';
import { forcesNear } from '../../../domain/access/remit';
import type { Mapping } from '../../../domain/profiles/mapping.schema';
import type { Suggestion } from '../../../domain/profiles/suggest-mapping';
import { fingerprintOf } from '../../../platform/commands/envelope';
import { claim, release } from '../../../platform/files/claims';
import type { FileStore } from '../../../platform/files/file-store';
import { suggestFor } from '../../../platform/profiles/suggest';
import { Unreadable } from '../../../platform/profiles/unreadable';
import { Readings } from '../access/readings';
import type { ApiConfig } from '../config';
import { receive, type Received } from '../files/receive';
import { nextLink, page } from '../http/cursor';
import { invalid, Problem } from '../http/problems';
import { CONFIG, FILE_STORE } from '../tokens';
import {
  force as forceSchema,
  importCursor,
  type ForceImport,
  type ImportPage,
  type ImportsQuery,
  type SavedMapping,
} from './imports.schema';

const COLUMNS = `id, force, name, state, bytes::float8 AS bytes, bytes_read::float8 AS "bytesRead", rows_read AS rows, records, rejected, problem,
  peak_memory::float8 AS "peakMemory", made_by AS "madeBy", rfc3339(made_at) AS "madeAt", rfc3339(ended_at) AS "endedAt", nth`;
const MAPPING = `version, mapping, made_by AS "madeBy", rfc3339(made_at) AS "madeAt"`;
/** Rejects that are handed out at once. */
const REJECTS = 100_000;

type Row = ForceImport & { readonly nth: number };

export interface Reject {
  readonly line: number;
  readonly cell: string | null;
  readonly reason: string;
  readonly written: string;
}

/** Takes files of force data in, and keeps how they are read. */
@Injectable()
export class Imports implements OnModuleInit {
  private readonly incoming: string;

  constructor(
    @Inject(CONFIG) private readonly config: ApiConfig,
    @Inject(FILE_STORE) private readonly store: FileStore,
    private readonly pool: Pool,
    private readonly readings: Readings,
  ) {
    this.incoming = join(config.FILES_DIR, 'incoming');
  }

  async onModuleInit(): Promise<void> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
  }

  /** Suggests how a file is read, from its beginning. @throws Problem `validation`, `forbidden` */
  async suggest(request: Request, actor: Actor): Promise<Suggestion> {
    return this.received(request, actor, async (received, force) => {
      try {
        return await suggestFor(force, createReadStream(received.path));
      } catch (error) {
        throw error instanceof Unreadable ? invalid('file', error.message) : error;
      }
    });
  }

  /** @throws Problem `not-found` */
  async mapping(force: Force, actor: Actor): Promise<SavedMapping> {
    const { rows } = await this.readings.as(actor, (reader) =>
      reader.query<SavedMapping>(
        `SELECT ${MAPPING} FROM force_mapping WHERE force = $1 ORDER BY version DESC LIMIT 1`,
        [force],
      ),
    );
    if (!rows[0])
      throw new Problem(
        'not-found',
        `How files of ${force} are read is not known yet: have it suggested, and save it.`,
      );
    return rows[0];
  }

  /** Keeps how a force's files are read from now on. @throws Problem `forbidden` */
  async saveMapping(force: Force, mapping: Mapping, actor: Actor): Promise<SavedMapping> {
    requireNear(actor, force);
    if (mapping.force !== force) throw invalid('force', `This is the address of ${force}.`);
    await this.readings.records(
      actor,
      (records) =>
        records.$executeRaw`
        INSERT INTO force_mapping (force, version, mapping, made_by)
        SELECT ${force}, coalesce(max(version), 0) + 1, ${JSON.stringify(mapping)}::jsonb, ${actor.id} FROM force_mapping WHERE force = ${force}
        HAVING NOT coalesce((array_agg(mapping ORDER BY version DESC))[1] = ${JSON.stringify(mapping)}::jsonb, false)`,
    );
    return this.mapping(force, actor);
  }

  /**
   * Takes a file in: it is kept, and its records are read by the jobs process. Repeated with the same key it is taken in once.
   *
   * @throws Problem `validation`, `forbidden`, `not-found`, `idempotency-mismatch`
   */
  async take(
    request: Request,
    actor: Actor,
    key: string,
  ): Promise<{ readonly made: ForceImport; readonly replayed: boolean }> {
    const id = createHash('sha256').update(`${actor.id}\nimport\n${key}`).digest('hex').slice(0, 32);
    return this.received(request, actor, async ({ path, name, size, sha256 }, force) => {
      const { mapping } = await this.mapping(force, actor);
      const fingerprint = fingerprintOf({ force, sha256 }, this.config.FINGERPRINT_KEY);
      const before = await this.find(id, actor);
      if (!before) {
        const claimed = await claim(this.pool, sha256, 'import', id);
        try {
          await this.store.put(sha256, path);
          await this.readings.records(
            actor,
            (records) =>
              records.$executeRaw`
              INSERT INTO force_import (id, force, name, sha256, bytes, mapping, fingerprint, made_by)
              VALUES (${id}, ${force}, ${name.slice(0, 200) || 'records.csv'}, ${sha256}, ${size}, ${JSON.stringify(mapping)}::jsonb, ${fingerprint}, ${actor.id})`,
          );
        } catch (error) {
          await release(this.pool, this.store, [claimed]);
          throw error;
        }
      }
      const { rows } = await this.readings.as(actor, (reader) =>
        reader.query<{ fingerprint: string }>('SELECT fingerprint FROM force_import WHERE id = $1', [id]),
      );
      if (rows[0]?.fingerprint !== fingerprint) throw new Problem('idempotency-mismatch');
      return { made: await this.one(id, actor), replayed: before !== undefined };
    });
  }

  async page(query: ImportsQuery, actor: Actor): Promise<ImportPage> {
    const [before] = query.cursor === undefined ? [null] : importCursor.decode(query.cursor);
    const { rows } = await this.readings.as(actor, (reader) =>
      reader.query<Row>(
        `SELECT ${COLUMNS} FROM force_import WHERE ($1::text IS NULL OR force = $1) AND ($2::integer IS NULL OR nth < $2)
         ORDER BY nth DESC LIMIT $3`,
        [query.force ?? null, before, query.limit + 1],
      ),
    );
    const { rows: items, last } = page(rows, query.limit);
    return {
      items: items.map(shown),
      next: last && nextLink('/api/v1/profiles/imports', query, importCursor.encode([last.nth])),
    };
  }

  /** @throws Problem `not-found` */
  async one(id: string, actor: Actor): Promise<ForceImport> {
    const found = await this.find(id, actor);
    if (!found) throw noImport();
    return shown(found);
  }

  /** What was not taken in, by line. @throws Problem `not-found` */
  async rejects(id: string, actor: Actor): Promise<readonly Reject[]> {
    const found = await this.find(id, actor);
    if (!found) throw noImport();
    const { rows } = await this.readings.as(actor, (reader) =>
      reader.query<Reject>(
        `SELECT line, cell, reason, written FROM force_reject_near WHERE import = $1 ORDER BY line LIMIT ${REJECTS}`,
        [found.nth],
      ),
    );
    return rows;
  }

  private async find(id: string, actor: Actor): Promise<Row | undefined> {
    const { rows } = await this.readings.as(actor, (reader) =>
      reader.query<Row>(`SELECT ${COLUMNS} FROM force_import WHERE id = $1`, [id]),
    );
    return rows[0];
  }

  private async received<T>(
    request: Request,
    actor: Actor,
    act: (received: Received, force: Force) => Promise<T>,
  ): Promise<T> {
    const received = await receive(request, {
      folder: this.incoming,
      maxBytes: this.config.IMPORT_MAX_BYTES,
      fields: ['force'],
    });
    try {
      const force = forceSchema.safeParse(received.fields['force'] ?? actor.force);
      if (!force.success) throw invalid('force', `Name one of: ${forceSchema.options.join(', ')}.`);
      requireNear(actor, force.data);
      return await act(received, force.data);
    } finally {
      await rm(received.path, { force: true });
    }
  }
}

function requireNear(actor: Actor, force: Force): void {
  if (!forcesNear(actor).includes(force))
    throw new Problem('forbidden', `Records of ${force} are handed in by ${force}, and you are of ${actor.force}.`);
}

const shown = ({ nth: _, ...made }: Row): ForceImport => made;
export const noImport = () => new Problem('not-found', 'There is no such import.');
