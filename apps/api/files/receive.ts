import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy, { type Busboy } from 'busboy';
import type { Request } from 'express';
import { invalid, Problem } from '../http/problems';
import { TextTest } from './text-test';

/** A file as it came, not yet trusted. */
export interface Received {
  /** Where it lies for now: whoever receives it removes it. */
  readonly path: string;
  readonly name: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** Whether all of it can be read as text, in whatever encoding. */
  readonly isText: boolean;
  /** What was said beside it. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface Receiving {
  /** Folder that it is written to. */
  readonly folder: string;
  readonly maxBytes: number;
  /** Fields that may stand beside the file. */
  readonly fields: readonly string[];
}

/** More than the longest field has, in bytes of UTF-8. */
const FIELD_BYTES = 16_384;
/** What the form has around its file. */
const FORM_BYTES = 65_536;

/**
 * Takes one file in from a form, as it comes: it is measured and hashed on its way to the disk and never whole in memory.
 * Nothing of it is left where this fails.
 *
 * @throws Problem for a form that is not as it should be, or a file that is too large
 */
export async function receive(request: Request, { folder, maxBytes, fields: allowed }: Receiving): Promise<Received> {
  if (Number(request.get('content-length') ?? 0) > maxBytes + FORM_BYTES) throw tooLarge(maxBytes);
  const form = formOf(request, allowed.length);
  const path = join(folder, randomUUID());
  const fields: Record<string, string> = {};
  let name = '';
  let taking: Promise<Measured> | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      form.on('file', (field, content, { filename }) => {
        if (field !== 'file') return reject(invalid(field, 'Send the file in the field `file`, and no other.'));
        name = filename ?? '';
        taking = take(content, path, maxBytes);
        taking.catch(reject);
      });
      form.on('field', (field, value, { valueTruncated }) => {
        if (!allowed.includes(field)) reject(invalid(field, 'Remove this: there is no such field here.'));
        if (field in fields) reject(invalid(field, 'Send this field once.'));
        if (valueTruncated) reject(invalid(field, 'This is too long.'));
        // An empty input of a form says nothing.
        if (value !== '') fields[field] = value;
      });
      for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const)
        form.on(limit, () => reject(invalid('file', `Send one file, and beside it only: ${allowed.join(', ')}.`)));
      form.on('error', (cause: unknown) => reject(unreadable(cause)));
      form.on('close', resolve);
      request.once('close', () => request.complete || reject(unreadable(new Error('the request broke off'))));
      request.pipe(form);
    });
    if (!taking) throw invalid('file', 'Required: a file, with its name.');
    const measured = await taking;
    if (measured.size === 0) throw invalid('file', 'This file is empty.');
    return { path, name, fields, ...measured };
  } catch (error) {
    // What is still on its way is let go by, so that the answer is heard.
    request.unpipe(form);
    request.resume();
    form.destroy();
    await taking?.catch(() => undefined);
    await rm(path, { force: true });
    throw error;
  }
}

function formOf(request: Request, fields: number): Busboy {
  try {
    // Its limit of parts is met by the last part that may come: one more may not.
    const limits = { files: 1, fields, parts: fields + 2, fieldSize: FIELD_BYTES };
    return busboy({ headers: request.headers, defParamCharset: 'utf8', limits });
  } catch (cause) {
    throw unreadable(cause);
  }
}

type Measured = Pick<Received, 'size' | 'sha256' | 'isText'>;

async function take(content: Readable, path: string, maxBytes: number): Promise<Measured> {
  const hash = createHash('sha256');
  const text = new TextTest();
  let size = 0;
  const measured = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(maxBytes);
      hash.update(chunk);
      text.add(chunk);
      yield chunk;
    }
  };
  await pipeline(content, measured, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  return { size, sha256: hash.digest('hex'), isText: text.isText };
}

const tooLarge = (maxBytes: number) =>
  new Problem('too-large', `A file may have ${maxBytes.toLocaleString('en-GB')} bytes.`);
const unreadable = (cause: unknown) =>
  new Problem('validation', 'The form cannot be read: send multipart/form-data, whole.', {}, {}, { cause });
