import { once } from 'node:events';
import { parentPort, Worker, type ResourceLimits } from 'node:worker_threads';
import { compiled } from '../checkout';

export interface ThreadOptions {
  readonly limits: ResourceLimits;
  /** What it has from its start on, as `workerData`. */
  readonly given?: unknown;
  /** How long one that is asked nothing is kept; for ever where it is absent. */
  readonly idleMs?: number;
}

/**
 * A thread that is asked one thing after the other, which `answerQuestions` does there: the process has other things to do meanwhile. What it
 * has in memory is kept from question to question, and ends with it.
 */
export class KeptThread<Question, Answer> {
  private thread: Worker | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | undefined;

  /** @param file compiled; it starts with the first question */
  constructor(
    private readonly file: string,
    private readonly options: ThreadOptions,
  ) {}

  /** @throws what it fails with; it starts anew with the next question */
  ask(question: Question): Promise<Answer> {
    const answer = this.turn.then(() => this.answered(question));
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  async end(): Promise<void> {
    clearTimeout(this.idle);
    const { thread } = this;
    this.thread = undefined;
    await thread?.terminate();
  }

  private async answered(question: Question): Promise<Answer> {
    clearTimeout(this.idle);
    const thread = (this.thread ??= this.start());
    thread.ref();
    try {
      const told = once(thread, 'message') as Promise<[Answer]>;
      thread.postMessage(question);
      return (await told)[0];
    } catch (error) {
      await this.end();
      throw error;
    } finally {
      thread.unref();
      const { idleMs } = this.options;
      if (this.thread && idleMs !== undefined) this.idle = setTimeout(() => void this.end(), idleMs).unref();
    }
  }

  private start(): Worker {
    const thread = new Worker(compiled(this.file), {
      workerData: this.options.given,
      resourceLimits: this.options.limits,
    });
    // Whoever waits for an answer is told of it there.
    thread.on('error', () => undefined);
    return thread;
  }
}

/** The thread's side. */
export function answerQuestions<Question, Answer>(answer: (question: Question) => Answer | Promise<Answer>): void {
  parentPort?.on('message', async (question: Question) => parentPort?.postMessage(await answer(question)));
}

/** Has one thing done in a thread of its own. @throws what it fails with */
export async function runInThread<Task, Result>(file: string, task: Task, limits: ResourceLimits): Promise<Result> {
  const thread = new KeptThread<Task, Result>(file, { limits });
  try {
    return await thread.ask(task);
  } finally {
    await thread.end();
  }
}
