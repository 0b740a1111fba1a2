import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));

export interface DictdEntry {
  readonly headword: string;
  /** As a dictionary server would show it. */
  readonly body: string;
}

/**
 * Entries of a dictionary in dictd's format (dictd(8), “Database format”): an index of headwords with offset and length in base 64,
 * and a file that dictzip has packed, which gzip unpacks. Entries about the dictionary itself are left out.
 *
 * @param file without `.index` and `.dict.dz`
 */
export async function dictdEntries(file: string): Promise<Iterable<DictdEntry>> {
  const [index, bodies] = await Promise.all([
    readFile(`${file}.index`, 'utf8'),
    readFile(`${file}.dict.dz`).then(promisify(gunzip)),
  ]);
  return entriesOf(index, bodies);
}

function* entriesOf(index: string, bodies: Buffer): Generator<DictdEntry> {
  for (const line of index.split('\n')) {
    const [headword = '', offset, length] = line.split('\t');
    if (offset === undefined || length === undefined || /^00-?database/.test(headword)) continue;
    const from = numberOf(offset);
    yield { headword, body: bodies.toString('utf8', from, from + numberOf(length)) };
  }
}

/** A number in dictd's base 64, most significant digit first. */
export function numberOf(written: string): number {
  let value = 0;
  for (const digit of written) value = value * 64 + (VALUES.get(digit) ?? 0);
  return value;
}
