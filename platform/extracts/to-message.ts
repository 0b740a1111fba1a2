import type { ExtractField, ExtractMapping } from '../../domain/translation/extract-mapping.schema';
import { directionReader } from '../../domain/translation/extract-words';
import type { Message } from '../../domain/translation/message';
import { isHurt, kept } from './kept-text';
import { timeReader } from './times';

/** What a row holds, by what it is; absent where there is no such column. */
export type Written = { readonly [F in ExtractField]?: string | undefined };

/** Makes messages of rows. */
export type ToMessage = (row: number, written: Written, broken?: string) => Message;

/**
 * Makes a message of whatever a row holds; what cannot be read is said in its `problem`.
 *
 * @throws Unreadable where the mapping names a time zone that there is not
 */
export function toMessage(mapping: ExtractMapping): ToMessage {
  const { columns, owner } = mapping;
  const readTime = timeReader(mapping.timeFormat, mapping.timeZone);
  const readDirection = columns.direction === undefined ? undefined : directionReader(columns.direction);
  return (row, written, broken) => {
    let problem = broken ?? null;
    const say = (sentence: string) => (problem = problem === null ? sentence : `${problem} ${sentence}`);
    let hurt = false;
    const value = (raw: string | undefined): string | null => {
      if (raw === undefined) return null;
      const text = kept(raw.trim());
      hurt ||= isHurt(text);
      return text === '' ? null : text;
    };
    const text = kept(written.text ?? '');
    hurt ||= isHurt(text);
    const sender = value(written.sender);
    const recipient = value(written.recipient);
    const media = value(written.media);
    const time = value(written.time);
    const day = value(written.date);
    const timeWritten = day === null ? time : time === null ? day : `${day} ${time}`;
    const thread = value(written.thread);
    let sentAt: string | null = null;
    if (timeWritten !== null) {
      const read = readTime(timeWritten);
      sentAt = read.at;
      if (read.problem !== null) say(read.problem);
    } else if (written.time !== undefined) say('It has no time.');
    if (text === '' && media === null) say('It has no text and nothing sent beside it.');
    if (hurt) say('Something in it cannot be read or kept: it is � there.');
    const direction = readDirection?.(written.direction ?? '') ?? byOwner(owner, sender, recipient);
    return { row, thread, sender, recipient, sentAt, timeWritten, direction, text, media, problem };
  };
}

function byOwner(owner: string | undefined, sender: string | null, recipient: string | null): Message['direction'] {
  if (owner === undefined) return null;
  if (sender !== null) return sender === owner ? 'out' : 'in';
  return recipient === owner ? 'in' : null;
}
