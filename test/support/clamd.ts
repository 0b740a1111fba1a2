import { createServer, type Socket } from 'node:net';
import { listening } from './listener';

/** What the test's scanner takes for a virus, and what it calls it. */
export const INFECTED = 'INVENTED-VIRUS-FOR-A-TEST';
const SIGNATURE = 'Test.Invented';

/**
 * A scanner that speaks clamd's INSTREAM over a socket: the command, chunks each after its length in four bytes, a length
 * of nothing; then it answers and closes the connection.
 *
 * @param limit most bytes it takes, as clamd's StreamMaxLength
 */
export async function startClamd(limit = 25_000_000) {
  const scanned: number[] = [];
  const server = createServer((socket) => {
    serve(socket, limit).then(
      (content) => content && scanned.push(content.length),
      () => socket.destroy(),
    );
  });
  return { scanned, ...(await listening(server)) };
}

async function serve(socket: Socket, limit: number): Promise<Buffer | undefined> {
  const read = reader(socket);
  const command = (await read(10)).toString();
  if (command !== 'zINSTREAM\0') {
    socket.end('UNKNOWN COMMAND\0');
    return undefined;
  }
  const chunks: Buffer[] = [];
  for (let total = 0; ;) {
    const length = (await read(4)).readUInt32BE();
    if (length === 0) break;
    total += length;
    if (total > limit) {
      socket.end('INSTREAM size limit exceeded. ERROR\0');
      return undefined;
    }
    chunks.push(await read(length));
  }
  const content = Buffer.concat(chunks);
  socket.end(content.includes(INFECTED) ? `stream: ${SIGNATURE} FOUND\0` : 'stream: OK\0');
  return content;
}

/** Reads so many bytes at a time, however they arrive. */
function reader(socket: Socket): (length: number) => Promise<Buffer> {
  const chunks: AsyncIterator<Buffer> = socket.iterator({ destroyOnReturn: false });
  let held = Buffer.alloc(0);
  return async (length) => {
    while (held.length < length) {
      const next = await chunks.next();
      if (next.done) throw new Error('The connection ended too soon');
      held = Buffer.concat([held, next.value]);
    }
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    return taken;
  };
}
