import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';

/** A file written in blocks, so that a line costs no more than its text; whoever writes much waits now and then. */
export class BlockFile {
  private readonly stream: WriteStream;
  private block: string[] = [];
  private length = 0;

  /** @param encoding with `latin1`, of no letter beyond it */
  constructor(
    readonly path: string,
    private readonly encoding: 'utf8' | 'utf16le' | 'latin1' = 'utf8',
  ) {
    this.stream = createWriteStream(path);
  }

  write(text: string): void {
    this.block.push(text);
    this.length += text.length;
    if (this.length > 1_000_000) this.flush();
  }

  /** Resolves when what was written is no more than the stream holds. */
  async drained(): Promise<void> {
    if (this.stream.writableNeedDrain) await once(this.stream, 'drain');
  }

  async end(): Promise<void> {
    this.flush();
    this.stream.end();
    await once(this.stream, 'close');
  }

  private flush(): void {
    this.stream.write(this.block.join(''), this.encoding);
    this.block = [];
    this.length = 0;
  }
}

/** A cell of CSV (RFC 4180), quoted where it has to be. */
export function quoted(cell: string, delimiter = ','): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
