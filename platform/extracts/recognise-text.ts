import { Readable } from 'node:stream';
import { asksOfTimes, fieldsNamed, suggestExtractMapping } from '../../domain/translation/suggest-extract-mapping';
import { timesOf } from '../../domain/translation/time-formats';
import { Unreadable } from '../profiles/unreadable';
import { delimitedRows } from './delimited';
import { keysOf, parseObject, textAt } from './json-cells';
import { jsonTexts } from './json-rows';
import { requireMessages } from './kind-of-file';
import { layoutOf } from './layout';
import { firstMessages, firstRows, recogniseTable, ROWS, type Found, type Recognised } from './recognise-table';
import { rowsOf } from './rows-of';
import { encodingOf } from './text-source';
import { chatMessages, timeOfLine, type ChatMessage } from './whatsapp';

/** Lines in which a chat has some messages. */
const CHAT_LINES = 100;

/**
 * Recognises delimited text, JSON or an exported chat from its beginning.
 *
 * @param isWhole there is no more of it
 */
export async function recogniseText(beginning: Buffer, isWhole: boolean): Promise<Recognised> {
  const encoding = await encodingOf(Readable.from([beginning]));
  const decoded = new TextDecoder(encoding).decode(beginning);
  const text = isWhole ? decoded : decoded.slice(0, decoded.lastIndexOf('\n') + 1 || undefined);
  requireMessages(text);
  const found = await inText(text);
  const mapping = { ...found.mapping, encoding: 'utf-8' } as const;
  const open = () => Promise.resolve(Readable.from([Buffer.from(text)]));
  return { ...found, sample: await firstMessages(rowsOf(open, mapping), mapping) };
}

async function inText(text: string): Promise<Found> {
  const pieces = () => Readable.from([{ text, bytes: text.length }]);
  const lines = text.split('\n', CHAT_LINES).filter((line) => /\S/.test(line));
  const times = lines.filter((line) => timeOfLine(line) !== undefined).length;
  if (times > 0 && times >= Math.min(3, lines.length)) return inChat(await firstRows(chatMessages(pieces()), ROWS));
  if (/^\s*[[{]/.test(text)) return inJson(await firstRows(jsonTexts(pieces()), ROWS));
  const layout = layoutOf(text);
  const rows = delimitedRows(Readable.from([Buffer.from(text)]), { encoding: 'utf-8', ...layout });
  return recogniseTable(await firstRows(rows, ROWS), { format: 'delimited', ...layout });
}

function inJson(texts: readonly string[]): Found {
  const values = texts.map(parseObject).filter((value) => value !== undefined);
  const [first] = values;
  if (!first)
    throw new Unreadable('It is no JSON that can be read: export the messages as a list of objects, or one a line.');
  const list = Object.keys(first).find(
    (key) => Array.isArray(first[key]) && (first[key] as unknown[]).some((one) => typeof one === 'object'),
  );
  if (values.length === 1 && list !== undefined && fieldsNamed(Object.keys(first)).size < 2)
    throw new Unreadable(`Its messages stand in a list within it, “${list}”: save that list as a file of its own.`);
  const header = [...new Set(values.flatMap((value) => keysOf(value)))];
  const rows = values.map((value) => header.map((key) => textAt(value, key)));
  const { mapping, asks, unread } = suggestExtractMapping({
    format: 'json-lines',
    quoted: true,
    headerRow: 1,
    header,
    rows,
  });
  return { mapping, asks, unread, header };
}

function inChat(messages: readonly ChatMessage[]): Found {
  const written = messages.flatMap(({ time }) => (time === undefined ? [] : [time]));
  const times = timesOf(written);
  const senders = [...new Set(messages.flatMap(({ sender }) => (sender === undefined ? [] : [sender])))];
  const names = senders.slice(0, 10).map((sender) => `“${sender}”`);
  return {
    mapping: {
      format: 'whatsapp',
      quoted: true,
      headerRow: 1,
      columns: {},
      timeFormat: times?.format ?? 'iso',
      timeZone: times?.zone ?? 'Europe/London',
    },
    asks: [...asksOfTimes(times, written), `Say who the owner of the phone is, if known, of ${names.join(', ')}.`],
    unread: [],
    header: ['time', 'sender', 'text', 'media'],
  };
}
