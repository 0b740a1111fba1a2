import { Readable as Stream, type Readable } from 'node:stream';
import type { Force } from '../../domain/access/actor';
import { DELIMITERS, type Mapping } from '../../domain/profiles/mapping.schema';
import { suggestMapping, type Suggestion } from '../../domain/profiles/suggest-mapping';
import { csvRows } from './csv';
import { EncodingDetector } from './encoding';
import { Unreadable } from './unreadable';

/** As much of a file as a suggestion is made of. */
const BEGINNING = 2_000_000;

/**
 * Suggests how a file is read, from its beginning.
 *
 * @throws Unreadable where it is no CSV
 */
export async function suggestFor(force: Force, file: Readable): Promise<Suggestion> {
  const beginning = await beginningOf(file);
  const detector = new EncodingDetector();
  detector.add(beginning);
  const encoding = detector.found(undefined);
  const lines = new TextDecoder(encoding).decode(beginning);
  const delimiter = delimiterOf(lines.split(/\r?\n/, 1)[0] ?? '');
  const rows: (readonly string[])[] = [];
  for await (const batch of csvRows(Stream.from([beginning]), { encoding, delimiter }))
    rows.push(...batch.rows.map(({ cells }) => cells));
  const [header, ...others] = rows;
  if (!header) throw new Unreadable('The file has no header.');
  const titles = header.map((title) => title.trim());
  return suggestMapping(
    force,
    delimiter,
    titles,
    others.filter((cells) => cells.length === titles.length),
  );
}

async function beginningOf(file: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of file) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length >= BEGINNING) break;
  }
  const beginning = Buffer.concat(chunks);
  return beginning.length <= BEGINNING ? beginning : wholeLines(beginning.subarray(0, BEGINNING));
}

/** In all encodings that are read: two bytes a letter cannot be parted where one of them is left out. */
function wholeLines(bytes: Buffer): Buffer {
  const at = bytes.lastIndexOf('\n');
  return bytes.subarray(0, at + (at & 1));
}

/** The one that parts the header most often. */
function delimiterOf(header: string): Mapping['delimiter'] {
  const counted = DELIMITERS.map((delimiter) => [delimiter, header.split(delimiter).length] as const);
  return counted.reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}
