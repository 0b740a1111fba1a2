import { on } from 'node:events';
import { parentPort, type MessagePort } from 'node:worker_threads';
import { portionsOf } from './portions';
import type { FileMessage, ReadingMessage, ReadingTask } from './reading-thread';
import { Unreadable } from './unreadable';

/** Chunks that are asked for before the first is read: enough to read on while a transaction ends. */
const AHEAD = 8;

parentPort?.on('message', (task: ReadingTask) => void read(task));

async function read({ reading, port }: ReadingTask): Promise<void> {
  try {
    for await (const portion of portionsOf(chunksFrom(port), reading))
      send(port, { kind: 'portion', portion }, [portion.recordLines.buffer, portion.rejectLines.buffer]);
    send(port, { kind: 'end' });
  } catch (error) {
    send(
      port,
      error instanceof Unreadable ? { kind: 'unreadable', message: error.message } : { kind: 'failed', error },
    );
  }
}

async function* chunksFrom(port: MessagePort): AsyncGenerator<Buffer> {
  const messages = on(port, 'message', { close: ['close'] }) as AsyncIterable<[FileMessage]>;
  for (let asked = 0; asked < AHEAD; asked++) send(port, { kind: 'chunk-please' });
  for await (const [message] of messages) {
    if (message === 'end') return;
    yield Buffer.from(message.buffer, message.byteOffset, message.byteLength);
    send(port, { kind: 'chunk-please' });
  }
}

const send = (port: MessagePort, message: ReadingMessage, moved: readonly ArrayBuffer[] = []) =>
  port.postMessage(message, moved);
