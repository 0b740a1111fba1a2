import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { FileScanner, Scanned } from './file-scanner';
import { FilesAway } from './file-store';

/** How long clamd may say nothing. It scans for seconds; an archive within archives takes it longest. */
const SILENCE_MS = 60_000;

/** ClamAV's daemon over TCP, by its INSTREAM command. Its `StreamMaxLength` must be no less than our limit. */
export class Clamd implements FileScanner {
  constructor(
    private readonly address: { readonly host: string; readonly port: number },
    private readonly silenceMs = SILENCE_MS,
  ) {}

  async scan(file: string): Promise<Scanned> {
    const reply = await this.ask(file).catch((cause: unknown) => {
      throw new FilesAway('The virus scanner gave no answer.', { cause });
    });
    if (reply === 'stream: OK') return { scan: 'clean' };
    const [, signature] = /^stream: (.+) FOUND$/.exec(reply) ?? [];
    if (signature === undefined) throw new FilesAway('The virus scanner came to no verdict on this file.');
    return { signature };
  }

  private async ask(file: string): Promise<string> {
    const socket = connect(this.address);
    socket.setTimeout(this.silenceMs, () => socket.destroy(new Error('clamd says nothing')));
    try {
      // Its answer is what is waited for: clamd then closes the connection, maybe before it has been sent everything.
      pipeline(createReadStream(file), framed, socket, { end: false }).catch((error: Error) => socket.destroy(error));
      return (await text(socket)).replace(/\0$/, '');
    } finally {
      socket.destroy();
    }
  }
}

/** A command, each chunk after its length, and a length of nothing. */
async function* framed(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of content) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    yield Buffer.concat([length, chunk]);
  }
  yield Buffer.alloc(4);
}
