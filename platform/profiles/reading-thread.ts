import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { compiled } from '../checkout';
import { readInThread } from '../threads/read-in-thread';
import type { Portion, Reading } from './portions';

/**
 * `portionsOf` in a thread of its own.
 *
 * @throws Unreadable where it is none that can be taken in
 */
export const portionsInThread = (open: () => Promise<Readable>, reading: Reading): AsyncGenerator<Portion, void> =>
  readInThread(thread(), open, reading);

let running: Worker | undefined;

/** One for the process, which it does not keep from ending. */
function thread(): Worker {
  if (running) return running;
  const started = new Worker(compiled('platform/profiles/reading-thread.main.js'));
  started.unref();
  // Whoever waits for it sees that the port has closed.
  started.once('error', () => undefined);
  started.once('exit', () => (running = undefined));
  return (running = started);
}
