import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { apart } from './apart';
import { SignedIn } from '../platform/embedded/identity/sign-in';
import { StartProblem } from '../platform/embedded/problem';
import { UNTHROTTLED } from '../platform/embedded/unthrottled';
import { Stack } from '../platform/embedded/stack';
import { sayingSteps } from '../platform/embedded/steps';
import { until } from '../platform/embedded/wait';
import { accessOverheadRatio } from './access';
import type { WorklistPage } from '../apps/api/operations/worklist.schema';
import { Baseline } from './baseline/baseline';
import { commandP50Ratio, commandThroughputRatio, LANES, type Contest } from './commands';
import { Engine } from './engine';
import { footprint } from './footprint';
import { httpOverheadMs } from './http';
import { HttpClient } from './http-client';
import { rounded, timed } from './measure';
import { openThroughputRatio } from './opening';
import { measurePages, type PagesFigures } from './pages/pages';
import type { ProfileFigures } from './profiles/profiles';
import { FULL, QUICK, Report, type Measured } from './report';
import { FULL_OPERATION, fullOperation, seedFull } from './seed/full';
import { seedWorklist } from './seed/seed';
import { StatementCounter } from './statements';
import type { TranslationFigures } from './translation/translation';
import { worklist, type PageFigures } from './worklist';

/** The last line of a benchmark; `docs/performance.md` says what each figure means. */
export interface BenchResult extends PagesFigures, ProfileFigures, TranslationFigures {
  readonly commandP50Ratio: number;
  readonly commandThroughputRatio: number;
  readonly httpOverheadMs: number;
  readonly openThroughputRatio: number;
  readonly fullCommandP50Ratio: number;
  readonly fullCommandThroughputRatio: number;
  readonly accessOverheadRatio: number;
  readonly worklistP95Ms: PageFigures;
  readonly worklistSqlP95Ms: PageFigures;
}

/** Measures the engine on a stack of its own and leaves nothing behind. */
export async function runBench(quick: boolean, say: (line: string) => void): Promise<BenchResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'waymark-bench-'));
  const interrupted = interruption();
  let stack: Stack | undefined;
  try {
    stack = await Stack.start({
      dataDir,
      ports: 'free',
      environment: {},
      // Relay and reconciler work beside a command, not within it, and would do so in the bare side's time as well.
      apps: ['worker', 'api'],
      env: UNTHROTTLED,
      stepsBefore: Number(process.env['WAYMARK_STEPS_DONE'] ?? 0),
      onStep: sayingSteps(say),
    });
    return await Promise.race([measure(stack, quick, new Report(say)), interrupted]);
  } finally {
    await stack?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Resolves once jobs have passed on and confirmed what was recorded before they were there. */
async function caughtUp(pool: Pool): Promise<void> {
  const ask = async () => {
    const { rows } = await pool.query<{ left: string }>(
      `SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM recorded_command WHERE confirmed_at IS NULL) AS left`,
    );
    if (rows[0]?.left !== '0') throw new Error(`${rows[0]?.left} are left`);
  };
  await until('What jobs have to catch up with', ask, { seconds: 600, every: 500 });
}

/** Rejects when the benchmark is told to stop, so that it still tidies up. */
function interruption(): Promise<never> {
  const interrupted = new Promise<never>((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => reject(new StartProblem(`The benchmark was interrupted (${signal}).`)));
  });
  // While the stack is still starting nobody listens yet; the race does later.
  interrupted.catch(() => undefined);
  return interrupted;
}

async function measure(stack: Stack, quick: boolean, report: Report): Promise<BenchResult> {
  const engine = new Engine(stack);
  const bare = await Baseline.start(stack);
  const analyst = new SignedIn(stack.urls.issuer, 'intelligence-analyst-norfolk');
  const http = new HttpClient(stack.urls.api, () => analyst.token());
  const scale = quick ? QUICK : FULL;
  const contest: Contest = { engine, bare, report, scale, begin: () => engine.busyOperation() };
  try {
    report.heading('One command after the other, beside a bare workflow');
    const p50 = await commandP50Ratio(contest);
    report.heading('Sixteen commands at once, beside as many bare workflows');
    const throughput = await commandThroughputRatio(contest);
    report.heading('Sixteen openings at once, beside as many bare starts');
    const openings = await openThroughputRatio(contest);
    report.heading('One command after the other, by HTTP and as an Update alone');
    const overhead = await httpOverheadMs(engine, http, scale, report);

    report.heading(
      `The same with full operations: ${Object.entries(FULL_OPERATION)
        .map(([what, count]) => `${count} ${what}`)
        .join(', ')}`,
    );
    const fully = await timed(() => seedFull(stack.urls.database.owner, scale.rounds + LANES));
    report.line(
      `seeded in ${rounded(fully / 1000, 1)} s; a state has ${JSON.stringify(fullOperation().state).length} bytes`,
    );
    let begun = 0;
    const full: Contest = { ...contest, begin: () => engine.fullOperation(++begun) };
    const fullP50 = await commandP50Ratio(full);
    const fullThroughput = await commandThroughputRatio(full);

    report.heading(`A worklist of ${scale.operations} operations`);
    const seeding = await timed(() => seedWorklist(stack.urls.database.owner, scale.operations));
    report.line(`seeded in ${rounded(seeding / 1000, 1)} s`);
    await requireVerified(http);
    const pages = await worklist(http, engine.pool, scale, report);

    report.heading('The worklist of somebody who sees some of it, beside the same without policy');
    const access = await accessOverheadRatio(stack, engine.pool, scale, report);
    report.heading(`The ten main pages, with ${scale.operations} operations`);
    // Derail is played for it, which waits for what the jobs do.
    await stack.startApp('jobs');
    await stack.startApp('web');
    await caughtUp(engine.pool);
    const pageFigures = await measurePages(stack.urls, scale, report);
    report.heading('Statements that reach the database, by role; each is one round trip');
    const counter = await StatementCounter.start(stack);
    await footprint(contest, http, engine.pool, counter).finally(() => counter.stop());
    const measured: Measured = { urls: stack.urls.database, scale };
    const profiled = await apart<Measured, ProfileFigures>('profiles/main', measured, report);
    const translated = await apart<Measured, TranslationFigures>('translation/main', measured, report);
    report.heading('Result');
    return {
      commandP50Ratio: p50,
      commandThroughputRatio: throughput,
      httpOverheadMs: overhead,
      openThroughputRatio: openings,
      fullCommandP50Ratio: fullP50,
      fullCommandThroughputRatio: fullThroughput,
      accessOverheadRatio: access,
      ...pages,
      ...pageFigures,
      ...profiled,
      ...translated,
    };
  } finally {
    http.close();
    await bare.stop();
    await engine.close();
  }
}

/** What was seeded must be what the engine itself would have written, or its worklist would prove nothing. */
async function requireVerified(http: HttpClient): Promise<void> {
  const { items } = await http.get<WorklistPage>('/api/v1/operations?limit=3');
  for (const { reference } of items) {
    const proof = await http.get<{ verified: boolean }>(`/api/v1/operations/${reference}/timeline/verify`);
    if (!proof.verified)
      throw new Error(`The seeded timeline of ${reference} does not verify: ${JSON.stringify(proof)}`);
  }
}
