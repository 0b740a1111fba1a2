import { on } from 'node:events';
import type { Readable } from 'node:stream';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { compiled } from '../checkout';
import type { Portion, Reading } from './portions';
import { Unreadable } from './unreadable';

/** To the thread: a file to read. Its bytes come by the port, and what is read of them goes back by it. */
export interface ReadingTask {
  readonly reading: Reading;
  readonly port: MessagePort;
}
/** By the port to the thread: a chunk of the file, or its end, each as often as one is asked for. */
export type FileMessage = Uint8Array | 'end';
/** By the port from the thread. */
export type ReadingMessage =
  | { readonly kind: 'chunk-please' }
  | { readonly kind: 'portion'; readonly portion: Portion }
  | { readonly kind: 'end' }
  | { readonly kind: 'unreadable'; readonly message: string }
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * {@link portionsOf} in a thread of its own, so that a file is read on while what was read of it goes to the database. However
 * slowly portions are taken, no more of the file is held than some chunks.
 *
 * @throws Unreadable where it is none that can be taken in
 */
export async function* portionsInThread(file: Readable, reading: Reading): AsyncGenerator<Portion, void> {
  const { port1: port, port2 } = new MessageChannel();
  const messages = on(port, 'message', { close: ['close'] }) as AsyncIterable<[ReadingMessage]>;
  thread().postMessage({ reading, port: port2 } satisfies ReadingTask, [port2]);
  const chunks = file[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  try {
    for await (const [message] of messages) {
      if (message.kind === 'chunk-please') hand(port, (await chunks.next()).value);
      else if (message.kind === 'portion') yield message.portion;
      else if (message.kind === 'end') return;
      else if (message.kind === 'unreadable') throw new Unreadable(message.message);
      else throw message.error;
    }
    throw new Error('The thread that reads files has ended.');
  } finally {
    port.close();
    file.destroy();
  }
}

/** Moves a chunk whose memory is its own, and copies another. */
function hand(port: MessagePort, chunk: Buffer | undefined): void {
  const moved =
    chunk !== undefined && chunk.byteLength === chunk.buffer.byteLength ? [chunk.buffer as ArrayBuffer] : [];
  port.postMessage((chunk ?? 'end') satisfies FileMessage, moved);
}

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
