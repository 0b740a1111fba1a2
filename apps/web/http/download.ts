import type { Response as ExpressResponse } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

/** Headers of a file that are passed on with it. */
const KEPT = ['content-type', 'content-disposition', 'content-length', 'repr-digest'];

/** Passes a file of the API on to the browser, as it comes. One that breaks off does not come whole. */
export async function passOn(file: Response, response: ExpressResponse): Promise<void> {
  for (const name of KEPT) {
    const value = file.headers.get(name);
    if (value !== null) response.setHeader(name, value);
  }
  if (file.body === null) {
    response.end();
    return;
  }
  await pipeline(Readable.fromWeb(file.body as ReadableStream), response).catch(() => response.destroy());
}

/** Answers with a file of our own making, to be saved and not to be shown. */
export function saveAs(response: ExpressResponse, name: string, type: string, content: string): void {
  response.attachment(name).type(type).send(content);
}
