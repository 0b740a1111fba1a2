import { briefsRound } from '../../../apps/jobs/briefs';
import { briefOf } from '../../../domain/operation/brief';
import { verifyOperation } from '../../../platform/timeline/verify';
import { BareOperation } from '../../support/bare-operation';
import { OwnDatabase } from '../../support/own-database';
import { SIO, TASKING } from '../../support/stack';
import { LOW_THREAT } from '../../support/threat-inputs';

describe('briefs that an earlier release has written', () => {
  let database: OwnDatabase;
  let small: BareOperation;
  let large: BareOperation;
  beforeEach(async () => {
    database = await OwnDatabase.create();
    [small, large] = [await BareOperation.open(database.recording), await BareOperation.open(database.recording)];
    await small.does(TASKING, 'submitReferral', {});
    await small.does(TASKING, 'recordThreatScore', { ...LOW_THREAT, rationale: 'Invented.' });
    const decision = { what: 'Invented decision.', reasons: 'Invented reasons.' };
    while (large.entity.head.sequence < 110) await large.does(SIO, 'recordPolicyDecision', decision);
    await database.as.superuser.query(`UPDATE operation SET brief = brief - 'awaiting' - 'risk' - 'deadlines'`);
  });
  afterEach(() => database.drop());

  const rows = async () => {
    const { rows: found } = await database.as.superuser.query<{ reference: string; brief: object }>(
      'SELECT reference, brief, awaiting, risk_order AS "riskOrder" FROM operation',
    );
    return new Map(found.map((row) => [row.reference, row]));
  };
  const problems = async ({ reference }: BareOperation) =>
    (await verifyOperation(database.as.auditor, reference)).problems;

  it('are brought up to what this one writes, from snapshot and later events', async () => {
    expect((await rows()).get(small.reference)).toMatchObject({ awaiting: null, riskOrder: 1 });
    await briefsRound(database.as.jobs);
    const found = await rows();
    for (const { reference, entity } of [small, large])
      expect(found.get(reference)?.brief).toEqual(briefOf(entity.current));
    expect(found.get(small.reference)).toMatchObject({ awaiting: ['threat-score-confirmation'], riskOrder: -15 });
    expect([await problems(small), await problems(large)]).toEqual([[], []]);
  });

  it('are no wrong rows meanwhile; but one that says something else is', async () => {
    expect(await problems(small)).toEqual([]);
    await briefsRound(database.as.jobs);
    await database.as.superuser.query(`UPDATE operation SET brief = brief || '{"awaiting": ["merge"]}'`);
    expect(await problems(small)).toMatchObject([{ problem: 'the row differs from what is recorded: awaiting' }]);
  });

  it('are each tried, where one cannot be folded', async () => {
    await database.as.superuser.query(`UPDATE operation SET fold_version = 0 WHERE reference = $1`, [large.reference]);
    await database.tamper(`UPDATE timeline_event SET event_type = 'unheardOf' WHERE operation = '${large.reference}'`);
    await expect(briefsRound(database.as.jobs)).rejects.toThrow(AggregateError);
    const found = await rows();
    expect(found.get(large.reference)?.brief).not.toHaveProperty('awaiting');
    expect(found.get(small.reference)?.brief).toHaveProperty('awaiting');
  });

  it('are left alone where the operation has moved on since', async () => {
    const brief = briefOf(small.entity.current);
    await small.does(TASKING, 'confirmThreatScore', { risk: 15 });
    await database.as.jobs.query('SELECT keep_brief($1, $2, $3)', [small.reference, 3, JSON.stringify(brief)]);
    expect((await rows()).get(small.reference)?.brief).toMatchObject({ awaiting: ['tasking-decision'], risk: 15 });
  });
});
