import { worklistSql } from '../../../apps/api/operations/worklist.sql';
import { worklistQuery, type WorklistFilters } from '../../../apps/api/operations/worklist.schema';
import { seedWorklist } from '../../../bench/seed/seed';
import type { Actor } from '../../../domain/access/actor';
import { remitOf } from '../../../domain/access/remit';
import { readingAs } from '../../../platform/access/reading';
import { OwnDatabase } from '../../support/own-database';

const OPERATIONS = 22_000;
/** Blocks of 8 kB; the whole table has thousands. */
const MOST_BLOCKS = 1_000;

const READERS: Readonly<Record<string, Actor & { readonly named: number }>> = {
  'a supervisor of a force': { id: 'supervisor', roles: ['supervisor'], force: 'norfolk', named: 0 },
  'a tasking officer': { id: 'tasking', roles: ['tasking-officer'], force: 'norfolk', named: 150 },
  'a member of teams': { id: 'member', roles: ['intelligence-analyst'], force: 'lincolnshire', named: 60 },
};

const ASKED: readonly WorklistFilters[] = [
  {},
  { order: 'due' },
  { order: 'due', dueBefore: '2025-01-20T00:00:00Z' },
  { dueBefore: '2025-01-20T00:00:00Z' },
  { order: 'risk' },
  { order: 'risk', stage: 'assessment' },
  { order: 'risk', awaiting: 'tasking-decision' },
  { order: 'risk', threatArea: 'county-lines' },
  { awaiting: 'any' },
  { awaiting: 'package-sign-off', order: 'due' },
  { awaiting: 'rollback-approval' },
  { search: 'sample' },
  { search: 'nothing is called so' },
  { search: 'OP-2025-0001', order: 'risk' },
  { search: '2025-' },
  { search: '12345' },
  { person: 'member' },
  { person: 'member', order: 'due' },
  { person: 'nobody', order: 'risk' },
];

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Plan[];
}
const nodesOf = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

describe('a page of a long worklist', () => {
  let database: OwnDatabase;
  beforeAll(async () => {
    database = await OwnDatabase.create();
    await seedWorklist(database.ownerUrl, OPERATIONS);
    for (const { id, named } of Object.values(READERS))
      await database.as.owner.query(
        `UPDATE operation SET brief = jsonb_set(brief, '{named}', brief -> 'named' || jsonb_build_array(
                  jsonb_build_object('person', $1::text, 'grant', 'team', 'until', null)))
         WHERE reference IN (SELECT reference FROM operation ORDER BY md5(reference || $1) LIMIT $2)`,
        [id, named],
      );
    await database.as.owner.query('VACUUM ANALYZE operation');
    await database.as.owner.query('VACUUM ANALYZE operation_person');
  }, 300_000);
  afterAll(() => database.drop());

  const cases = Object.keys(READERS).flatMap((who) => ASKED.map((asks) => [who, asks] as const));
  it.each(cases)('reads little of it for %s: %j', async (who, asks) => {
    const plan = await readingAs(database.as.api, remitOf(READERS[who] as Actor), async (reader) => {
      const { text, values } = worklistSql(reader, worklistQuery.parse(asks));
      const { rows } = await reader.query<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>(
        `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
        values,
      );
      return rows[0]?.['QUERY PLAN'][0]?.Plan as Plan;
    });
    expect(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']).toBeLessThan(MOST_BLOCKS);
    const scanned = nodesOf(plan).filter((node) => node['Node Type'] === 'Seq Scan');
    expect(scanned.map((node) => node['Relation Name'])).toEqual([]);
  });
});
