import type { Pool } from 'pg';
import { operationWorkflowId } from '../workflows/operation/operation.messages';
import type { Contest } from './commands';
import { pair } from './commands';
import { byHttp } from './http';
import type { HttpClient } from './http-client';
import { inWords, type StatementCounter } from './statements';
import { addressOf, worklistQueries } from './worklist';

/** Says what one command and one page cost in statements, round trips and history: figures that no busy machine moves. */
export async function footprint(
  contest: Contest,
  http: HttpClient,
  pool: Pool,
  counter: StatementCounter,
): Promise<void> {
  const { engine, bare, report, scale } = contest;
  const { operation, workflowId, prepare } = await pair(contest);
  const history = async () => {
    const { events: ours } = await engine.client.workflow
      .getHandle(operationWorkflowId(operation.reference))
      .fetchHistory();
    const { events: theirs } = await bare.historyOf(workflowId);
    return { ours: ours?.length ?? 0, bare: theirs?.length ?? 0 };
  };
  // First, since the operation continues as new while statements are counted.
  const before = await history();
  await prepare.ours()();
  await prepare.bare()();
  const after = await history();
  report.line(`history events of a command: ${after.ours - before.ours}, of a bare write: ${after.bare - before.bare}`);

  report.line(`a command by HTTP: ${inWords(await counter.each(() => byHttp(http, operation)))}`);
  report.line(`its Update alone:  ${inWords(await counter.each(prepare.ours))}`);
  report.line(`a bare write:      ${inWords(await counter.each(prepare.bare))}`);
  const { filteredFirstPage } = await worklistQueries(pool, scale.pagesDeep);
  const page = await counter.each(() => () => http.get(addressOf(filteredFirstPage)));
  report.line(`a list page:       ${inWords(page)}`);
}
