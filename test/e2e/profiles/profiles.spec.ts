import { castOf } from '../../../apps/cli/scenarios/cast';
import { profiles, type ProfilesResult } from '../../../apps/cli/scenarios/profiles';
import type { ProfileRun, RankingAnswer, RunPage, VolumeAnswer } from '../../../apps/api/profiles/runs.schema';
import { Caller, startApi, type Reply, type TestApi } from '../../support/api';
import { Engine, testStack } from '../../support/stack';

const PROFILES = '/api/v1/profiles';
const SIZE = 20_000;

describe('nine forces’ records', () => {
  let api: TestApi;
  let engine: Engine;
  let result: ProfilesResult;
  let run: ProfileRun;
  const people = new Map<string, Caller>();
  beforeAll(async () => {
    const { urls } = testStack();
    engine = new Engine();
    api = await startApi();
    result = await profiles(castOf(urls), () => undefined, urls, SIZE);
    for (const id of [
      'intelligence-analyst-ersou',
      'tasking-officer-norfolk',
      'supervisor-essex',
      'intelligence-analyst-warwickshire',
    ] as const)
      people.set(id, await Caller.as(id, api.url));
    const { items } = (await as('intelligence-analyst-ersou').send(`${PROFILES}/runs?limit=1`)).body as RunPage;
    run = (await as('intelligence-analyst-ersou').send(`${PROFILES}/runs/${items[0]?.id}`)).body as ProfileRun;
  }, 180_000);
  afterAll(() => Promise.all([api.close(), engine.close()]));

  const as = (id: string) => people.get(id) as Caller;
  const ranking = async (who: string, query: string): Promise<RankingAnswer> => {
    const { body } = await as(who).send(`${PROFILES}/runs/${run.id}/ranking?${query}`);
    return body as RankingAnswer;
  };
  const VAWG = 'area=violence-against-women-and-girls&limit=10';

  it('are linked well, and become a referral whose suspect is named', async () => {
    expect(result).toMatchObject({ scenario: 'profiles', rejected: 0, verified: true });
    expect(result.linkPrecision).toBeGreaterThan(0.95);
    expect(result.linkRecall).toBeGreaterThan(0.95);
    const { rows } = await engine.pool.query<{ text: string }>('SELECT text FROM text_record WHERE operation = $1', [
      result.operation,
    ]);
    expect(rows.map(({ text }) => text).join('\n')).toMatch(
      /Place 1 of the suspects[^]*(Zhelyazkov|Željazkov|Jeliazkov)/,
    );
  });

  it('rank the serial suspect of four counties and three spellings first, with the forces that hold an interest', async () => {
    const { items, notice } = await ranking('intelligence-analyst-ersou', VAWG);
    expect(notice).toMatch(/a lead for a person, not a decision/);
    expect(items[0]).toMatchObject({
      rank: 1,
      flags: ['serial-suspect', 'cross-border'],
      forces: ['norfolk', 'suffolk', 'essex', 'kent'],
    });
  });

  it('tell whoever is of one force of another only that it is another', async () => {
    const { items } = await ranking('tasking-officer-norfolk', VAWG);
    expect(items[0]).toMatchObject({
      rank: 1,
      forces: ['norfolk', 'another force'],
      person: expect.any(Number) as number,
    });
    const all = (await ranking('intelligence-analyst-ersou', VAWG)).items;
    const ofOthers = items.filter((_, nth) => all[nth]?.forces.includes('norfolk') === false);
    expect(ofOthers.length).toBeGreaterThan(0);
    for (const one of ofOthers)
      expect(one).toMatchObject({ person: null, lastDay: null, before: null, forces: ['another force'] });
    expect(items.map(({ score }) => score)).toEqual(all.map(({ score }) => score));
    const elsewhere = await ranking('intelligence-analyst-warwickshire', VAWG);
    expect(elsewhere.items[0]).toMatchObject({ person: null, forces: ['another force'] });
    expect(JSON.stringify(elsewhere)).not.toMatch(/norfolk|suffolk|essex|kent/);
  });

  it('give nobody the list of another force', async () => {
    const statusOf = async (who: string, scope: string) =>
      (await as(who).send(`${PROFILES}/runs/${run.id}/ranking?scope=${scope}`)).status;
    expect(await statusOf('tasking-officer-norfolk', 'essex')).toBe(403);
    expect(await statusOf('tasking-officer-norfolk', 'ersou')).toBe(403);
    expect(await statusOf('tasking-officer-norfolk', 'norfolk')).toBe(200);
    expect(await statusOf('intelligence-analyst-ersou', 'ersou')).toBe(200);
  });

  it('say beside each list what is not known, how few hold the harm, how it would have done and how ranks fall by group', () => {
    const list = run.lists?.find(({ role, area, scope }) => role === 'suspect' && area === 'all' && scope === 'all');
    expect(list?.unmappedShare).toBeGreaterThan(0.5);
    expect(list?.concentration.map(({ harm }) => harm)).toEqual(
      list?.concentration.map(({ harm }) => harm).toSorted((a, b) => a - b),
    );
    expect(run.backTest?.suspect).toMatchObject({ asOf: '2026-03-30' });
    expect(run.backTest?.suspect.lift).toBeGreaterThan(1);
    const sexes = run.disparity?.filter(({ role, by }) => role === 'suspect' && by === 'sex').map(({ group }) => group);
    expect(sexes).toEqual(expect.arrayContaining(['female', 'male']));
  });

  it('are told as harm and volume by month, force, offences and place, each with the same sum', async () => {
    const sums = await Promise.all(
      ['month', 'force', 'offences', 'place'].map(async (by) => {
        const { items } = (await as('supervisor-essex').send(`${PROFILES}/runs/${run.id}/volume?by=${by}`))
          .body as VolumeAnswer;
        expect(items.length).toBeGreaterThan(5);
        return items.reduce((sum, { events }) => sum + events, 0);
      }),
    );
    expect(new Set(sums).size).toBe(1);
  });

  it('are handed out as CSV under the same notice', async () => {
    const reply: Reply = await as('intelligence-analyst-ersou').send(
      `${PROFILES}/runs/${run.id}/ranking?format=csv&limit=3`,
      {
        headers: { accept: 'text/csv' },
      },
    );
    const lines = (reply.body as string).split('\r\n');
    expect(lines[0]).toMatch(/a lead for a person, not a decision/);
    expect(lines).toHaveLength(6);
  });

  it('are suggested once: what a colleague has settled is settled', async () => {
    const path = `${PROFILES}/suggestions/${'0'.repeat(32)}/referral`;
    expect((await as('tasking-officer-norfolk').post(path, {})).status).toBe(404);
    const { rows } = await engine.pool.query<{ id: string }>(
      'SELECT id FROM referral_suggestion WHERE operation = $1',
      [result.operation],
    );
    const again = await as('tasking-officer-norfolk').post(`${PROFILES}/suggestions/${rows[0]?.id}/referral`, {});
    expect(again).toMatchObject({ status: 200, body: { operation: result.operation } });
    const declined = await as('tasking-officer-norfolk').post(`${PROFILES}/suggestions/${rows[0]?.id}/decline`, {
      reason: 'Invented.',
    });
    expect(declined).toMatchObject({ status: 422, body: { blockers: [{ code: 'already-settled' }] } });
  });
});
