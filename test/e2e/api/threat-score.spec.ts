import type { Figures } from '../../../apps/api/figures/figures.schema';
import type { InboxPage } from '../../../apps/api/inbox/inbox.schema';
import { threatModelList } from '../../../apps/api/scoring/threat-model.schema';
import { threatScoreView, type ThreatScoreView } from '../../../apps/api/scoring/threat-score.schema';
import { MORILE_TACTICAL } from '../../../domain/scoring/morile-tactical.v1';
import { Caller, startApi, type TestApi } from '../../support/api';
import { Engine, eventually, REFERRAL, TASKING } from '../../support/stack';
import { HIGH_THREAT, LOW_THREAT } from '../../support/threat-inputs';

const MODELS = '/api/v1/threat-models';
const guidance = ['None.', 'Little.', 'Some.', 'Much.', 'All.'];
const OWN = {
  title: 'Our own model',
  factors: {
    reach: { group: 'harm', question: 'How far does it reach?', guidance, weight: 3 },
    loss: { group: 'harm', question: 'What is lost?', guidance },
    pace: { group: 'likelihood', question: 'How often does it happen?', guidance, weight: 2 },
  },
};
const GRADE = { sourceEvaluation: '1', intelligenceAssessment: 'B', handlingCode: 'P' };
const report = (material: boolean) => ({ grade: GRADE, material, source: 'Invented.', content: 'Invented.' });
const rationale = 'Invented.';

describe('threat scores', () => {
  let api: TestApi;
  let engine: Engine;
  let supervisor: Caller;
  let officer: Caller;
  let analyst: Caller;
  beforeAll(async () => {
    api = await startApi();
    engine = new Engine();
    [supervisor, officer, analyst] = (await Promise.all(
      (['supervisor-norfolk', 'tasking-officer-norfolk', 'intelligence-analyst-norfolk'] as const).map((id) =>
        Caller.as(id, api.url),
      ),
    )) as [Caller, Caller, Caller];
  });
  afterAll(() => Promise.all([api.close(), engine.close()]));

  const save = (name: string, body: object, by = supervisor) => by.send(`${MODELS}/${name}`, { method: 'PUT', body });
  const models = async () => threatModelList.strict().parse((await officer.send(MODELS)).body).items;
  const gives = (by: Caller, reference: string, command: string, body: object) =>
    by.post(`/api/v1/operations/${reference}/commands/${command}`, body);
  const does = async (...given: Parameters<typeof gives>) => {
    const answer = await gives(...given);
    expect(answer).toMatchObject({ status: 200 });
  };
  const read = async (reference: string, by = officer): Promise<ThreatScoreView> =>
    threatScoreView.strict().parse((await by.send(`/api/v1/operations/${reference}/threat-score`)).body);
  const assessed = async () => {
    const reference = await engine.inAssessment();
    await engine.does(reference, TASKING, 'assignTeam', {
      person: 'intelligence-analyst-norfolk',
      role: 'intelligence-analyst',
    });
    return reference;
  };

  it('are of models that say what each value means: the default, and those of units in versions', async () => {
    const [first] = await models();
    expect(first).toEqual(MORILE_TACTICAL);
    expect(await save('norfolk-own', OWN)).toMatchObject({ status: 200, body: { version: 1, ...OWN } });
    expect(await save('norfolk-own', OWN)).toMatchObject({ status: 200, body: { version: 1 } });
    const renamed = { ...OWN, title: 'Renamed' };
    expect(await save('norfolk-own', renamed)).toMatchObject({ status: 200, body: { version: 2 } });
    const own = (await models()).filter(({ name }) => name === 'norfolk-own');
    expect(own.map(({ version, title }) => [version, title])).toEqual([
      [2, 'Renamed'],
      [1, OWN.title],
    ]);
    expect(Object.keys(own[0]?.factors ?? {})).toEqual(['reach', 'loss', 'pace']);
  });

  it('keep every version that is saved at one moment', async () => {
    const titles = ['One', 'Two', 'Three', 'Four'];
    await Promise.all(titles.map((title) => save('norfolk-many', { ...OWN, title })));
    const saved = (await models()).filter(({ name }) => name === 'norfolk-many');
    expect(saved.map(({ version }) => version)).toEqual([4, 3, 2, 1]);
    expect(saved.map(({ title }) => title).toSorted()).toEqual(titles.toSorted());
  });

  it('are of no model that nobody may save, or that asks for nothing', async () => {
    expect(await save('norfolk-own', OWN, officer)).toMatchObject({
      status: 403,
      body: { blockers: [{ code: 'role' }] },
    });
    expect(await save(MORILE_TACTICAL.name, OWN)).toMatchObject({
      status: 422,
      body: { blockers: [{ code: 'kept-by-waymark' }] },
    });
    const { reach, loss } = OWN.factors;
    expect(await save('norfolk-own', { ...OWN, factors: { reach, loss } })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'factors', message: expect.stringContaining('likelihood') as string }] },
    });
  });

  it('are explained factor by factor, with guidance, graded evidence, rank and sensitivity', async () => {
    const reference = await assessed();
    await does(analyst, reference, 'recordIntelligenceReport', report(false));
    const evidence = [{ factor: 'scale', reports: ['I1'] }];
    await does(analyst, reference, 'recordThreatScore', { ...HIGH_THREAT, evidence, rationale });
    const { scores, rescoreDue, agreements } = await read(reference);
    expect({ rescoreDue, agreements }).toEqual({ rescoreDue: false, agreements: [] });
    expect(scores).toMatchObject([
      {
        id: 'T1',
        model: { name: MORILE_TACTICAL.name, version: 1, title: MORILE_TACTICAL.title },
        by: 'intelligence-analyst-norfolk',
        confirmedBy: null,
        risk: 150,
        confidence: 3,
      },
    ]);
    const scale = scores[0]?.factors.find(({ factor }) => factor === 'scale');
    expect(scale).toMatchObject({
      value: 3,
      question: MORILE_TACTICAL.factors.scale.question,
      meaning: MORILE_TACTICAL.factors.scale.guidance[3],
      evidence: [{ report: 'I1', grade: GRADE }],
      lower: { value: 2, risk: 135 },
      higher: { value: 4, risk: 165 },
    });
  });

  it('are ranked among what the reader sees alone, and say what one step does to the rank', async () => {
    await save('norfolk-ranked', OWN);
    const model = { name: 'norfolk-ranked', version: 1 };
    const scored = async (pace: number) => {
      const reference = await assessed();
      const factors = { reach: 2, loss: 4, pace };
      await does(officer, reference, 'recordThreatScore', { ...LOW_THREAT, model, factors, rationale });
      return reference;
    };
    const reference = await scored(2);
    const first = async () => (await read(reference)).scores[0];
    expect(await first()).toMatchObject({ risk: 40, rank: 1, of: 1 });
    const higher = await scored(3);
    expect(await first()).toMatchObject({ rank: 2, of: 2 });
    const pace = (await first())?.factors.find(({ factor }) => factor === 'pace');
    expect(pace).toMatchObject({ lower: { risk: 20, rank: 2 }, higher: { risk: 60, rank: 1 } });
    await does(supervisor, higher, 'excludePerson', { person: 'tasking-officer-norfolk', reason: 'Invented.' });
    expect(await first()).toMatchObject({ rank: 1, of: 1 });
  });

  it('stand side by side: models and scorers, with how far they agree; one of them is confirmed', async () => {
    await save('norfolk-beside', OWN);
    const reference = await assessed();
    await does(analyst, reference, 'recordThreatScore', { ...HIGH_THREAT, rationale });
    const second = { ...HIGH_THREAT, factors: { ...HIGH_THREAT.factors, scale: 1 } };
    await does(officer, reference, 'recordThreatScore', { ...second, rationale });
    const model = { name: 'norfolk-beside', version: 1 };
    const factors = { reach: 2, loss: 4, pace: 3 };
    await does(analyst, reference, 'recordThreatScore', { ...HIGH_THREAT, model, factors, rationale });
    await does(officer, reference, 'confirmThreatScore', { score: 'T1', risk: 150 });
    const { scores, agreements } = await read(reference);
    expect(scores.map(({ id, risk, confirmedBy }) => [id, risk, confirmedBy])).toEqual([
      ['T1', 150, 'tasking-officer-norfolk'],
      ['T2', 120, null],
      ['T3', 60, null],
    ]);
    expect(agreements).toEqual([
      { scores: ['T1', 'T2'], kappa: expect.any(Number) as number, differences: [{ factor: 'scale', values: [3, 1] }] },
    ]);
    const { body } = await supervisor.send('/api/v1/figures');
    const { scorerAgreement } = body as Figures;
    expect(scorerAgreement[`${MORILE_TACTICAL.name} 1`]?.pairs).toBeGreaterThanOrEqual(1);
    expect(scorerAgreement['norfolk-beside 1']).toBeUndefined();
  });

  it('are not recorded with a model or factors that there are not', async () => {
    const reference = await assessed();
    const refusedFor = async (body: object) => {
      const answer = await gives(officer, reference, 'recordThreatScore', { ...LOW_THREAT, rationale, ...body });
      expect(answer.status).toBe(422);
      return (answer.body as { blockers: { code: string; sentence: string }[] }).blockers;
    };
    expect(await refusedFor({ model: { name: 'nobodys', version: 1 } })).toMatchObject([{ code: 'no-such-model' }]);
    const { scale: _, ...factors } = LOW_THREAT.factors;
    expect(await refusedFor({ factors: { ...factors, reach: 1 } })).toMatchObject([
      { code: 'factors-of-model', sentence: expect.stringMatching(/Give scale too.*Leave out reach/) as string },
    ]);
  });

  it('are asked for again when material intelligence arrives, and the tasking decision waits for them', async () => {
    const reference = await assessed();
    await does(officer, reference, 'recordThreatScore', { ...LOW_THREAT, rationale });
    await does(officer, reference, 'confirmThreatScore', { risk: 15 });
    await does(analyst, reference, 'recordIntelligenceReport', report(true));
    expect((await read(reference)).rescoreDue).toBe(true);
    const asked = await eventually('the officer is asked', async () => {
      const { items } = (await officer.send('/api/v1/inbox?unread=true')).body as InboxPage;
      return items.find((item) => item.reference === reference && item.type === 'rescoreAsked');
    });
    expect(asked).toMatchObject({ readAt: null });
    const declining = () => gives(officer, reference, 'decline', { rationale });
    expect(await declining()).toMatchObject({ status: 422, body: { blockers: [{ code: 'score-current' }] } });
    await does(analyst, reference, 'recordThreatScore', { ...HIGH_THREAT, rationale });
    expect((await read(reference)).scores.map(({ id }) => id)).toEqual(['T2']);
    expect(await declining()).toMatchObject({ status: 422, body: { blockers: [{ code: 'score-confirmed' }] } });
    await does(officer, reference, 'confirmThreatScore', { risk: 150 });
    expect((await declining()).status).toBe(200);
  });

  it('are none to begin with, and none of what one does not see', async () => {
    const { body } = await officer.post('/api/v1/operations', REFERRAL);
    const { reference } = body as { reference: string };
    expect(await read(reference)).toEqual({ rescoreDue: false, scores: [], agreements: [] });
    expect((await officer.send('/api/v1/operations/OP-2020-999999/threat-score')).status).toBe(404);
  });
});
