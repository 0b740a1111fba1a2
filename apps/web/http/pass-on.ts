import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Response as ToBrowser } from 'express';

const PASSED = ['content-type', 'content-length', 'content-disposition'];

/** Hands a file of the API on, as it comes. Where it breaks off, so does the browser's. */
export async function passOn(response: ToBrowser, file: Response): Promise<void> {
  response.status(file.status);
  for (const name of PASSED) {
    const value = file.headers.get(name);
    if (value !== null) response.setHeader(name, value);
  }
  if (file.body === null) {
    response.end();
    return;
  }
  await pipeline(Readable.fromWeb(file.body as ReadableStream), response).catch(() => response.destroy());
}
