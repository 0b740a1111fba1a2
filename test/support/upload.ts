import { randomUUID } from 'node:crypto';
import type { Caller, Reply } from './api';

/** The smallest things that are what they say. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

export interface Upload {
  readonly name?: string;
  readonly content?: Buffer | string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a file as a browser's form does. */
export function upload(by: Caller, reference: string, given: Upload = {}): Promise<Reply> {
  const { name = 'invented.txt', content = 'An invented note.', fields = {}, headers = {} } = given;
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([Buffer.from(content)]), name);
  return by.form(`/api/v1/operations/${reference}/files`, form, { 'idempotency-key': randomUUID(), ...headers });
}
