import type { ExtractMapping } from '../../domain/translation/extract-mapping.schema';
import type { Message } from '../../domain/translation/message';
import { Unreadable } from '../profiles/unreadable';
import type { OpenFile } from './rows';
import { rowsOf, type MessageRows } from './rows-of';
import { toMessage } from './to-message';

/** Some messages of an extract, in their order. */
export interface MessageBatch {
  readonly messages: readonly Message[];
  /** Of the file, read so far. */
  readonly bytes: number;
}

/**
 * Reads an extract as it comes, in the memory of some chunks: every row of it that is not blank is one message, however broken it
 * is. The file is opened twice where the mapping leaves its encoding out. A workbook is copied to disk, and is not calculated.
 *
 * @param skip rows that were taken already: the messages after them are the same as without it
 * @throws Unreadable where the file is none that the mapping can read; batches given before are then of no use
 */
export async function* readExtract(
  open: OpenFile,
  mapping: ExtractMapping,
  { skip = 0 }: { readonly skip?: number } = {},
): AsyncGenerator<MessageBatch> {
  yield* messagesOf(rowsOf(open, mapping), mapping, skip);
}

/** The messages of rows; see {@link readExtract}. */
export async function* messagesOf(rows: MessageRows, mapping: ExtractMapping, skip = 0): AsyncGenerator<MessageBatch> {
  const messageOf = toMessage(mapping);
  let row = 0;
  for await (const batch of rows) {
    const messages: Message[] = [];
    for (let nth = 0; nth < batch.count; nth++) {
      row += 1;
      if (row <= skip) continue;
      const { written, broken } = batch.at(nth);
      messages.push(messageOf(row, written, broken));
    }
    yield { messages, bytes: batch.bytes };
  }
  if (row === 0) throw new Unreadable('The file has no message in it.');
}
