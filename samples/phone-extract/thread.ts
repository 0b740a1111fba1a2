import type { Random } from '../random';
import { ThreadClock } from './clock';
import type { Contact } from './contacts';
import { Conversation, type Written } from './conversation';
import { rfc3339 } from './layouts';
import type { Phrase } from './phrases';

/** The messages between the owner and one contact, which are written as they are asked for. */
export class Thread {
  /** When the next message is sent; infinity after the last. */
  at: number;
  /** Of the first and the last message: RFC 3339. */
  readonly from: string;
  readonly until: string;
  /** How many messages there were. */
  written = 0;
  private readonly clock: ThreadClock;
  private readonly conversation: Conversation;

  constructor(
    readonly contact: Contact,
    /** From 1. */
    readonly number: number,
    adverts: readonly Phrase[],
    random: Random,
  ) {
    this.clock = new ThreadClock(random.fork(1), contact.from, contact.until, contact.messages);
    this.conversation = new Conversation(contact, adverts, random.fork(2));
    this.at = this.clock.at(0);
    this.from = rfc3339(this.at);
    this.until = rfc3339(this.clock.at(contact.messages - 1));
  }

  next(): Written {
    const message = this.conversation.next(this.written, this.at);
    this.written += 1;
    this.at = this.written < this.contact.messages ? this.clock.at(this.written) : Infinity;
    return message;
  }
}

/** Yields the thread whose turn it is, until all have ended: whoever takes one takes its next message. */
export function* oneByOne(threads: readonly Thread[]): Generator<Thread> {
  for (const thread of threads) while (thread.at < Infinity) yield thread;
}

/** The same by time; of the same second, in the order of the threads. */
export function* byTime(threads: readonly Thread[]): Generator<Thread> {
  for (;;) {
    let earliest: Thread | undefined;
    for (const thread of threads) if (thread.at < (earliest?.at ?? Infinity)) earliest = thread;
    if (earliest === undefined) return;
    yield earliest;
  }
}
