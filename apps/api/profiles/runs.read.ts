import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import { forcesNear } from '../../../domain/access/remit';
import type { ProfileRole } from '../../../domain/profiles/areas.v1';
import { flagsOf } from '../../../domain/profiles/flags';
import { fingerprintOf } from '../../../platform/commands/envelope';
import { Readings } from '../access/readings';
import type { ApiConfig } from '../config';
import { nextLink, page } from '../http/cursor';
import { Problem } from '../http/problems';
import { CONFIG } from '../tokens';
import { offencesBehind } from './offences-behind';
import {
  LEAD,
  rankingCursor,
  runCursor,
  type ProfileRun,
  type RankedAnswer,
  type RankingAnswer,
  type RankingQuery,
  type RunPage,
  type RunRequest,
  type RunsQuery,
  type VolumeAnswer,
  type VolumeQuery,
} from './runs.schema';

const HEAD = `id, nth, state, step, as_of::text AS "asOf", model, peak_memory::float8 AS "peakMemory", made_by AS "madeBy",
  rfc3339(made_at) AS "madeAt", rfc3339(ended_at) AS "endedAt"`;
/** Hundredths, as harm is kept. */
const PARTS = 100;
const KEYS = { month: "to_char(month, 'YYYY-MM')", force: 'force', offences: 'offences', place: 'place' } as const;

type RunRow = Omit<ProfileRun, 'notice' | 'lists'> & {
  readonly lists: readonly { readonly events: number; readonly harm: number; readonly unmapped: number }[] | null;
};

/** Profilings: asks for one, and reads what they have found as its reader may see it. */
@Injectable()
export class Runs {
  constructor(
    @Inject(CONFIG) private readonly config: ApiConfig,
    private readonly readings: Readings,
  ) {}

  /** Asks for a profiling. Repeated with the same key it is made once. @throws Problem `idempotency-mismatch` */
  async make(
    request: RunRequest,
    actor: Actor,
    key: string,
  ): Promise<{ readonly made: ProfileRun; readonly replayed: boolean }> {
    const id = createHash('sha256').update(`${actor.id}\nprofile run\n${key}`).digest('hex').slice(0, 32);
    const fingerprint = fingerprintOf(request, this.config.FINGERPRINT_KEY);
    const [made, before] = await this.readings.records(actor, async (records) => {
      const inserted = await records.$executeRaw`
        INSERT INTO profile_run (id, model, as_of, fingerprint, made_by)
        VALUES (${id}, ${JSON.stringify(request.model)}::jsonb, ${request.asOf}::date, ${fingerprint}, ${actor.id}) ON CONFLICT DO NOTHING`;
      const rows = await records.$queryRaw<
        { fingerprint: string }[]
      >`SELECT fingerprint FROM profile_run WHERE id = ${id}`;
      return [inserted === 1, rows[0]?.fingerprint] as const;
    });
    if (before !== fingerprint) throw new Problem('idempotency-mismatch');
    return { made: await this.one(id, actor), replayed: !made };
  }

  async page(query: RunsQuery, actor: Actor): Promise<RunPage> {
    const [before] = query.cursor === undefined ? [null] : runCursor.decode(query.cursor);
    const { rows } = await this.readings.as(actor, (reader) =>
      reader.query<RunRow>(
        `SELECT ${HEAD} FROM profile_run WHERE $1::integer IS NULL OR nth < $1 ORDER BY nth DESC LIMIT $2`,
        [before, query.limit + 1],
      ),
    );
    const { rows: items, last } = page(rows, query.limit);
    return {
      items: items.map((run) => ({ ...run, notice: LEAD })),
      next: last && nextLink('/api/v1/profiles/runs', query, runCursor.encode([last.nth])),
    };
  }

  /** @throws Problem `not-found` */
  async one(id: string, actor: Actor): Promise<ProfileRun> {
    const { rows } = await this.readings.as(actor, (reader) =>
      reader.query<RunRow>(`SELECT ${HEAD}, lists, back_test AS "backTest", disparity FROM profile_run WHERE id = $1`, [
        id,
      ]),
    );
    const run = rows[0];
    if (!run) throw noRun();
    const lists = run.lists?.map(({ unmapped, harm, ...told }) => ({
      ...told,
      harm: harm / PARTS,
      unmappedShare: shareOf(unmapped, told.events),
    }));
    return { ...run, notice: LEAD, lists: (lists as ProfileRun['lists']) ?? null };
  }

  /** Part of a list, as its reader may see it. @throws Problem `not-found`, `forbidden` */
  async ranking(id: string, query: RankingQuery, actor: Actor): Promise<RankingAnswer> {
    const { role, area, scope } = query;
    if (scope !== 'all' && !forcesNear(actor).includes(scope))
      throw new Problem(
        'forbidden',
        `The list of ${scope} is for ${scope}: read the one across counties, or your own.`,
      );
    const run = await this.done(id, actor);
    const [after] = query.cursor === undefined ? [0] : rankingCursor.decode(query.cursor);
    const { rows } = await this.readings.as(actor, (reader) =>
      reader.query<RankRow>(
        `SELECT rank, person, score, recency, frequency, gravity, events, harm::float8 AS harm, unmapped, last_day::text AS "lastDay", forces, before
         FROM profile_ranking($1, $2, $3, $4, $5, $6)`,
        [run.nth, role, area, scope, after, query.limit + 1],
      ),
    );
    const { rows: items, last } = page(rows, query.limit);
    const people = items.flatMap(({ person }) => person ?? []);
    const behind = await this.readings.as(actor, (reader) => offencesBehind(reader, people, { role, area, ...run }));
    return {
      notice: LEAD,
      run: id,
      items: items.map((row) => ({ ...shown(row, role), offences: [...(behind.get(row.person ?? 0) ?? [])] })),
      next: last && nextLink(`/api/v1/profiles/runs/${id}/ranking`, query, rankingCursor.encode([last.rank])),
    };
  }

  /** Harm and volume of crimes, in parts. @throws Problem `not-found` */
  async volume(id: string, { by, force }: VolumeQuery, actor: Actor): Promise<VolumeAnswer> {
    const run = await this.done(id, actor);
    const { rows } = await this.readings.as(actor, (reader) =>
      reader.query<{ key: string; events: number; harm: number; unmapped: number }>(
        `SELECT ${KEYS[by]} AS key, sum(events)::integer AS events, sum(harm)::float8 AS harm, sum(unmapped)::integer AS unmapped
         FROM profile_volume WHERE run = $1 AND ($2::text IS NULL OR force = $2) GROUP BY 1 ORDER BY 1`,
        [run.nth, force ?? null],
      ),
    );
    return {
      notice: LEAD,
      items: rows.map(({ key, events, harm, unmapped }) => ({
        key,
        events,
        harm: harm / PARTS,
        unmappedShare: shareOf(unmapped, events),
      })),
    };
  }

  private async done(id: string, actor: Actor): Promise<Done> {
    const { rows } = await this.readings.as(actor, (reader) =>
      reader.query<Done & { readonly state: string }>(
        'SELECT nth, state, as_of::text AS "asOf", model FROM profile_run WHERE id = $1',
        [id],
      ),
    );
    if (!rows[0]) throw noRun();
    if (rows[0].state !== 'done')
      throw new Problem('not-found', 'This profiling is not done yet: look again when it is.');
    return rows[0];
  }
}

type Done = Pick<ProfileRun, 'nth' | 'asOf' | 'model'>;
type RankRow = Omit<RankedAnswer, 'flags' | 'unmappedShare' | 'offences'> & { readonly unmapped: number };

const shown = ({ unmapped, harm, ...row }: RankRow, role: ProfileRole): Omit<RankedAnswer, 'offences'> => ({
  ...row,
  harm: harm / PARTS,
  unmappedShare: shareOf(unmapped, row.events),
  flags: [...flagsOf(role, row.events, row.forces.length)],
});

const shareOf = (some: number, all: number) => (all === 0 ? 0 : some / all);

export const noRun = () => new Problem('not-found', 'There is no such profiling.');
