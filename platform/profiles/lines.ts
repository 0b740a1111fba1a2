const FIRST_SIZE = 65_536;

/** Lines as bytes of UTF-8, in memory that is handed on. */
export class Lines {
  bytes: Buffer<ArrayBuffer> = Buffer.allocUnsafeSlow(FIRST_SIZE);
  length = 0;
  count = 0;

  /** Makes room for so many bytes more. */
  reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const wider = Buffer.allocUnsafeSlow(Math.max(2 * this.bytes.length, this.length + more));
    this.bytes.copy(wider, 0, 0, this.length);
    this.bytes = wider;
  }

  add(line: string): void {
    this.reserve(3 * line.length + 1);
    this.length += this.bytes.write(line, this.length);
    this.bytes[this.length++] = 10;
    this.count += 1;
  }

  /** Hands the lines on, with the memory that holds them, and begins anew with as much. */
  take(): Uint8Array<ArrayBuffer> {
    if (this.length === 0) return new Uint8Array(0);
    const taken = this.bytes.subarray(0, this.length);
    this.bytes = Buffer.allocUnsafeSlow(this.bytes.length);
    this.length = 0;
    this.count = 0;
    return taken;
  }
}
