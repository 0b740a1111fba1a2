import { reconcileRound } from '../../../apps/jobs/reconciler';
import { headQuery, operationWorkflowId } from '../../../workflows/operation/operation.messages';
import { BareOperation, recordUnseen } from '../../support/bare-operation';
import { OwnDatabase } from '../../support/own-database';
import { Engine, eventually, LIAISON, TASKING } from '../../support/stack';

describe('the reconciler', () => {
  describe('on the real server', () => {
    let engine: Engine;
    beforeAll(() => {
      engine = new Engine();
    });
    afterAll(() => engine.close());

    it('has a workflow take up what was recorded without it, and confirms that', async () => {
      const reference = await engine.inAssessment();
      await recordUnseen(reference, TASKING, 'assignTeam', { person: LIAISON.id, role: 'rocu-liaison-officer' });
      await engine.pool.query(
        `UPDATE recorded_command SET recorded_at = now() - interval '1 minute' WHERE operation = $1`,
        [reference],
      );
      // The stack's own jobs process may be quicker; either way it heals.
      await reconcileRound(engine.pool, engine.gateway).catch(() => undefined);
      await eventually('the confirmation', async () => {
        const { rows } = await engine.pool.query(
          'SELECT FROM recorded_command WHERE operation = $1 AND confirmed_at IS NULL',
          [reference],
        );
        return rows.length === 0;
      });
      const head = await engine.client.workflow.getHandle(operationWorkflowId(reference)).query(headQuery);
      const events = await engine.events(reference);
      expect(head.sequence).toBe(4);
      expect(events).toHaveLength(4);
    });
  });

  describe('on records alone', () => {
    let database: OwnDatabase;
    beforeEach(async () => {
      database = await OwnDatabase.create();
    });
    afterEach(() => database.drop());

    /** Stands for workflows that have all folded their first events only. */
    const asked: string[] = [];
    const upTo = (sequence: number, stuck?: string) => ({
      reconcile: (reference: string) => {
        asked.push(reference);
        return reference === stuck ? Promise.reject(new Error('stuck')) : Promise.resolve({ sequence, hash: null });
      },
    });
    const unconfirmed = async () => {
      const { rows } = await database.as.jobs.query<{ operation: string; last: number }>(
        `SELECT operation, last_sequence AS last FROM recorded_command WHERE confirmed_at IS NULL ORDER BY 1, 2`,
      );
      return rows.map(({ operation, last }) => `${operation} ${last}`);
    };
    const grow = (age: string) =>
      database.as.superuser.query(`UPDATE recorded_command SET recorded_at = now() - interval '${age}'`);
    beforeEach(() => {
      asked.length = 0;
    });

    it('leaves what has only just been recorded to its Update', async () => {
      await BareOperation.open(database.recording);
      await grow('10 seconds');
      await reconcileRound(database.as.jobs, upTo(1));
      expect(asked).toEqual([]);
      await grow('16 seconds');
      await reconcileRound(database.as.jobs, upTo(1));
      expect(asked).toHaveLength(1);
      expect(await unconfirmed()).toEqual([]);
    });

    it('confirms no more than the workflow has taken up', async () => {
      const { reference } = await (await BareOperation.open(database.recording)).getGoing();
      await grow('1 minute');
      await reconcileRound(database.as.jobs, upTo(3));
      expect(await unconfirmed()).toEqual([`${reference} 4`, `${reference} 5`]);
    });

    it('goes on with the others when one is stuck, and says so', async () => {
      const references = await Promise.all(
        Array.from({ length: 12 }, async () => (await BareOperation.open(database.recording)).reference),
      );
      const stuck = [...references].sort()[0] as string;
      await grow('1 minute');
      await expect(reconcileRound(database.as.jobs, upTo(1, stuck))).rejects.toThrow('stuck');
      expect(asked).toHaveLength(12);
      expect(await unconfirmed()).toEqual([`${stuck} 1`]);
    });

    it('reaches every operation whose moment has passed unheard, page by page, and no other', async () => {
      const { reference } = await BareOperation.open(database.recording);
      await grow('10 seconds');
      const copies = (count: number, due: string) =>
        database.as.superuser.query(
          `INSERT INTO operation (reference, sequence, head_hash, brief, state_sequence, fold_version, state, opened_at, updated_at)
           SELECT 'OP-TEST-' || $3 || n, 1, head_hash,
                  jsonb_set(brief, '{nextDueAt}', to_jsonb(rfc3339(now() - $3::interval))), state_sequence, fold_version,
                  state, opened_at, updated_at
           FROM operation, generate_series(1, $2::integer) n WHERE reference = $1`,
          [reference, count, due],
        );
      await copies(250, '70 seconds');
      await copies(3, '50 seconds');
      await reconcileRound(database.as.jobs, upTo(1));
      expect(new Set(asked).size).toBe(250);
      expect(asked).toHaveLength(250);
      expect(asked.every((name) => name.startsWith('OP-TEST-70'))).toBe(true);
    });
  });
});
