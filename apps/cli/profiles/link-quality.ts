import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** How well records were linked, over all pairs of records. */
export interface LinkQuality {
  /** As many as were found in these records. */
  readonly people: number;
  /** Of the pairs that were linked, those that are one person. */
  readonly linkPrecision: number;
  /** Of the pairs that are one person, those that were linked. */
  readonly linkRecall: number;
}

const MEASURE = `
  WITH known AS MATERIALIZED (
    SELECT t.person AS truth, m.person FROM truth t JOIN force_import i ON i.force = t.force AND i.id = ANY ($1)
      JOIN record_identity r ON r.import = i.nth AND r.line = t.line JOIN person_member m USING (identity)),
  both_ways AS (SELECT sum(n * (n - 1) / 2) AS pairs FROM (SELECT count(*) AS n FROM known GROUP BY truth, person) b),
  linked AS (SELECT sum(n * (n - 1) / 2) AS pairs, count(*) AS people FROM (SELECT count(*) AS n FROM known GROUP BY person) l),
  meant AS (SELECT sum(n * (n - 1) / 2) AS pairs FROM (SELECT count(*) AS n FROM known GROUP BY truth) m)
  SELECT linked.people::integer AS people, (both_ways.pairs / linked.pairs)::float8 AS "linkPrecision",
    (both_ways.pairs / meant.pairs)::float8 AS "linkRecall" FROM both_ways, linked, meant`;

/**
 * Measures the latest linkage by the truth that stands beside invented records.
 *
 * @param imports force and import of each file
 */
export async function linkQuality(
  owner: string,
  truth: string,
  imports: readonly (readonly [force: string, id: string])[],
): Promise<LinkQuality> {
  const pool = new Pool({ connectionString: owner, max: 1 });
  const connection = await pool.connect();
  try {
    await connection.query('CREATE TEMP TABLE truth (force text COLLATE "C", line integer, person bigint)');
    await pipeline(createReadStream(truth), connection.query(copyFrom('COPY truth FROM STDIN (FORMAT csv, HEADER)')));
    await connection.query('ANALYZE truth');
    const { rows } = await connection.query<LinkQuality>(MEASURE, [imports.map(([, id]) => id)]);
    const { people, linkPrecision, linkRecall } = rows[0] as LinkQuality;
    const round = (share: number) => Math.round(share * 10_000) / 10_000;
    return { people, linkPrecision: round(linkPrecision), linkRecall: round(linkRecall) };
  } finally {
    connection.release();
    await pool.end();
  }
}
