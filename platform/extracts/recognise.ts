import type { Readable } from 'node:stream';
import type { ExtractMapping } from '../../domain/translation/extract-mapping.schema';
import { kindOfFile } from './kind-of-file';
import { recogniseWorkbook, type Recognised } from './recognise-table';
import { recogniseText } from './recognise-text';
import type { OpenFile } from './rows';

/** As much of a text as it is recognised by, in bytes. */
const BEGINNING = 2_000_000;

/**
 * Recognises an extract by what is in it, whatever it is called: a workbook, delimited text, JSON or an exported chat. A person
 * confirms what it suggests.
 *
 * @param name of the file, where it is known; where its ending says otherwise, it is told
 * @throws Unreadable where it is none of them, or there is no message in it; its message says what to do
 */
export async function recogniseExtract(open: OpenFile, name?: string): Promise<Recognised> {
  const { bytes, isWhole } = await beginningOf(await open());
  const kind = await kindOfFile(bytes);
  const found = kind === 'workbook' ? await recogniseWorkbook(open) : await recogniseText(bytes, isWhole);
  return { ...found, asks: [...(name === undefined ? [] : renamed(found.mapping, name)), ...found.asks] };
}

const ENDINGS: Readonly<Record<ExtractMapping['format'], readonly [endings: RegExp, what: string]>> = {
  xlsx: [/\.xls[xm]$/i, 'a workbook'],
  delimited: [/\.(csv|tsv|tab|txt|psv)$/i, 'delimited text'],
  'json-lines': [/\.(json|jsonl|ndjson|txt)$/i, 'JSON'],
  whatsapp: [/\.txt$/i, 'a chat exported from WhatsApp'],
};

function renamed({ format }: ExtractMapping, name: string): readonly string[] {
  const [endings, what] = ENDINGS[format];
  return endings.test(name)
    ? []
    : [`“${name}” is read as ${what}, for that is what is in it. Say if it should not be.`];
}

async function beginningOf(file: Readable): Promise<{ readonly bytes: Buffer; readonly isWhole: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of file) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > BEGINNING) return { bytes: Buffer.concat(chunks).subarray(0, BEGINNING), isWhole: false };
  }
  return { bytes: Buffer.concat(chunks), isWhole: true };
}
