import { currentOperation } from '../../../platform/timeline/current';
import { verifyOperation } from '../../../platform/timeline/verify';
import { BareOperation } from '../../support/bare-operation';
import { OwnDatabase } from '../../support/own-database';
import { SIO, TASKING } from '../../support/stack';

describe('the snapshot of a large operation', () => {
  let database: OwnDatabase;
  let operation: BareOperation;
  beforeAll(async () => {
    database = await OwnDatabase.create();
    operation = await BareOperation.open(database.recording);
    const decision = { what: 'Invented decision.', reasons: 'Invented reasons.' };
    while (operation.entity.head.sequence < 120) await operation.does(SIO, 'recordPolicyDecision', decision);
    await operation.does(TASKING, 'assignTeam', { person: 'somebody', role: 'intelligence-analyst' });
  }, 60_000);
  afterAll(() => database.drop());

  const row = async () => {
    const { rows } = await database.as.superuser.query<{ sequence: number; snapshot: number; told: boolean }>(
      `SELECT sequence, state_sequence AS snapshot, brief -> 'team' @> '[{"person": "somebody"}]' AS told
       FROM operation WHERE reference = $1`,
      [operation.reference],
    );
    return rows[0];
  };

  it('is older than its timeline, while its brief is not', async () => {
    expect(await row()).toEqual({ sequence: 121, snapshot: 100, told: true });
  });

  it('is folded on by whoever reads the operation', async () => {
    const found = await currentOperation(database.as.worker, operation.reference);
    expect(found?.state).toEqual(operation.entity.current);
  });

  it('is folded on by the workflow that is rebuilt from it', async () => {
    const rebuilt = new BareOperation(database.recording, operation.reference, false);
    await rebuilt.entity.restore();
    expect(rebuilt.entity.current).toEqual(operation.entity.current);
    expect(rebuilt.entity.head).toEqual(operation.entity.head);
  });

  it('proves with its timeline, and shows when brief or snapshot were altered', async () => {
    const verify = async () => (await verifyOperation(database.as.auditor, operation.reference)).problems;
    expect(await verify()).toEqual([]);
    const where = `WHERE reference = '${operation.reference}'`;
    await database.tamper(
      `UPDATE operation SET brief = jsonb_set(brief, '{leadForce}', '"kent"') ${where}`,
      `UPDATE operation SET state = jsonb_set(state, '{policyDecisions}', '1') ${where}`,
    );
    const problem = 'the row differs from what is recorded: leadForce, policyDecisions';
    expect(await verify()).toEqual([{ sequence: 121, problem }]);
  });
});
