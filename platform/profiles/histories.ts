import type { Pool, PoolClient } from 'pg';
import { FORCES } from '../../domain/access/actor';
import { bitsOf, OFFENCE_FACTS } from '../../domain/profiles/areas.v1';
import { DAY_SHIFT, FORCE_SHIFT, VICTIM_BIT, type HistoryBlock } from '../../domain/profiles/history';
import type { RfgModel } from '../../domain/profiles/rfg-model.schema';
import { copyOut } from '../database/copy-out';

/** Events in a block. */
const BLOCK = 100_000;

const MISSING = bitsOf(['missing-persons']);
const WOMEN = bitsOf(['violence-against-women-and-girls']);
const CHILDREN = bitsOf(['child-sexual-exploitation']);
const OFFENDERS = bitsOf(['sexual-offender-management']);

/**
 * Makes the histories of all people anew: crimes and episodes of being missing, each once however often it was submitted. What a
 * victim is decides with the offence in which areas a crime counts, and so do markers: any crime of a registered sexual offender
 * matters to whoever manages them.
 */
const MAKE = `
  INSERT INTO profile_history (block, people, counts, facts, cchi, severity)
  WITH offence AS (
    SELECT * FROM unnest($1::text[], $2::integer[], $3::integer[], $4::integer[], $5::integer[], $6::integer[])
      AS o (code, always, female, child, cchi, severity)),
  victim AS (
    SELECT i.force, r.reference, bool_or(r.sex = 'female') AS female, bool_or(r.birth > r.occurred - interval '18 years') AS child
    FROM force_record r JOIN force_import i ON i.nth = r.import AND i.state = 'loaded'
    WHERE r.kind = 'crime' AND r.role = 'victim' GROUP BY i.force, r.reference),
  event AS (
    SELECT m.person, i.force, r.kind, r.reference, r.role, r.offence, max(r.occurred) AS occurred, max(r.markers) AS markers
    FROM force_record r JOIN force_import i ON i.nth = r.import AND i.state = 'loaded'
      JOIN record_identity ri ON ri.import = r.import AND ri.line = r.line JOIN person_member m ON m.identity = ri.identity
    WHERE r.kind = 'crime' AND r.role IN ('suspect', 'victim') OR r.kind = 'missing'
    GROUP BY m.person, i.force, r.kind, r.reference, r.role, r.offence),
  fact AS (
    SELECT e.person, ((e.occurred - '1970-01-01'::date) << ${DAY_SHIFT}) | ((array_position($7::text[], e.force) - 1) << ${FORCE_SHIFT})
        | CASE WHEN e.role = 'suspect' THEN 0 ELSE ${VICTIM_BIT} END
        | CASE WHEN e.kind = 'missing' THEN ${MISSING} ELSE coalesce(o.always, 0)
          | CASE WHEN v.female THEN coalesce(o.female, 0) | CASE WHEN e.markers ~ '\\m(VAWG|DA)\\M' THEN ${WOMEN} ELSE 0 END ELSE 0 END
          | CASE WHEN v.child THEN coalesce(o.child, 0) ELSE 0 END
          | CASE WHEN e.markers ~ '\\mCSE\\M' THEN ${CHILDREN} ELSE 0 END
          | CASE WHEN e.role = 'suspect' AND e.markers ~ '\\m(RSO|VISOR)\\M' THEN ${OFFENDERS} ELSE 0 END END AS fact,
      coalesce(o.cchi, -1) AS cchi, coalesce(o.severity, -1) AS severity
    FROM event e LEFT JOIN offence o ON o.code = e.offence LEFT JOIN victim v ON v.force = e.force AND v.reference = e.reference),
  numbered AS (SELECT *, row_number() OVER (ORDER BY person, fact, cchi) AS nth FROM fact),
  own AS (
    SELECT (nth - 1) / ${BLOCK} AS block, person, count(*)::integer AS events, string_agg(int4send(fact), '' ORDER BY nth) AS facts,
      string_agg(int4send(cchi), '' ORDER BY nth) AS cchi, string_agg(int4send(severity), '' ORDER BY nth) AS severity
    FROM numbered GROUP BY 1, 2)
  SELECT block, string_agg(int4send(person), '' ORDER BY person), string_agg(int4send(events), '' ORDER BY person),
    string_agg(facts, '' ORDER BY person), string_agg(cchi, '' ORDER BY person), string_agg(severity, '' ORDER BY person)
  FROM own GROUP BY 1`;

/** In one transaction of the caller. */
export async function makeHistories(connection: PoolClient): Promise<void> {
  await connection.query('TRUNCATE profile_history');
  const of = <K extends keyof (typeof OFFENCE_FACTS)[number]>(key: K) => OFFENCE_FACTS.map((offence) => offence[key]);
  await connection.query(MAKE, [
    of('code'),
    of('always'),
    of('female'),
    of('child'),
    of('cchi'),
    of('severity'),
    [...FORCES],
  ]);
}

/** The histories of all people, block by block. */
export async function* readHistories(pool: Pool, gravity: RfgModel['gravity']): AsyncGenerator<HistoryBlock> {
  const { rows } = await pool.query<{ block: number }>('SELECT block FROM profile_history ORDER BY block');
  const connection = await pool.connect();
  const read = (block: number | undefined) =>
    block === undefined
      ? undefined
      : numbersOf(connection, `SELECT people, counts, facts, ${gravity} FROM profile_history WHERE block = ${block}`);
  try {
    let next = read(rows[0]?.block);
    for (let nth = 0; next !== undefined; nth++) {
      const [people, counts, facts, harms] = (await next) as [Int32Array, Int32Array, Int32Array, Int32Array];
      // The next one is on its way while this one is worked on.
      next = read(rows[nth + 1]?.block);
      yield { people, counts, facts, harms };
    }
    connection.release();
  } catch (error) {
    connection.release(error as Error);
    throw error;
  }
}

/** Signature, flags and the length of an extension that is not there. */
const COPY_HEADER = 19;
/** What stands before a value: its length. */
const LENGTH = 4;

/**
 * The columns of one row, as they are stored: the client decodes whatever it reads by a query as text, and by COPY it does not.
 * Format: PostgreSQL's documentation of COPY, “Binary Format”.
 */
async function numbersOf(connection: PoolClient, select: string): Promise<readonly Int32Array[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of copyOut(connection, `COPY (${select}) TO STDOUT (FORMAT binary)`)) chunks.push(chunk);
  const columnsAt = PAD.length + COPY_HEADER;
  const bytes = Buffer.concat([PAD, ...chunks]);
  let at = columnsAt + 2;
  return Array.from({ length: bytes.readInt16BE(columnsAt) }, () => {
    const length = bytes.readInt32BE(at);
    at += LENGTH + length;
    // PostgreSQL sends numbers with the highest byte first.
    const numbers = bytes.subarray(at - length, at).swap32();
    return new Int32Array(numbers.buffer, numbers.byteOffset, length / 4);
  });
}

/** Put before what is read, it brings all numbers to where numbers may stand. */
const PAD = Buffer.alloc(3);
