import type { Message } from '../../../domain/translation/message';
import { copyLine } from '../../database/copy-in';
import { readExtract } from '../../extracts/read-extract';
import { serveReading, type Made } from '../../threads/serve-reading';
import { textKey } from './keys';
import type { MessagePortion, ToRead } from './messages-thread';

/** Rows that are taken in together: what is lost and done again when a process dies. */
const TOGETHER = 5_000;
const encoder = new TextEncoder();

serveReading<ToRead, MessagePortion>(async function* ({ nth, mapping, rowsRead }, open) {
  let lines: string[] = [];
  let bytes = 0;
  const portion = (): Made<MessagePortion> => {
    const item = { lines: encoder.encode(lines.join('')), rows: lines.length, bytes };
    lines = [];
    return { item, moved: [item.lines.buffer] };
  };
  for await (const batch of readExtract(open, mapping, { skip: rowsRead })) {
    for (const message of batch.messages) lines.push(messageLine(nth, message));
    bytes = batch.bytes;
    if (lines.length >= TOGETHER) yield portion();
  }
  if (lines.length > 0) yield portion();
});

function messageLine(nth: number, message: Message): string {
  const { row, thread, sender, recipient, sentAt, timeWritten, direction, media, problem, text } = message;
  const said = text === '' ? [null, null] : [text, textKey(text)];
  return copyLine([nth, row, thread, sender, recipient, sentAt, timeWritten, direction, media, problem, ...said]);
}
