import fc from 'fast-check';
import { soughtBy } from '../../../apps/api/operations/search';
import { WorklistRead } from '../../../apps/api/operations/worklist.read';
import {
  WORKLIST_ORDERS,
  worklistQuery,
  type WorklistFilters,
  type WorklistQuery,
} from '../../../apps/api/operations/worklist.schema';
import type { Actor } from '../../../domain/access/actor';
import { maySee, type NamedPerson } from '../../../domain/access/need-to-know';
import { remitOf } from '../../../domain/access/remit';
import { AWAITABLE, stagesAwaiting } from '../../../domain/operation/awaiting';
import { STAGES, THREAT_AREAS } from '../../../domain/operation/codes';
import { readingAs } from '../../../platform/access/reading';
import { OwnDatabase } from '../../support/own-database';

const PEOPLE = ['ann', 'bea', 'cyd'] as const;
const LEAD_FORCES = ['norfolk', 'kent', 'lincolnshire'] as const;
const DAYS = ['05', '06', '07'].map((day) => `2026-01-${day}T09:00:00.000Z`);
const maybe = <T>(...values: readonly T[]) => fc.constantFrom(null, ...values);

/** What a row of the worklist is made from; few different values, so that orders have ties to break. */
const made = fc.constantFrom(...STAGES).chain((stage) => {
  const awaitable = AWAITABLE.filter((code) => stagesAwaiting(code).includes(stage));
  return fc.record({
    stage: fc.constant(stage),
    leadForce: fc.constantFrom(...LEAD_FORCES),
    threatArea: fc.constantFrom(...THREAT_AREAS),
    marking: fc.constant(null),
    codename: maybe('Mosaic', 'mosque', 'Volvox', 'Éire'),
    nextDueAt: maybe(...DAYS),
    submittedAt: maybe(...DAYS),
    risk: maybe(0, 15, 150),
    mergedInto: fc.constantFrom(null, null, null, 'OP-2026-000001'),
    awaiting: fc.subarray(awaitable, { maxLength: Math.min(2, awaitable.length) }),
    named: fc.array(
      fc.record({
        person: fc.constantFrom(...PEOPLE),
        grant: fc.constantFrom('team', 'team', 'specific', 'excluded'),
        until: fc.constant(null),
      }) as fc.Arbitrary<NamedPerson>,
      { maxLength: 2 },
    ),
  });
});
type Made = (typeof made extends fc.Arbitrary<infer T> ? T : never) & { reference: string; updatedAt: string };

const asked: fc.Arbitrary<WorklistFilters> = fc.record(
  {
    stage: fc.constantFrom(...STAGES),
    leadForce: fc.constantFrom(...LEAD_FORCES),
    person: fc.constantFrom(...PEOPLE, 'nobody'),
    awaiting: fc.constantFrom('any', ...AWAITABLE),
    dueBefore: fc.constantFrom('2026-01-06T09:00:00Z', '2026-01-07T10:00:00+01:00'),
    search: fc.constantFrom('mo', 'MOSA', 'volvox', 'éi', 'op-2026-0001', '2026-00003', '17', '000231', 'zz'),
    order: fc.constantFrom(...WORKLIST_ORDERS),
  },
  { requiredKeys: [] },
);
const NARROWING = ['stage', 'leadForce', 'person', 'awaiting', 'dueBefore', 'search'];
/** Narrowed by one thing or two: by all at once, nothing would be left. */
const query = fc
  .tuple(asked, fc.integer({ min: 7, max: 40 }), fc.subarray(NARROWING, { maxLength: 2 }))
  .map(([filters, limit, kept]) =>
    worklistQuery.parse({
      ...Object.fromEntries(Object.entries(filters).filter(([name]) => name === 'order' || kept.includes(name))),
      limit,
    }),
  );
const actor: fc.Arbitrary<Actor> = fc.record({
  id: fc.constantFrom(...PEOPLE),
  roles: fc.constantFrom(['supervisor'], ['tasking-officer'], ['intelligence-analyst', 'supervisor'], []),
  force: fc.constantFrom('norfolk', 'kent', 'ersou'),
});

/** What was made, as the rule alone says it is listed. */
function expected(all: readonly Made[], { id, ...rest }: Actor, asks: WorklistQuery): readonly string[] {
  const remit = remitOf({ id, ...rest });
  const found = all.filter((one) => maySee(remit, one, new Date().toISOString()) && isAsked(one, asks));
  return found.sort((a, b) => ranks(a, b, asks)).map(({ reference }) => reference);
}

function isAsked(one: Made, { stage, leadForce, person, awaiting, dueBefore, search, order }: WorklistQuery): boolean {
  if (one.mergedInto !== null || (order === 'due' && one.nextDueAt === null)) return false;
  if ((stage ?? one.stage) !== one.stage || (leadForce ?? one.leadForce) !== one.leadForce) return false;
  if (person && !one.named.some((named) => named.person === person && named.grant === 'team')) return false;
  if (awaiting && !(awaiting === 'any' ? one.awaiting.length > 0 : one.awaiting.includes(awaiting))) return false;
  if (dueBefore && !(one.nextDueAt !== null && one.nextDueAt < dueBefore)) return false;
  if (search === undefined) return true;
  const sought = soughtBy(search, 2026);
  return (
    one.codename?.toLowerCase().startsWith(search.toLowerCase()) === true ||
    (sought.reference !== undefined && one.reference.startsWith(sought.reference)) ||
    sought.numbered?.includes(one.reference) === true
  );
}

function ranks(a: Made, b: Made, { order = 'changed' }: WorklistQuery): number {
  const keys = ({ updatedAt, nextDueAt, risk, submittedAt }: Made) =>
    ({ changed: [updatedAt], due: [nextDueAt], risk: [999 - (risk ?? -1), submittedAt ?? '9'] })[order];
  const [one, other] = [a, b].map((each) => [...keys(each), each.reference]) as [unknown[], unknown[]];
  const at = one.findIndex((key, nth) => key !== other[nth]);
  const sign = (one[at] as string) < (other[at] as string) ? -1 : 1;
  return order === 'changed' ? -sign : sign;
}

describe('the worklist', () => {
  const worklist = new WorklistRead();
  let database: OwnDatabase;
  let all: readonly Made[];
  beforeAll(async () => {
    database = await OwnDatabase.create();
    all = fc.sample(made, { numRuns: 400, seed: 11 }).map((one, nth) => ({
      ...one,
      reference: `OP-2026-${String(nth).padStart(6, '0')}`,
      updatedAt: new Date(Date.UTC(2026, 1, 1, 0, (nth * 7) % 40)).toISOString(),
    }));
    await database.as.owner.query(
      `INSERT INTO operation (reference, sequence, head_hash, brief, state_sequence, fold_version, state, opened_at, updated_at,
                              submitted_at)
       SELECT value ->> 'reference', 1, '', value, 1, 4, '{"sequence": 1}', '2026-01-01Z', (value ->> 'updatedAt')::timestamptz,
              (value ->> 'submittedAt')::timestamptz
       FROM jsonb_array_elements($1)`,
      [JSON.stringify(all)],
    );
  });
  afterAll(() => database.drop());

  /** All pages, one after the other, as a client walks them. */
  const listed = (who: Actor, first: WorklistQuery) =>
    readingAs(database.as.api, remitOf(who), async (reader) => {
      const found: string[] = [];
      for (let next: WorklistQuery | null = first; next;) {
        const page = await worklist.page(reader, next);
        found.push(...page.items.map(({ reference }) => reference));
        const further: string | null = page.next;
        next =
          further === null ? null : worklistQuery.parse(Object.fromEntries(new URL(further, 'http://x').searchParams));
      }
      return found;
    });

  it('is just what is asked for of what is seen, in its order, each once, whatever the pages', async () => {
    await fc.assert(
      fc.asyncProperty(actor, query, async (who, asks) => {
        expect(await listed(who, asks)).toEqual(expected(all, who, asks));
      }),
      { numRuns: 200 },
    );
  });

  it('shows what there is to say of each', async () => {
    const supervisor: Actor = { id: 'somebody', roles: ['supervisor'], force: 'norfolk' };
    const one = all.find(
      ({ leadForce, risk, awaiting, mergedInto, named }) =>
        leadForce === 'norfolk' && risk !== null && awaiting.length > 0 && mergedInto === null && named.length > 0,
    ) as Made;
    const page = await readingAs(database.as.api, remitOf(supervisor), (reader) =>
      worklist.page(reader, worklistQuery.parse({ search: one.reference })),
    );
    const { risk, awaiting, submittedAt, nextDueAt } = one;
    expect(page.items).toMatchObject([{ reference: one.reference, risk, awaiting, submittedAt, nextDueAt }]);
  });

  it('takes the cursor of one order for none of another', async () => {
    const supervisor: Actor = { id: 'somebody', roles: ['supervisor'], force: 'norfolk' };
    const cursorOf = async (order: WorklistQuery['order']) => {
      const { next } = await readingAs(database.as.api, remitOf(supervisor), (reader) =>
        worklist.page(reader, worklistQuery.parse({ order, limit: 1 })),
      );
      return new URL(next as string, 'http://x').searchParams.get('cursor') as string;
    };
    for (const order of WORKLIST_ORDERS)
      for (const other of WORKLIST_ORDERS.filter((one) => one !== order))
        await expect(
          listed(supervisor, worklistQuery.parse({ order, cursor: await cursorOf(other) })),
        ).rejects.toMatchObject({ problem: 'validation' });
  });
});
