import { StreamableFile } from '@nestjs/common';

export const CSV = 'text/csv; charset=utf-8; header=present';
export const JSON_FILE = 'application/json; charset=utf-8';

/** An answer that is a file to keep. */
export function attachment(content: string | Uint8Array, type: string, name: string): StreamableFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"`, length: bytes.length });
}
