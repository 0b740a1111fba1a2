import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { BadRequestException } from '@nestjs/common';
import busboy from 'busboy';
import type { Request } from 'express';
import type { Typed } from '../forms/field';

/** A file on its way: its content comes when it is read, and must be read or let go by. */
export interface Incoming {
  readonly name: string;
  readonly content: Readable;
}
export interface FormWithFile {
  /** What was typed before the file. */
  readonly typed: Typed;
  readonly file: Incoming | undefined;
}

/** The longest text fits several times; more fields than any form with a file has. */
const LIMITS = { files: 1, fields: 100, parts: 102, fieldSize: 65_536 };

/**
 * Reads a form up to its file, which stands last in it and is not waited for.
 *
 * @throws BadRequestException for what is no such form
 */
export async function readForm(request: Request): Promise<FormWithFile> {
  const form = readerOf(request);
  const typed: Record<string, string | string[]> = {};
  return new Promise((resolve, reject) => {
    form.on('field', (name, value) => {
      const before = typed[name];
      typed[name] = before === undefined ? value : [...[before].flat(), value];
    });
    form.on('file', (field, content, { filename }) => {
      // An input into which no file was put sends an empty one.
      const isThere = filename !== undefined && filename !== '';
      if (!isThere) content.resume();
      resolve({
        typed: isThere ? { ...typed, [field]: filename } : typed,
        file: isThere ? { name: filename, content } : undefined,
      });
    });
    form.on('close', () => resolve({ typed, file: undefined }));
    form.on('error', () => reject(new BadRequestException()));
    request.pipe(form);
  });
}

function readerOf({ headers }: Request): busboy.Busboy {
  try {
    return busboy({ headers, defParamCharset: 'utf8', limits: LIMITS });
  } catch {
    throw new BadRequestException();
  }
}

/** A form with a file as it is passed on: its fields, then the file as it comes. */
export function formOf(fields: Readonly<Record<string, unknown>>, { name, content }: Incoming) {
  const boundary = `waymark-${randomUUID()}`;
  const head = (disposition: string) => `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n`;
  async function* parts() {
    for (const [field, value] of Object.entries(fields))
      if (value !== null && value !== undefined) yield `${head(`name="${field}"`)}\r\n${String(value)}\r\n`;
    yield `${head(`name="file"; filename="${quoted(name)}"`)}Content-Type: application/octet-stream\r\n\r\n`;
    yield* content as AsyncIterable<Buffer>;
    yield `\r\n--${boundary}--\r\n`;
  }
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Readable.from(parts(), { objectMode: false }),
  };
}

/** As browsers write names in forms (WHATWG). */
const quoted = (name: string) => name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** Lets by what is still to come of a form, so that its answer is heard. */
export function letBy(request: Request, file: Incoming | undefined): void {
  file?.content.resume();
  request.resume();
}
