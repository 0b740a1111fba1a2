import type { EventType } from '../../../domain/operation/events';
import { STAGES_ENTERED } from '../../../domain/operation/stages-entered';
import { verifyOperation } from '../../../platform/timeline/verify';
import { OwnDatabase } from '../../support/own-database';
import { ToldOperation } from '../../support/told-operation';

/** All but the one that every operation begins with. */
const ENTERING = (Object.keys(STAGES_ENTERED) as EventType[]).filter((type) => type !== 'referralOpened');

describe('when an operation was submitted', () => {
  let database: OwnDatabase;
  let operation: ToldOperation;
  beforeEach(async () => {
    database = await OwnDatabase.create();
    operation = await ToldOperation.opened(database.recording, '2026-01-01');
  });
  afterEach(() => database.drop());

  /** Of the only operation there is, with what is wrong with its row. */
  const found = async () => {
    const { rows } = await database.as.superuser.query<{ reference: string; day: string | null }>(
      `SELECT reference, to_char(submitted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS day FROM operation`,
    );
    const [row] = rows;
    const { problems } = await verifyOperation(database.as.auditor, row?.reference ?? '');
    // Its texts were never written.
    return {
      day: row?.day,
      problems: problems.map(({ problem }) => problem).filter((problem) => /the row/.test(problem)),
    };
  };

  it('is kept with its row from the day of the act on, and not once it was returned', async () => {
    expect(await found()).toEqual({ day: null, problems: [] });
    await operation.tell('2026-01-05', 'referralSubmitted', {});
    await operation.tell('2026-01-06', 'teamAssigned', { person: 'somebody', role: 'intelligence-analyst' });
    expect(await found()).toEqual({ day: '2026-01-05 12:00', problems: [] });
    await operation.tell('2026-01-07', 'referralReturned', { questions: { record: 'r', digest: 'd' } });
    expect((await found()).day).toBeNull();
  });

  it('follows every event that leads to assessment, or back', async () => {
    for (const to of ['assessment', 'referral', 'enforcement'] as const)
      for (const type of ENTERING) {
        await operation.tell('2026-01-05', 'referralSubmitted', {});
        const payload = { from: 'assessment', to, codename: 'Example', products: [], grade: null, grounds: null };
        await operation.tell('2026-01-06', type, payload as never);
        // The proof folds the timeline anew.
        expect({ type, to, ...(await found()) }).toMatchObject({ type, to, problems: [] });
      }
  });

  it('is proved with the row', async () => {
    await operation.tell('2026-01-05', 'referralSubmitted', {});
    await database.as.superuser.query(`UPDATE operation SET submitted_at = submitted_at + interval '1 day'`);
    expect((await found()).problems).toEqual(['the row differs from what is recorded: submittedAt']);
  });
});
