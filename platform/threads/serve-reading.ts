import { on } from 'node:events';
import { Readable } from 'node:stream';
import { MessageChannel, parentPort, type MessagePort } from 'node:worker_threads';
import { Unreadable } from '../profiles/unreadable';
import type { FileMessage, ReadingMessage, ReadingTask } from './read-in-thread';

/** Chunks that are asked for before the first is read, and items that are sent before the first is taken: enough to read on while a transaction ends. */
const AHEAD = 8;

/** What was made of some of a file, and the memory that is moved with it. */
export interface Made<Item> {
  readonly item: Item;
  readonly moved: readonly ArrayBuffer[];
}

/** The thread's side of `readInThread`. */
export function serveReading<Task, Item>(
  read: (task: Task, open: () => Promise<Readable>) => AsyncIterable<Made<Item>>,
): void {
  parentPort?.on('message', ({ task, port }: ReadingTask<Task>) => void serve(port, () => read(task, openBy(port))));
}

async function serve<Item>(port: MessagePort, made: () => AsyncIterable<Made<Item>>): Promise<void> {
  const taken = on(port, 'message', { close: ['close'] });
  const send = (message: ReadingMessage<Item>, moved: readonly ArrayBuffer[] = []) => port.postMessage(message, moved);
  try {
    let sent = 0;
    for await (const { item, moved } of made()) {
      send({ kind: 'item', item }, moved);
      sent += 1;
      if (sent > AHEAD) await taken.next();
    }
    send({ kind: 'end' });
  } catch (error) {
    send(error instanceof Unreadable ? { kind: 'unreadable', message: error.message } : { kind: 'failed', error });
  }
}

/** Opens the file that the other side has, as often as it is wanted from its beginning. */
const openBy = (port: MessagePort) => (): Promise<Readable> => {
  const { port1: file, port2 } = new MessageChannel();
  port.postMessage({ kind: 'open', file: port2 } satisfies ReadingMessage<never>, [port2]);
  return Promise.resolve(Readable.from(chunksFrom(file)));
};

async function* chunksFrom(port: MessagePort): AsyncGenerator<Buffer> {
  const messages = on(port, 'message', { close: ['close'] }) as AsyncIterable<[FileMessage]>;
  for (let asked = 0; asked < AHEAD; asked++) port.postMessage('chunk-please');
  try {
    for await (const [message] of messages) {
      if (message === 'end') return;
      if ('failed' in message) throw message.failed;
      yield Buffer.from(message.buffer, message.byteOffset, message.byteLength);
      port.postMessage('chunk-please');
    }
    throw new Error('The file was taken away before its end.');
  } finally {
    port.close();
  }
}
