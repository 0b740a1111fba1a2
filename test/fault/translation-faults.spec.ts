import { mkdtempSync, openAsBlob, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Translation } from '../../apps/api/translations/translations.schema';
import { castOf } from '../../apps/cli/scenarios/cast';
import { takenOn } from '../../apps/cli/scenarios/derail';
import { media } from '../../apps/cli/scenarios/people';
import { Play } from '../../apps/cli/scenarios/scenario';
import type { PersonId } from '../../platform/embedded/identity/people';
import { generateExtract, type GeneratedExtract } from '../../samples/phone-extract/generate';
import type { FailPointName } from '../chaos/fail-point';
import type { Service } from '../chaos/plan';
import { startAzure } from '../support/azure-translator';
import { startFaultWorld } from '../support/fault-world';
import { eventually } from '../support/stack';

jest.setTimeout(600_000);

const KEY = 'a-key-of-nobody';
const ROWS = 60_000;

describe('a phone by Azure, which throttles, hangs and breaks off, amid kills', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-phone-'));
  let azure: Awaited<ReturnType<typeof startAzure>>;
  let fault: Awaited<ReturnType<typeof startFaultWorld>>;
  let play: Play<PersonId>;
  let phone: GeneratedExtract;
  let id: string;
  let path: string;
  beforeAll(async () => {
    const faults = { throttled: 0.1, unavailable: 0.05, 'reset-unread': 0.05, silent: 0.05, 'reset-after': 0.05 };
    azure = await startAzure({
      ...{ key: KEY, seed: 8, retryAfterSeconds: 1, latencyMs: 300 },
      faults: { ...faults, 'reset-midway': 0.05, 'wrong-json': 0.05, 'too-few': 0.05 },
    });
    fault = await startFaultWorld('amid-request', {
      TRANSLATOR_AZURE_ENDPOINT: azure.address,
      TRANSLATOR_AZURE_KEY: KEY,
      TRANSLATOR_TIMEOUT_MS: '2000',
    });
    phone = await generateExtract(folder, { messages: ROWS, format: 'csv', seed: 12 });
    await fault.world.pool.query(
      `INSERT INTO premises_rule (force, version, may_leave_up_to, made_by) VALUES ('norfolk', 1, 'OFFICIAL-SENSITIVE', 'x')`,
    );
    play = new Play(castOf(fault.stack.urls), () => undefined);
    await takenOn(play);
    await translatedAmidKills();
  });
  afterAll(async () => {
    await fault?.close();
    await azure?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const client = () => castOf(fault.stack.urls)[media];
  const standing = async () => (await client().get<Translation>(path)).body;
  const until = (what: string, holds: (one: Translation) => boolean) =>
    eventually(what, async () => holds(await standing()), 120);
  /** Kills at a point of the code, and starts again what was killed. */
  const dies = async (name: FailPointName) => {
    const point = fault.failPointAt(name);
    point.arm();
    expect(await point.struck(fault.stack, 90)).toBe(true);
    await fault.world.restart(['jobs']);
  };
  const killed = async (...services: Service[]) => {
    await fault.world.kill(services);
    await fault.world.restart(services);
  };

  async function translatedAmidKills(): Promise<void> {
    const { body } = await client().upload<{ events: readonly { payload: { file: string } }[] }>(
      `/api/v1/operations/${play.reference}/files`,
      await openAsBlob(phone.path),
      'phone.csv',
      {},
    );
    const asked = { language: 'hu', extract: 'Invented', file: body.events[0]?.payload.file };
    ({ translation: id } = (await play.does(media, '', 'requestTranslation', asked)) as { translation: string });
    path = `/api/v1/operations/${play.reference}/translations/T1`;
    await until('it is recognised', ({ state }) => state === 'to-confirm');
    const mapping = { owner: phone.owner, ...(await standing()).recognised?.mapping };
    await play.does(media, '', 'confirmExtract', { translation: id, mapping, providers: ['azure'] });
    await dies('before-messages');
    await dies('amid-understanding');
    await until('it is sent', ({ unitsDone }) => unitsDone > 0);
    await dies('amid-request');
    for (const services of [['redis'], ['temporal', 'worker'], ['jobs'], ['postgres']] as const) {
      const { unitsDone, units } = await standing();
      await until('it goes on', (now) => now.unitsDone > unitsDone || now.unitsDone === units);
      await killed(...services);
    }
    await dies('amid-assembly');
    await until('it is done', ({ state }) => state === 'translated');
  }

  const rowsOf = async <T extends object>(sql: string) => (await fault.world.pool.query<T>(sql, [id])).rows;

  it('is complete, every row of it, once and in its order', async () => {
    expect(await standing()).toMatchObject({ state: 'translated', rows: ROWS, texts: phone.unique, problem: null });
    const [counted] = await rowsOf(
      `SELECT count(*)::integer AS rows, count(DISTINCT row)::integer AS distinct, min(row) AS first, max(row) AS last
       FROM translation_message m JOIN translation t ON t.nth = m.translation WHERE t.id = $1`,
    );
    expect(counted).toEqual({ rows: ROWS, distinct: ROWS, first: 1, last: ROWS });
    const [missing] = await rowsOf(
      `SELECT count(*)::integer AS texts, count(e.text)::integer AS put,
         count(*) FILTER (WHERE cardinality(x.units) > 0 AND e.english IS NULL
           AND x.language IN (SELECT language FROM translation_request r WHERE r.translation = t.nth))::integer AS missing
       FROM translation t JOIN translation_text x ON x.translation = t.nth
         LEFT JOIN translation_english e ON e.translation = t.nth AND e.text = x.text WHERE t.id = $1`,
    );
    expect(missing).toEqual({ texts: phone.unique, put: phone.unique, missing: 0 });
  });

  it('has no message sent again after its answer was recorded, and its cost to the character', async () => {
    const attempts = new Map(
      (
        await rowsOf<{ trace: string; outcome: string | null; charged: number | null }>(
          'SELECT trace::text, outcome, charged FROM translation_attempt a JOIN translation t ON t.nth = a.translation WHERE t.id = $1',
        )
      ).map((attempt) => [attempt.trace, attempt]),
    );
    const outcomeOf = ({ traceId }: { readonly traceId: string }) => attempts.get(traceId)?.outcome;
    const answered = new Set<string>();
    const again: string[] = [];
    for (const taken of azure.taken) {
      again.push(...taken.texts.filter((text) => answered.has(`${taken.from} ${text}`)));
      if (outcomeOf(taken) === 'answered') for (const text of taken.texts) answered.add(`${taken.from} ${text}`);
    }
    expect(again).toEqual([]);
    expect(azure.taken.every(({ traceId }) => attempts.has(traceId))).toBe(true);
    const surely = azure.taken.filter((taken) => outcomeOf(taken) === 'answered');
    const charged = surely.reduce((sum, { chargedCharacters }) => sum + chargedCharacters, 0);
    const perhaps = azure.taken.filter((taken) => outcomeOf(taken) !== 'answered');
    const { costs } = await standing();
    expect(costs).toEqual([
      {
        provider: 'azure',
        characters: charged,
        pence: expect.closeTo((charged * 800) / 1_000_000, 6) as number,
        perhapsCharacters: expect.any(Number) as number,
      },
    ]);
    // What was taken in without an answer on record is among what may have been charged.
    expect(costs[0]?.perhapsCharacters).toBeGreaterThanOrEqual(
      perhaps.reduce((sum, { chargedCharacters }) => sum + chargedCharacters, 0),
    );
    expect(perhaps.some((taken) => taken.isFullySent && outcomeOf(taken) === null)).toBe(true);
  });

  it('is reported to its operation', async () => {
    await eventually('a report', async () => {
      const { translations } = (await play.view(media)).body;
      return translations[0]?.status === 'reported';
    });
  });
});
