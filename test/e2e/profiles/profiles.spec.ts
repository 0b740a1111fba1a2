import { castOf } from '../../../apps/cli/scenarios/cast';
import { profiles, type ProfilesResult } from '../../../apps/cli/scenarios/profiles';
import type { ProfilePerson } from '../../../apps/api/profiles/people.schema';
import type { ProfileRun, RankingAnswer, RunPage, VolumeAnswer } from '../../../apps/api/profiles/runs.schema';
import { Caller, startApi, type Reply, type TestApi } from '../../support/api';
import { Engine, eventually, testStack } from '../../support/stack';

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
    // What other suites have handed in has suspects too, and the same ones.
    await engine.pool.query(
      'TRUNCATE force_import, force_record, identified_import, person_identity, record_identity, person_member, person_link, linkage, profile_history CASCADE',
    );
    result = await profiles(castOf(urls), () => undefined, urls, { size: SIZE, seed: 1 });
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
    const texts = rows.map(({ text }) => text);
    expect(texts).toContainEqual(expect.stringMatching(/^Place 1 of the suspects/));
    expect(texts).toContainEqual(expect.stringMatching(/^(Tsvetan Zhelyazkov|Cvetan Željazkov|Tzvetan Jeliazkov)$/));
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

  it('say what is behind a place, as far as one’s own forces have recorded it', async () => {
    const events = (of: RankingAnswer) => of.items[0]?.offences.reduce((sum, one) => sum + one.events, 0);
    const region = await ranking('intelligence-analyst-ersou', VAWG);
    expect(events(region)).toBe(region.items[0]?.events);
    expect(region.items[0]?.offences[0]).toMatchObject({
      offence: '19C',
      title: expect.stringMatching(/^Rape/) as string,
    });
    const norfolk = await ranking('tasking-officer-norfolk', VAWG);
    expect(events(norfolk)).toBeGreaterThan(0);
    expect(events(norfolk)).toBeLessThan(region.items[0]?.events ?? 0);
    for (const { person, offences } of norfolk.items) if (person === null) expect(offences).toEqual([]);
    const missing = await ranking('intelligence-analyst-ersou', 'role=victim&area=missing-persons&limit=5');
    expect(missing.items.flatMap(({ offences }) => offences)).toContainEqual(
      expect.objectContaining({ offence: null, title: 'Missing', harm: null }),
    );
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

  describe('of whom somebody is first', () => {
    const person = async (who: string): Promise<ProfilePerson> => {
      const { items } = await ranking(who, VAWG);
      return (await as(who).send(`${PROFILES}/people/${items[0]?.person}`)).body as ProfilePerson;
    };

    it('tell why they were held to be one, each pair with its reasons', async () => {
      const { written, links, records, linksOfOthers } = await person('intelligence-analyst-ersou');
      // One force's system has no Ž.
      expect(new Set(written.map(({ surname }) => surname))).toEqual(
        new Set(['Zhelyazkov', 'Željazkov', 'Zeljazkov', 'Jeliazkov']),
      );
      expect(records).toHaveLength(14);
      expect(linksOfOthers).toBe(0);
      for (const { weight, parts } of links) {
        expect(weight).toBeGreaterThan(0);
        expect(parts.find(({ on }) => on === 'birth')).toMatchObject({ says: 'The dates of birth are the same.' });
      }
    });

    it('tell each force its own records and of others’ only that there are some', async () => {
      const norfolk = await person('tasking-officer-norfolk');
      expect(new Set(norfolk.records.map(({ force }) => force))).toEqual(new Set(['norfolk']));
      const region = await person('intelligence-analyst-ersou');
      expect(norfolk.links.length + norfolk.linksOfOthers).toBe(region.links.length);
      expect((await as('intelligence-analyst-warwickshire').send(`${PROFILES}/people/${region.person}`)).status).toBe(
        404,
      );
    });

    it('are another two once somebody says so, and one again once that is taken back', async () => {
      const before = await person('intelligence-analyst-ersou');
      const [{ one, other } = { one: 0, other: 0 }] = before.links;
      const decide = (outcome: string) =>
        as('intelligence-analyst-ersou').post(`${PROFILES}/links`, { one, other, outcome, reason: 'Invented.' });
      const personOf = async (identity: number) =>
        (
          await engine.pool.query<{ person: number }>('SELECT person FROM person_member WHERE identity = $1', [
            identity,
          ])
        ).rows[0]?.person;
      const profiledAgain = async () => {
        const made = await as('intelligence-analyst-ersou').post(`${PROFILES}/runs`, { asOf: run.asOf });
        const path = `${PROFILES}/runs/${(made.body as ProfileRun).id}`;
        const isDone = async () =>
          ((await as('intelligence-analyst-ersou').send(path)).body as ProfileRun).state === 'done';
        await eventually('it is profiled again', isDone, 90);
      };
      expect(await personOf(one)).toBe(await personOf(other));
      expect(await decide('different')).toMatchObject({
        status: 200,
        body: { outcome: 'different', by: 'intelligence-analyst-ersou' },
      });
      await profiledAgain();
      expect(await personOf(one)).not.toBe(await personOf(other));
      expect((await decide('open')).status).toBe(200);
      await profiledAgain();
      expect(await personOf(one)).toBe(await personOf(other));
    });

    it('are not decided on by whose forces have not written of both', async () => {
      const { links } = await person('intelligence-analyst-ersou');
      const decision = { one: links[0]?.one, other: links[0]?.other, outcome: 'different', reason: 'Invented.' };
      expect((await as('intelligence-analyst-warwickshire').post(`${PROFILES}/links`, decision)).status).toBe(404);
    });
  });
});
