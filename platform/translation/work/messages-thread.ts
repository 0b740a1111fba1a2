import { Worker } from 'node:worker_threads';
import { compiled } from '../../checkout';
import type { OpenFile } from '../../extracts/rows';
import type { ExtractMapping } from '../../../domain/translation/extract-mapping.schema';
import { readInThread } from '../../threads/read-in-thread';

/** What is read. */
export interface ToRead {
  /** Number of the translation. */
  readonly nth: number;
  readonly mapping: ExtractMapping;
  /** Rows that are in already. */
  readonly rowsRead: number;
}

/** Some messages, as lines for COPY. */
export interface MessagePortion {
  readonly lines: Uint8Array<ArrayBuffer>;
  /** How many there are in it, and bytes of the file read so far. */
  readonly rows: number;
  readonly bytes: number;
}

export const MESSAGE_COLUMNS =
  'translation, row, thread, sender, recipient, sent_at, time_written, direction, media, problem, body, text';

/** What a thread may hold before it cleans up: an extract is read in the memory of some thousand rows. */
const LIMITS = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 192 };

/**
 * Reads the messages of an extract in a thread that ends with it, and takes its memory along.
 *
 * @throws Unreadable where the mapping cannot read the file
 */
export async function* messagesInThread(open: OpenFile, read: ToRead): AsyncGenerator<MessagePortion, void> {
  const thread = new Worker(compiled('platform/translation/work/messages-thread.main.js'), { resourceLimits: LIMITS });
  thread.unref();
  // Whoever waits for it sees that the port has closed.
  thread.once('error', () => undefined);
  try {
    yield* readInThread<ToRead, MessagePortion>(thread, open, read);
  } finally {
    await thread.terminate();
  }
}
