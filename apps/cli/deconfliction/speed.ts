import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { alternate, percentile, rounded } from '../../../bench/measure';
import type { Actor } from '../../../domain/access/actor';
import { soundsOf } from '../../../domain/deconfliction/sounds';
import { HeldText } from '../../../domain/text/text';
import { candidateValues } from '../../../platform/deconfliction/candidates';
import { PrismaClient } from '../../../prisma/generated/client';
import { Readings } from '../../api/access/readings';
import { DeconflictionRead } from '../../api/deconfliction/deconfliction.read';
import { MatchTokens } from '../../api/deconfliction/match-tokens';
import { labelledPeople, type Entry } from './labelled-people';
import { identityOfEntry } from './quality';

/** How often each person made is in the index, with other births and phones. */
const TIMES = 10;
const BATCH = 5_000;
const CHECKS = 300;
const SUBJECTS_EACH = 10;
const OFFICER: Actor = { id: 'measuring-officer', roles: ['tasking-officer'], force: 'kent' };

/** How long the check of one person takes against a full index, beside its search in SQL alone. */
export interface Speed {
  readonly subjects: number;
  readonly p95Ms: number;
  readonly sqlP95Ms: number;
}

/**
 * Fills the index and checks people against it, one at a time, each once by the API's own read and once in SQL alone.
 *
 * @param urls a database of its own
 */
export async function measureSpeed(
  urls: { readonly owner: string; readonly api: string; readonly jobs: string },
  subjects: number,
  say: (line: string) => void,
): Promise<Speed> {
  const [owner, api, jobs] = [urls.owner, urls.api, urls.jobs].map(
    (url) => new Pool({ connectionString: url, max: 2 }),
  ) as [Pool, Pool, Pool];
  try {
    const entries = await fill(owner, subjects, say);
    const tokens = new MatchTokens({ FINGERPRINT_KEY: Buffer.alloc(32) });
    const read = new DeconflictionRead(new Readings(api, new PrismaClient({ adapter: new PrismaPg(api) })), tokens);
    let nth = 0;
    const next = () => entries[Math.floor((nth++ * entries.length) / (2 * CHECKS))] as Entry;
    const taken = await alternate(CHECKS, {
      ours: () => {
        const sought = soughtOf(next());
        return () => read.check(OFFICER, [sought]);
      },
      bare: () => {
        const values = [...candidateValues(identityOfEntry(next()))];
        return () => jobs.query('SELECT * FROM identity_candidates($1, $2, $3, $4, $5, $6)', values);
      },
    });
    return { subjects, p95Ms: rounded(percentile(taken.ours, 95)), sqlP95Ms: rounded(percentile(taken.bare, 95)) };
  } finally {
    await Promise.all([owner.end(), api.end(), jobs.end()]);
  }
}

const soughtOf = ({ names, birth, phone }: Entry) => ({
  names: names.map((name) => new HeldText(name)),
  identifiers: [
    ...(birth === undefined ? [] : [{ kind: 'date-of-birth' as const, value: new HeldText(birth) }]),
    ...(phone === undefined ? [] : [{ kind: 'phone' as const, value: new HeldText(phone) }]),
  ],
});

/** Writes the index straight: each person made several times over, on other days and with other phones. Its indexes come last. */
async function fill(owner: Pool, subjects: number, say: (line: string) => void): Promise<readonly Entry[]> {
  const entries = labelledPeople(3, Math.ceil(subjects / TIMES)).slice(0, Math.ceil(subjects / TIMES));
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = 'identity' AND indexdef LIKE '%gin%'`,
  );
  for (const { name } of rows) await owner.query(`DROP INDEX ${name}`);
  for (let at = 0; at < entries.length; at += BATCH) {
    const made = entries.slice(at, at + BATCH).map((entry, nth) => {
      const identity = identityOfEntry(entry);
      return { ...identity, sounds: soundsOf(identity.names), nth: at + nth };
    });
    await owner.query(
      `INSERT INTO identity (operation, holder, names, sounds, births, marks)
       SELECT 'OP-MADE-' || place / ${SUBJECTS_EACH}, 'S' || place % ${SUBJECTS_EACH} + 1, names, sounds,
              ARRAY(SELECT CASE WHEN length(birth) = 10 THEN (birth::date + 137 * again)::text ELSE birth END FROM unnest(births) birth),
              ARRAY(SELECT CASE WHEN again = 0 THEN mark ELSE mark || '/' || again END FROM unnest(marks) mark)
       FROM jsonb_to_recordset($1) AS made (names text[], sounds bigint[], births text[], marks text[], nth integer),
            generate_series(0, ${TIMES - 1}) again, LATERAL (SELECT nth * ${TIMES} + again AS place) placed`,
      [JSON.stringify(made)],
    );
    if ((at / BATCH) % 5 === 4) say(`      ${(at + BATCH) * TIMES} subjects`);
  }
  for (const { definition } of rows) await owner.query(definition);
  await owner.query('VACUUM ANALYZE identity');
  return entries;
}
