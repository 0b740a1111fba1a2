import type { Pool } from 'pg';
import { FiguresRead } from '../../../apps/api/figures/figures.read';
import { figures, type FiguresQuery } from '../../../apps/api/figures/figures.schema';
import * as sql from '../../../apps/api/figures/figures.sql';
import { readAs } from '../../../platform/access/reading';
import { placing, seenBy } from '../../../platform/access/seen';
import { ALL_SEEING, allSeeing } from '../../support/all-seeing';
import { TEXT } from '../../support/decided';
import { SUPERVISOR } from '../../support/stack';
import { scoreOf } from '../../support/threat-inputs';
import { OwnDatabase } from '../../support/own-database';
import { ToldOperation } from '../../support/told-operation';

const ADOPTED = { codename: 'Sample', products: [], rationale: TEXT } as const;
const NAMED = { name: TEXT, grounds: TEXT };
const NONE = { count: 0, months: 0, days: 0 };

describe('the figures', () => {
  let database: OwnDatabase;
  beforeEach(async () => {
    database = await OwnDatabase.create();
  });
  afterEach(() => database.drop());

  const counted = async (asked: Partial<FiguresQuery> = {}) =>
    figures
      .strict()
      .parse(await new FiguresRead(allSeeing(database.as.api)).of({ format: 'json', ...asked }, SUPERVISOR));
  const opened = (day: string, more: Parameters<typeof ToldOperation.opened>[2] = {}) =>
    ToldOperation.opened(database.recording, day, more);
  const inAssessment = async (day: string, submitted = day) =>
    (await opened(day)).tell(submitted, 'referralSubmitted', {});

  it('are nought, or cannot be measured, where there is nothing', async () => {
    const found = await counted();
    expect(found.operations.total).toBe(0);
    expect(found.timeInStage.referral).toEqual({ count: 0, medianDays: null, ninetiethPercentileDays: null });
    expect(found.sentences.total).toEqual({ count: 0, months: 0, days: 0 });
  });

  describe('of operations', () => {
    it('count each where it is now, and by the day its referral was opened', async () => {
      await opened('2024-03-01', { leadForce: 'essex', threatArea: 'county-lines' });
      const handedOver = await inAssessment('2024-03-31');
      await handedOver.tell('2024-05-01', 'handedOver', { leadForce: 'kent', reason: TEXT });
      await opened('2024-04-01');

      const { operations } = await counted({ from: '2024-03-01', to: '2024-03-31' });
      expect(operations).toMatchObject({
        total: 2,
        byStage: { referral: 1, assessment: 1, closed: 0 },
        byLeadForce: { essex: 1, kent: 1, norfolk: 0 },
        byThreatArea: { 'county-lines': 2 },
      });
      expect((await counted({ leadForce: 'kent' })).operations).toMatchObject({ total: 1, byStage: { assessment: 1 } });
      expect((await counted({ leadForce: 'kent', threatArea: 'child-sexual-exploitation' })).operations.total).toBe(0);
    });

    it('count a duplicate where it was merged into alone', async () => {
      await opened('2024-03-01');
      const duplicate = await inAssessment('2024-03-02');
      const merge = { merge: 'OP-TOLD-1.M1', into: 'OP-TOLD-2' };
      await duplicate.tell('2024-03-03', 'mergeRequested', { ...merge, reason: TEXT });
      expect((await counted()).operations.total).toBe(2);
      await duplicate.tell('2024-03-03', 'mergedInto', merge);
      expect((await counted()).operations).toMatchObject({ total: 1, byStage: { referral: 1, assessment: 0 } });
      await duplicate.tell('2024-03-04', 'unmerged', merge);
      expect((await counted()).operations.total).toBe(2);
    });

    it('begin and end their days at midnight in London', async () => {
      // British Summer Time: an hour before midnight in UTC is the next day.
      await opened('2024-06-09T23:00:00Z');
      const totals = ['2024-06-09', '2024-06-10'].map(
        async (day) => (await counted({ from: day, to: day })).operations,
      );
      expect((await Promise.all(totals)).map(({ total }) => total)).toEqual([0, 1]);
    });
  });

  describe('of time in a stage', () => {
    it('are median and 90th percentile of the stays that ended, by when things happened', async () => {
      for (const until of ['02', '03', '04', '05', '11']) await inAssessment('2024-01-01', `2024-01-${until}`);
      await opened('2024-01-01');
      const { timeInStage } = await counted();
      // 1, 2, 3, 4 and 10 days; nine tenths of the way lies six tenths of the way from 4 to 10.
      expect(timeInStage.referral).toEqual({ count: 5, medianDays: 3, ninetiethPercentileDays: 7.6 });
      expect(timeInStage.assessment.count).toBe(0);
    });

    it('take a return, a rollback and a reopening for another stay', async () => {
      const operation = await inAssessment('2024-01-01', '2024-01-02');
      await operation.tell('2024-01-05', 'referralReturned', { questions: TEXT });
      await operation.tell('2024-01-06', 'referralSubmitted', {});
      await operation.tell('2024-01-07', 'adopted', ADOPTED);
      await operation.tell('2024-01-09', 'stageAdvanced', { from: 'intelligence-build', to: 'enforcement' });
      await operation.tell('2024-01-19', 'rollbackApproved', { from: 'enforcement', to: 'intelligence-build' });
      await operation.tell('2024-01-23', 'stageAdvanced', { from: 'intelligence-build', to: 'enforcement' });
      const { timeInStage } = await counted();
      expect(timeInStage).toMatchObject({
        referral: { count: 2, medianDays: 1 },
        assessment: { count: 2, medianDays: 2 },
        'intelligence-build': { count: 2, medianDays: 3 },
        enforcement: { count: 1, medianDays: 10 },
      });
      const later = await counted({ from: '2024-01-20' });
      expect(later.timeInStage['intelligence-build']).toMatchObject({ count: 1, medianDays: 4 });
      expect(later.timeInStage.enforcement.count).toBe(0);
    });

    it('do not measure how long operations are closed, and count no time backwards', async () => {
      const operation = await inAssessment('2024-01-10', '2024-01-08');
      await operation.tell('2024-01-09', 'declined', { rationale: TEXT });
      await operation.tell('2024-02-09', 'reopeningApproved', { to: 'assessment' });
      const { timeInStage } = await counted();
      expect(timeInStage.referral).toMatchObject({ count: 1, medianDays: 0 });
      expect(timeInStage.assessment).toMatchObject({ count: 1, medianDays: 1 });
      expect(Object.keys(timeInStage)).not.toContain('closed');
    });
  });

  it('of decisions count each with the days since the submission before it', async () => {
    const returned = await inAssessment('2024-01-01', '2024-01-02');
    await returned.tell('2024-01-05', 'referralReturned', { questions: TEXT });
    await returned.tell('2024-01-10', 'referralSubmitted', {});
    await returned.tell('2024-01-30', 'adopted', ADOPTED);
    await (await inAssessment('2024-01-01')).tell('2024-01-03', 'declined', { rationale: TEXT });
    const gone = await inAssessment('2024-01-01');
    await gone.tell('2024-01-02', 'referralReturned', { questions: TEXT });
    await gone.tell('2024-01-09', 'referralWithdrawn', { from: 'referral', reason: TEXT });
    await (await opened('2024-01-01')).tell('2024-01-02', 'referralWithdrawn', { from: 'referral', reason: TEXT });

    expect((await counted()).decisions).toEqual({
      adopted: { count: 1, medianDays: 20, ninetiethPercentileDays: 20 },
      declined: { count: 1, medianDays: 2, ninetiethPercentileDays: 2 },
      returned: { count: 2, medianDays: 2, ninetiethPercentileDays: 2.8 },
      withdrawn: { count: 2, medianDays: null, ninetiethPercentileDays: null },
    });
    await (
      await inAssessment('2024-03-01')
    ).tell('2024-03-04', 'referralWithdrawn', { from: 'assessment', reason: TEXT });
    expect((await counted({ from: '2024-03-01' })).decisions).toMatchObject({
      adopted: { count: 0 },
      withdrawn: { count: 1, medianDays: 3 },
    });
  });

  it('of disruptions count the assessment that stands, of each operation and each target', async () => {
    const operation = await opened('2024-01-01');
    const target = { band: 'A1', rationale: TEXT };
    await operation.tell('2024-01-02', 'targetAdopted', { target: 'G1', kind: 'ocg', ...target });
    await operation.tell('2024-01-02', 'targetAdopted', { target: 'G2', kind: 'priority-individual', ...target });
    await operation.tell('2024-02-01', 'targetDisrupted', { target: 'G1', disruption: 'minor', rationale: TEXT });
    await operation.tell('2024-02-02', 'targetDisrupted', { target: 'G2', disruption: 'none', rationale: TEXT });
    await operation.tell('2024-02-03', 'disruptionAssessed', { disruption: 'moderate', rationale: TEXT });
    await operation.tell('2024-04-01', 'targetDisrupted', { target: 'G1', disruption: 'major', rationale: TEXT });
    await (
      await opened('2024-01-01')
    ).tell('2024-02-03', 'disruptionAssessed', { disruption: 'moderate', rationale: TEXT });

    expect((await counted()).disruptions).toMatchObject({
      operation: { major: 0, moderate: 2 },
      ocg: { major: 1, minor: 0 },
      'priority-individual': { none: 1 },
    });
    expect((await counted({ to: '2024-03-31' })).disruptions.ocg).toMatchObject({ major: 0, minor: 0 });
  });

  it('of victims count each once, by what was done in the period', async () => {
    const operation = await opened('2024-01-01');
    const record = { age: 'adult', exploitation: ['labour'], identity: TEXT } as const;
    for (const victim of ['S1', 'S2', 'S3'])
      await operation.tell('2024-01-02', 'victimRecordOpened', { victim, ...record });
    await operation.tell('2024-01-03', 'dutyToNotifyDone', { victim: 'S1' });
    await operation.tell('2024-01-04', 'referredToNrm', { victim: 'S1' });
    await operation.tell('2024-01-05', 'referredToNrm', { victim: 'S2' });
    await operation.tell('2024-02-01', 'safeguardingHandedOver', { victim: 'S1', to: TEXT });
    const other = await opened('2024-01-01');
    await other.tell('2024-01-02', 'victimRecordOpened', { victim: 'S1', ...record });

    expect((await counted()).victims).toEqual({ recorded: 4, notified: 2, safeguarded: 1 });
    expect((await counted({ to: '2024-01-31' })).victims).toEqual({ recorded: 4, notified: 2, safeguarded: 0 });
  });

  it('of sentences sum what stands after appeals, by kind, by the day they were passed', async () => {
    const operation = await opened('2024-01-01');
    const sentenced = async (subject: string, months: number, more: object = {}) => {
      await operation.tell('2024-01-02', 'subjectAdded', { subject, roles: ['suspect'], ...NAMED });
      await operation.tell('2024-03-01', 'chargeRecorded', { subject, offences: ['MSA2015-s2'] });
      await operation.tell('2024-04-01', 'sentenceRecorded', { subject, months, court: 'NORWICH-CC', ...more });
    };
    await sentenced('S1', 40);
    await sentenced('S2', 20, { days: 15 });
    await sentenced('S3', 12, { kind: 'suspended' });
    await sentenced('S4', 60);
    const appeal = { against: 'sentence', grounds: TEXT } as const;
    for (const subject of ['S1', 'S2', 'S4'])
      await operation.tell('2024-05-01', 'appealLodged', { subject, ...appeal });
    await operation.tell('2024-06-01', 'appealDecided', { subject: 'S1', outcome: 'sentence-varied', months: 36 });
    await operation.tell('2024-07-01', 'appealDecided', { subject: 'S1', outcome: 'sentence-varied', months: 30 });
    await operation.tell('2024-06-01', 'appealDecided', { subject: 'S2', outcome: 'dismissed', months: null });
    await operation.tell('2024-06-01', 'appealDecided', { subject: 'S4', outcome: 'conviction-quashed', months: null });

    expect((await counted({ from: '2024-04-01', to: '2024-04-30' })).sentences).toEqual({
      total: { count: 3, months: 62, days: 15 },
      'immediate-custody': { count: 2, months: 50, days: 15 },
      suspended: { count: 1, months: 12, days: 0 },
      community: NONE,
      fine: NONE,
      discharge: NONE,
    });
    expect((await counted({ from: '2024-05-01' })).sentences.total.count).toBe(0);
  });

  it('of outcomes count each suspect and each order once, by what came of them in the period', async () => {
    const operation = await opened('2024-01-01');
    for (const subject of ['S1', 'S2', 'S3', 'S4']) {
      await operation.tell('2024-01-02', 'subjectAdded', { subject, roles: ['suspect'], ...NAMED });
      await operation.tell('2024-02-01', 'arrestRecorded', { subject, station: 'NOR-WYM' });
    }
    await operation.tell('2024-02-02', 'arrestRecorded', { subject: 'S1', station: 'NOR-WYM' });
    for (const subject of ['S1', 'S2'])
      await operation.tell('2024-02-03', 'chargeRecorded', { subject, offences: ['MSA2015-s2'] });
    await operation.tell('2024-02-03', 'releasedWithoutCharge', { subject: 'S3', reason: TEXT });
    await operation.tell('2024-02-04', 'subjectReclassified', { subject: 'S4', grounds: TEXT });
    await operation.tell('2024-03-01', 'sentenceRecorded', { subject: 'S1', months: 12, court: 'NORWICH-CC' });
    await operation.tell('2024-03-01', 'proceedingsEnded', { subject: 'S2', outcome: 'acquitted', reason: TEXT });
    const order = { kind: 'STPO', subject: 'S1', court: 'NORWICH-CC', grounds: TEXT } as const;
    await operation.tell('2024-03-01', 'orderApplied', { order: 'O1', ...order });
    const made = { youthCourt: false, from: '2024-03-01', until: null, conditions: TEXT } as const;
    await operation.tell('2024-03-01', 'orderMade', { order: 'O1', interim: true, ...made });
    await operation.tell('2024-03-09', 'orderMade', { order: 'O1', interim: false, ...made });
    for (const breaches of [1, 2])
      await operation.tell('2024-04-01', 'orderBreached', { order: 'O1', breaches, note: TEXT });
    const other = await opened('2024-01-01');
    await other.tell('2024-01-02', 'subjectAdded', { subject: 'S1', roles: ['suspect'], ...NAMED });
    await other.tell('2024-02-01', 'arrestRecorded', { subject: 'S1', station: 'NOR-WYM' });

    expect((await counted()).outcomes).toEqual({
      suspects: {
        ...{ arrested: 5, charged: 2, released: 1, sentenced: 1, acquitted: 1, discontinued: 0, surrendered: 0 },
        reclassified: 1,
      },
      orders: { made: 1, breached: 1 },
    });
    const { outcomes } = await counted({ from: '2024-03-01', to: '2024-03-31' });
    expect(outcomes).toMatchObject({ suspects: { arrested: 0, sentenced: 1 }, orders: { made: 1, breached: 0 } });
  });

  it('of money sum what was ordered last of each suspect, and all that was recovered, by kind', async () => {
    const operation = await opened('2024-01-01');
    for (const subject of ['S1', 'S2']) {
      await operation.tell('2024-01-02', 'subjectAdded', { subject, roles: ['suspect'], ...NAMED });
      await operation.tell('2024-02-01', 'confiscationOrdered', { subject, pence: 100_000, court: 'NORWICH-CC' });
    }
    await operation.tell('2024-03-01', 'confiscationOrdered', { subject: 'S1', pence: 70_000, court: 'NORWICH-CC' });
    for (const pence of [4_000, 358])
      await operation.tell('2024-02-01', 'assetRecovered', { kind: 'cash', pence, note: TEXT });
    await operation.tell('2024-04-01', 'assetRecovered', { kind: 'vehicle', pence: 900_000, note: TEXT });

    const { money } = await counted();
    expect(money).toMatchObject({
      confiscationPence: 170_000,
      recoveredPence: { cash: 4_358, vehicle: 900_000, property: 0 },
    });
    const { money: early } = await counted({ to: '2024-02-28' });
    expect(early).toMatchObject({ confiscationPence: 100_000, recoveredPence: { cash: 4_358, vehicle: 0 } });
  });

  it('of benefit sum the estimate that stands of each operation, and say between which costs of a day', async () => {
    expect((await counted()).benefit).toEqual({
      ...{ operations: 0, victims: 0, pence: 0, lowestPencePerDay: null, highestPencePerDay: null },
    });
    const one = await opened('2024-01-01');
    const estimated = (pencePerDay: number, victims: number, days: number) => ({
      ...{ pencePerDay, victims, days, pence: pencePerDay * victims * days, method: TEXT },
    });
    await one.tell('2024-02-01', 'benefitEstimated', estimated(9_000, 5, 365));
    await one.tell('2024-03-01', 'benefitEstimated', estimated(9_000, 4, 100));
    await (await opened('2024-01-01')).tell('2024-03-02', 'benefitEstimated', estimated(50_000_000, 10_000, 1_000));

    expect((await counted()).benefit).toEqual({
      ...{
        operations: 2,
        victims: 10_004,
        pence: 500_000_003_600_000,
        lowestPencePerDay: 9_000,
        highestPencePerDay: 50_000_000,
      },
    });
    expect((await counted({ to: '2024-02-28' })).benefit.operations).toBe(0);
  });

  it('say how far two scorers agree who score one after the other on the same intelligence', async () => {
    const { assessment } = scoreOf();
    const scored = (id: string, scale: number, version = 1) => ({
      score: id,
      evidence: [],
      rationale: TEXT,
      assessment: {
        ...assessment,
        version,
        inputs: { ...assessment.inputs, factors: { reach: scale, scale: 4 - scale } },
      },
    });
    const operation = await inAssessment('2024-01-01');
    await operation.tell('2024-01-02', 'threatScoreRecorded', scored('T1', 4), 'one');
    await operation.tell('2024-01-03', 'threatScoreRecorded', scored('T2', 4), 'two');
    await operation.tell('2024-01-04', 'threatScoreRecorded', scored('T3', 0), 'two');
    await operation.tell('2024-01-05', 'threatScoreRecorded', scored('T4', 1, 2), 'one');
    await operation.tell('2024-02-01', 'threatScoreRecorded', scored('T5', 4), 'one');
    const grade = { sourceEvaluation: '1', intelligenceAssessment: 'A', handlingCode: 'P' } as const;
    const report = { grade, handlingConditions: null, source: TEXT, content: TEXT };
    await operation.tell('2024-02-02', 'intelligenceReported', { report: 'I1', material: false, ...report });
    await operation.tell('2024-02-03', 'threatScoreRecorded', scored('T6', 4), 'two');
    await operation.tell('2024-03-01', 'intelligenceReported', { report: 'I2', material: true, ...report });
    await operation.tell('2024-03-02', 'threatScoreRecorded', scored('T7', 4), 'one');

    const { scorerAgreement } = await counted();
    expect(scorerAgreement).toEqual({
      [`${assessment.model} 1`]: {
        pairs: 3,
        kappa: expect.closeTo(1 / 3, 9) as number,
        byMonth: { '2024-01': { pairs: 1, kappa: 1 }, '2024-02': { pairs: 2, kappa: 0 } },
      },
    });
    expect((await counted({ to: '2024-01-31' })).scorerAgreement[`${assessment.model} 1`]).toMatchObject({ pairs: 1 });
  });

  it('ask ten times, in one transaction that only reads, however many operations there are', async () => {
    for (let more = 0; more < 3; more++) await inAssessment('2024-01-01');
    const client = await database.as.api.connect();
    const asked: string[] = [];
    const query = (text: string, values: unknown[]) => {
      asked.push(text);
      return client.query(text, values);
    };
    const release = (error?: Error) => client.release(error);
    const observed = { connect: () => Promise.resolve({ query, release }) } as unknown as Pool;
    await new FiguresRead(allSeeing(observed)).of({ format: 'json' }, SUPERVISOR);
    expect(asked).toHaveLength(12);
    expect(asked[0]).toMatch(/READ ONLY; SELECT .* FROM read_as/);
    expect(asked.at(-1)).toBe('COMMIT');
  });

  it('come from the index of figures, however long the timelines are', async () => {
    const client = await database.as.api.connect();
    const { PARAMETERS, ...queries } = sql;
    await client.query(`BEGIN; ${readAs(ALL_SEEING)}`);
    try {
      // However few rows there are: what the index can do, not what pays today.
      await client.query('SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_nestloop = off');
      for (const text of Object.values(queries)) {
        const values: unknown[] = PARAMETERS.map(() => null);
        const asked = text(seenBy({ remit: ALL_SEEING, letIn: [], keptOut: [] }, placing(values), 'o'));
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${asked}`, values);
        const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
        expect(plan).toMatch(/ using timeline_event_figures on timeline_event e /);
      }
    } finally {
      client.release(true);
    }
  });
});
