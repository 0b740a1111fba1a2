import { once } from 'node:events';
import { parentPort, Worker, workerData, type ResourceLimits } from 'node:worker_threads';
import { compiled } from '../checkout';

/**
 * Has one thing done in a thread of its own, which `answerInThread` does there: the process has other things to do meanwhile, and the memory
 * that it took ends with it.
 *
 * @param file compiled
 * @throws what it fails with
 */
export async function runInThread<Task, Answer>(file: string, task: Task, limits: ResourceLimits): Promise<Answer> {
  const thread = new Worker(compiled(file), { workerData: task, resourceLimits: limits });
  thread.unref();
  try {
    const [answer] = (await once(thread, 'message')) as [Answer];
    return answer;
  } finally {
    await thread.terminate();
  }
}

/** The thread's side. */
export async function answerInThread<Task, Answer>(work: (task: Task) => Answer | Promise<Answer>): Promise<void> {
  parentPort?.postMessage(await work(workerData as Task));
}
