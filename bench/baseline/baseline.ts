import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode } from '@temporalio/worker';
import { Client as Database } from 'pg';
import { compiled } from '../../platform/checkout';
import type { Stack } from '../../platform/embedded/stack';
import { BASELINE_TABLE } from './activities';
import { BASELINE_QUEUE, BASELINE_WORKFLOW, writeUpdate } from './baseline.messages';

/** The bare workflow on the engine's own services: its worker process, its table, and a client without a codec. */
export class Baseline {
  private readonly begun = new Set<string>();
  private wake: () => void = () => undefined;

  private constructor(
    private readonly client: Client,
    private readonly worker: ChildProcess,
  ) {
    worker.on('message', (message: { firstTask?: string }) => {
      if (message.firstTask) this.begun.add(message.firstTask);
      this.wake();
    });
  }

  static async start(stack: Stack): Promise<Baseline> {
    const database = new Database({ connectionString: stack.urls.database.owner });
    await database.connect();
    await database.query(BASELINE_TABLE);
    await database.end();

    const codePath = join(stack.at.root, 'baseline-bundle.js');
    const { code } = await bundleWorkflowCode({
      workflowsPath: compiled('bench/baseline/baseline.workflow.js'),
      logger: { ...console, info: () => undefined, log: () => undefined },
    });
    writeFileSync(codePath, code);
    const log = openSync(join(stack.at.logs, 'baseline.log'), 'a');
    const worker = fork(compiled('bench/baseline/main.js'), [codePath], {
      execArgv: ['--enable-source-maps'],
      env: { ...process.env, ...stack.env('owner') },
      stdio: ['ignore', log, log, 'ipc'],
    });
    const ended = once(worker, 'exit').then(() => {
      throw new Error('The bare worker ended while starting; see baseline.log');
    });
    await Promise.race([once(worker, 'message'), ended]);
    // From here on its end is no failure of the start.
    ended.catch(() => undefined);

    const connection = await Connection.connect({ address: stack.urls.temporalAddress });
    return new Baseline(new Client({ connection, namespace: stack.urls.namespace }), worker);
  }

  async start(workflowId: string, given: object): Promise<void> {
    await this.client.workflow.start(BASELINE_WORKFLOW, { taskQueue: BASELINE_QUEUE, workflowId, args: [given] });
  }

  write(workflowId: string, given: object): Promise<string> {
    return this.client.workflow.getHandle(workflowId).executeUpdate(writeUpdate, { args: [given] });
  }

  /** Resolves when these workflows have run their first task. */
  async haveBegun(workflowIds: readonly string[]): Promise<void> {
    while (!workflowIds.every((id) => this.begun.has(id)))
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
  }

  async historyOf(workflowId: string) {
    return this.client.workflow.getHandle(workflowId).fetchHistory();
  }

  async stop(): Promise<void> {
    const gone = once(this.worker, 'exit');
    if (this.worker.exitCode === null && this.worker.kill('SIGTERM')) await gone;
    await this.client.connection.close();
  }
}
