import type { Pool } from 'pg';
import type { ExtractMapping } from '../../../domain/translation/extract-mapping.schema';
import type { Message } from '../../../domain/translation/message';
import { copyIn, copyLine } from '../../database/copy-in';
import { transaction } from '../../database/transaction';
import { readExtract } from '../../extracts/read-extract';
import type { OpenFile } from '../../extracts/rows';
import { failPoint } from '../../fail-point';
import { textKey } from './keys';
import { peakMemory } from '../../peak-memory';

/** Rows that are taken in together: what is lost and done again when a process dies. */
const TOGETHER = 5_000;
const COLUMNS =
  'translation, row, thread, sender, recipient, sent_at, time_written, direction, media, problem, body, text';

export interface ToRead {
  readonly nth: number;
  readonly mapping: ExtractMapping;
  readonly rowsRead: number;
}

/**
 * Takes the messages of an extract in, as far as they are not in yet: one for each row, in its order. Safe to repeat, and by two
 * processes at once: one of them gives way.
 *
 * @returns false where another process is at it, or the work was called off
 * @throws Unreadable where the mapping cannot read the file; what came in before is then to be removed
 */
export async function readMessages(pool: Pool, { nth, mapping, rowsRead }: ToRead, open: OpenFile): Promise<boolean> {
  let kept = rowsRead;
  let waiting: Message[] = [];
  const store = async (bytes: number) => {
    const stored = await storePortion(pool, { nth, kept, messages: waiting, bytes });
    kept += waiting.length;
    waiting = [];
    return stored;
  };
  for await (const { messages, bytes } of readExtract(open, mapping, { skip: rowsRead })) {
    waiting.push(...messages);
    if (waiting.length >= TOGETHER && !(await store(bytes))) return false;
  }
  return transaction(pool, async (connection) => {
    if (!(await storeIn(connection, { nth, kept, messages: waiting }))) return false;
    await connection.query(
      `UPDATE translation SET state = 'understanding', bytes_read = bytes, peak_memory = $2 WHERE nth = $1`,
      [nth, peakMemory()],
    );
    return true;
  });
}

interface ToStore {
  readonly nth: number;
  /** Rows that are in. */
  readonly kept: number;
  readonly messages: readonly Message[];
}

const storePortion = (pool: Pool, portion: ToStore & { readonly bytes: number }) =>
  transaction(pool, async (connection) => {
    if (!(await storeIn(connection, portion))) return false;
    await connection.query('UPDATE translation SET bytes_read = $2, peak_memory = $3 WHERE nth = $1', [
      portion.nth,
      portion.bytes,
      peakMemory(),
    ]);
    failPoint('before-messages');
    return true;
  });

async function storeIn(connection: Parameters<typeof copyIn>[0], { nth, kept, messages }: ToStore): Promise<boolean> {
  const { rowCount } = await connection.query(
    `UPDATE translation SET rows_read = rows_read + $3 WHERE nth = $1 AND rows_read = $2 AND state = 'reading'`,
    [nth, kept, messages.length],
  );
  if (rowCount === 0) return false;
  await copyIn(connection, `translation_message (${COLUMNS})`, [
    Buffer.from(messages.map((message) => messageLine(nth, message)).join('')),
  ]);
  return true;
}

function messageLine(nth: number, message: Message): string {
  const { row, thread, sender, recipient, sentAt, timeWritten, direction, media, problem, text } = message;
  const said = text === '' ? [null, null] : [text, textKey(text)];
  return copyLine([nth, row, thread, sender, recipient, sentAt, timeWritten, direction, media, problem, ...said]);
}
