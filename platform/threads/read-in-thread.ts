import { on } from 'node:events';
import type { Readable } from 'node:stream';
import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads';
import { Unreadable } from '../profiles/unreadable';

/** To the thread: what to read. What it makes of it goes back by the port. */
export interface ReadingTask<Task> {
  readonly task: Task;
  readonly port: MessagePort;
}
/** By a file's port to the thread: a chunk, its end, or why there is none; each as often as one is asked for. */
export type FileMessage = Uint8Array | 'end' | { readonly failed: unknown };
/** By the port from the thread. */
export type ReadingMessage<Item> =
  /** The file is wanted from its beginning, by a port of its own. */
  | { readonly kind: 'open'; readonly file: MessagePort }
  | { readonly kind: 'item'; readonly item: Item }
  | { readonly kind: 'end' }
  | { readonly kind: 'unreadable'; readonly message: string }
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * Has a file read in a thread, which `serveReading` serves, so that it is read on while what was read of it goes to the database. However
 * slowly items are taken, no more is held than some chunks and some items.
 *
 * @throws Unreadable where it is none that can be taken in
 */
export async function* readInThread<Task, Item>(
  thread: Worker,
  open: () => Promise<Readable>,
  task: Task,
): AsyncGenerator<Item, void> {
  const { port1: port, port2 } = new MessageChannel();
  const messages = on(port, 'message', { close: ['close'] }) as AsyncIterable<[ReadingMessage<Item>]>;
  thread.postMessage({ task, port: port2 } satisfies ReadingTask<Task>, [port2]);
  const files: MessagePort[] = [];
  // As it was thrown: what goes through the thread is no longer of its class.
  let away: { readonly error: unknown } | undefined;
  try {
    for await (const [message] of messages) {
      if (message.kind === 'open') {
        files.push(message.file);
        void handOver(message.file, open).catch((error: unknown) => (away = { error }));
      } else if (message.kind === 'item') {
        yield message.item;
        port.postMessage('taken');
      } else if (message.kind === 'end') return;
      else if (message.kind === 'unreadable') throw new Unreadable(message.message);
      else throw away ? away.error : message.error;
    }
    throw new Error('The thread that reads files has ended.');
  } finally {
    for (const one of [port, ...files]) one.close();
  }
}

/** Hands a file to the thread, a chunk for each that it asks for, until it asks for no more. */
async function handOver(port: MessagePort, open: () => Promise<Readable>): Promise<void> {
  const asked = on(port, 'message', { close: ['close'] });
  let file: Readable | undefined;
  try {
    file = await open();
    const chunks = file[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
    for await (const _ of asked) hand(port, (await chunks.next()).value);
  } catch (error) {
    port.postMessage({ failed: error } satisfies FileMessage);
    throw error;
  } finally {
    file?.destroy();
  }
}

/** Moves a chunk whose memory is its own, and copies another. */
function hand(port: MessagePort, chunk: Buffer | undefined): void {
  const moved =
    chunk !== undefined && chunk.byteLength === chunk.buffer.byteLength ? [chunk.buffer as ArrayBuffer] : [];
  port.postMessage((chunk ?? 'end') satisfies FileMessage, moved);
}
