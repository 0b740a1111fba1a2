import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { compiled } from '../../checkout';
import type { Looked, LookingAt, WrittenText } from './looked';

/** It holds 80 MB of words and statistics, and would leave much more behind before it cleans up. */
const LIMITS = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 };

/** Looks at texts in a thread of its own: it takes a tenth of a second for some hundred of them, and the process has other things to do. */
export class LookingThread {
  private readonly thread: Worker;

  constructor(at: LookingAt) {
    this.thread = new Worker(compiled('platform/translation/work/looking-thread.main.js'), {
      workerData: at,
      resourceLimits: LIMITS,
    });
    this.thread.unref();
    // Whoever waits for an answer is told of it there.
    this.thread.on('error', () => undefined);
  }

  /** One call at a time. */
  async look(texts: readonly WrittenText[]): Promise<Looked> {
    const answered = once(this.thread, 'message');
    this.thread.postMessage(texts);
    const [looked] = (await answered) as [Looked];
    return looked;
  }

  async end(): Promise<void> {
    await this.thread.terminate();
  }
}
