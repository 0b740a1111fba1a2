import { Readable } from 'node:stream';
import Papa from 'papaparse';
import type { Encoding, Mapping } from '../../domain/profiles/mapping.schema';
import { Unreadable } from './unreadable';

export interface CsvFormat {
  readonly encoding: Encoding;
  readonly delimiter: Mapping['delimiter'];
}

/** One record of a file. */
export interface CsvRow {
  /** The line it begins at; the header is line 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** No cell of it has a line break, tab or backslash. */
  readonly isPlain: boolean;
  /** What is wrong with it as a record of CSV. */
  readonly broken?: string | undefined;
}

/** The records of one chunk. */
export interface CsvBatch {
  readonly rows: readonly CsvRow[];
  /** Read so far. */
  readonly bytes: number;
}

/** Longest record, in characters: beyond it a quotation mark was never closed. [P] */
const RECORD_LIMIT = 2_000_000;
const CHUNK = 262_144;
/** Chunks that were read and not yet asked for. */
const AHEAD = 2;

/**
 * Reads CSV (RFC 4180, with any of our delimiters) as it comes, in the memory of some chunks: each batch the records of one
 * chunk, blank lines left out, with the bytes read so far.
 *
 * @throws Unreadable where a record has no end, or bytes are none of the encoding
 */
export async function* csvRows(
  source: AsyncIterable<Buffer>,
  { encoding, delimiter }: CsvFormat,
): AsyncGenerator<CsvBatch> {
  const progress: Progress = { bytes: 0, fed: 0, parsed: 0, line: 1, pieces: [] };
  const ready: CsvBatch[] = [];
  let failed: Error | undefined;
  let ended = false;
  let wake = () => {};
  let parser: Papa.Parser | undefined;
  let taken = () => {};
  // The parser keeps whatever it is given, however far behind it is: so it is given no more than is taken from it.
  const room = async () => {
    while (ready.length >= AHEAD) await new Promise<void>((resolve) => (taken = resolve));
  };
  const text = Readable.from(decoded(source, { encoding, delimiter }, progress, room), {
    highWaterMark: 1,
    objectMode: true,
  });
  text.once('error', (error) => {
    failed = error;
    wake();
  });
  Papa.parse<string[]>(text, {
    delimiter,
    chunk: (results, itself) => {
      parser = itself;
      const before = progress.parsed;
      progress.parsed = results.meta.cursor;
      progress.pieces = progress.pieces.filter(({ until }) => until > before);
      const isQuoted = progress.pieces.some((piece) => piece.isQuoted);
      const isSpecial = progress.pieces.some((piece) => piece.isSpecial);
      const broken = brokenQuotes(results.errors);
      const rows: CsvRow[] = [];
      results.data.forEach((cells, at) => {
        const line = progress.line;
        const breaks = isQuoted ? breaksIn(cells) : 0;
        progress.line += 1 + breaks;
        if (cells.length === 1 && cells[0] === '') return;
        const nul = isSpecial && cells.some((cell) => cell.includes('\0')) ? 'It has a NUL character.' : undefined;
        rows.push({ line, cells, isPlain: !isSpecial && breaks === 0, broken: nul ?? broken.get(at) });
      });
      ready.push({ rows, bytes: progress.bytes });
      wake();
    },
    complete: () => {
      ended = true;
      wake();
    },
    error: (error: Error) => {
      failed ??= error;
      wake();
    },
  });
  try {
    for (;;) {
      const next = ready.shift();
      if (next !== undefined) {
        taken();
        yield next;
      } else if (failed) throw failed;
      else if (ended) return;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (ready.length > 0 || failed !== undefined || ended) resolve();
        });
      }
    }
  } finally {
    ready.length = 0;
    taken();
    parser?.abort();
    text.destroy();
  }
}

interface Progress {
  bytes: number;
  /** Characters given to the parser, and those that it has made records of. */
  fed: number;
  parsed: number;
  line: number;
  /** What was given to the parser and is not wholly made records of: up to where, and what is in it. */
  pieces: { readonly until: number; readonly isQuoted: boolean; readonly isSpecial: boolean }[];
}

/** By the place of its row. */
const brokenQuotes = (errors: readonly Papa.ParseError[]): ReadonlyMap<number | undefined, string> =>
  new Map(
    errors
      .filter(({ type }) => type === 'Quotes')
      .map(({ row, message }) => [row, `Its quotation marks are not as they should be: ${message}.`]),
  );

/** Quoted cells may hold line breaks. */
function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks += 1;
  return breaks;
}

async function* decoded(
  source: AsyncIterable<Buffer>,
  { encoding, delimiter }: CsvFormat,
  progress: Progress,
  room: () => Promise<void>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const special = delimiter === '\t' ? /[\\\0]|\r(?!\n|$)/ : /[\\\t\0]|\r(?!\n|$)/;
  const read = (chunk?: Buffer) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new Unreadable(
        `After line ${progress.line} there is something that is no ${encoding}: correct the mapping or the file.`,
      );
    }
  };
  for await (const whole of source)
    for (let at = 0; at < whole.length; at += CHUNK) {
      await room();
      const chunk = whole.subarray(at, at + CHUNK);
      const text = read(chunk);
      progress.bytes += chunk.length;
      progress.fed += text.length;
      if (progress.fed - progress.parsed > RECORD_LIMIT + CHUNK * (AHEAD + 2))
        throw new Unreadable(
          `The record that begins at line ${progress.line} is longer than ${RECORD_LIMIT.toLocaleString('en-GB')} characters: is a quotation mark never closed?`,
        );
      progress.pieces.push({ until: progress.fed, isQuoted: text.includes('"'), isSpecial: special.test(text) });
      yield text;
    }
  const rest = read();
  if (rest !== '') yield rest;
}
