import type { RowBatch } from './rows';
import { linesOf, type TextPiece } from './text-source';
import { ATTACHED, FILE_ATTACHED, MEDIA_OMITTED } from './whatsapp-words';

/** One message of a chat that WhatsApp has exported as text. */
export interface ChatMessage {
  /** Absent where the file begins in the middle of a message. */
  readonly time?: string;
  /** Absent where WhatsApp itself writes, as of who has joined. */
  readonly sender?: string;
  readonly text: string;
  readonly media?: string;
}

/** Longest message, in characters: what goes on behind it is a message of its own. [P] */
const LENGTH_LIMIT = 2_000_000;

const MARKS = String.raw`[\u200e\u200f\u202a-\u202e\ufeff]*`;
const TIME = String.raw`\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4}\.?,? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[ \u00a0\u202f]?[AaPp]\.?[ \u00a0]?[Mm]\.?)?`;
/** Of an iPhone, in brackets; of Android, with a dash. */
const HEAD = new RegExp(`^${MARKS}(?:\\[(${TIME})\\] ?|(${TIME}) [-–] )`);

/** When a line begins a message, its time as it is written. */
export function timeOfLine(line: string): string | undefined {
  const first = line.charCodeAt(0);
  // Most lines that go on with a message begin with a letter.
  if (first > 0x39 && first !== 0x5b && first < 0x200e) return undefined;
  const found = HEAD.exec(line);
  return found ? (found[1] ?? found[2]) : undefined;
}

/**
 * Reads the messages of a chat as they come: each begins with a time, and goes on to the next that does. What WhatsApp writes
 * itself is a message without a sender.
 *
 * @throws Unreadable where a line has no end
 */
export async function* chatMessages(pieces: AsyncIterable<TextPiece>): AsyncGenerator<RowBatch<ChatMessage>> {
  let begun: string[] = [];
  let length = 0;
  let read = 0;
  for await (const { lines, bytes } of linesOf(pieces)) {
    const rows: ChatMessage[] = [];
    for (const line of lines) {
      const starts = timeOfLine(line) !== undefined;
      if (begun.length > 0 && (starts || length > LENGTH_LIMIT)) {
        rows.push(messageOf(begun));
        begun = [];
        length = 0;
      }
      if (!starts && begun.length === 0 && line === '') continue;
      begun.push(line);
      length += line.length + 1;
    }
    read = bytes;
    yield { rows, bytes };
  }
  if (begun.length > 0) yield { rows: [messageOf(begun)], bytes: read };
}

function messageOf([first = '', ...others]: readonly string[]): ChatMessage {
  const head = HEAD.exec(first);
  const rest = [first.slice(head?.[0].length ?? 0), ...others];
  while (rest.length > 1 && rest.at(-1) === '') rest.pop();
  const written = rest.join('\n');
  if (!head) return { text: written };
  const time = head[1] ?? head[2] ?? '';
  const named = SENDER.exec(written);
  if (!named) return { time, text: withoutMarks(written) };
  return { time, sender: withoutMarks(named[1] ?? ''), ...contentOf(written.slice(named[0].length)) };
}

const SENDER = new RegExp(`^(${MARKS}[^:\\n]{1,120}?):(?: |$|(?=\\n))`);

/** A message is a text, or the name of a file or word for it, with a text below where there is one. */
function contentOf(written: string): Pick<ChatMessage, 'text' | 'media'> {
  const isMarked = written.startsWith('\u200e');
  const [first = '', ...others] = written.split('\n');
  const line = withoutMarks(first);
  const media = MEDIA_OMITTED.includes(line.toLowerCase()) ? line.replaceAll(/[<>]/g, '') : fileOf(line, isMarked);
  return media === undefined ? { text: isMarked ? written.slice(1) : written } : { text: others.join('\n'), media };
}

function fileOf(line: string, isMarked: boolean): string | undefined {
  const after = FILE_ATTACHED.find((words) => line.endsWith(words));
  if (after !== undefined) return line.slice(0, -after.length).trim();
  const [, word = '', name = ''] = /^<([^:<>]{1,30}): ([^<>]+)>$/.exec(line) ?? [];
  return name !== '' && (isMarked || ATTACHED.includes(word.toLowerCase())) ? name : undefined;
}

const withoutMarks = (written: string): string => written.replaceAll(/[\u200e\u200f\u202a-\u202e\ufeff]/g, '').trim();
