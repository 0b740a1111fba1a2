import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** An event exactly as its row holds it. Times are RFC 3339 UTC with milliseconds, hashes hexadecimal. */
export interface StoredEvent {
  readonly sequence: number;
  readonly type: string;
  readonly version: number;
  readonly happenedAt: string;
  readonly occurredAt: string;
  readonly actor: string;
  readonly commandId: string;
  readonly index: number;
  readonly payload: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** Something that cannot be so on an unaltered timeline, and where. Sequence 0 is the operation as a whole. */
export interface Problem {
  readonly sequence: number;
  readonly problem: string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** What the first event of an operation follows on from: a chain cannot be moved to another operation. */
export function genesis(reference: string): string {
  return sha256(reference);
}

/** The hash of an event over its fields and the hash before it, as docs/adr/0008 defines it. */
export function hashOf(event: Omit<StoredEvent, 'hash'>): string {
  return sha256(
    [
      event.sequence,
      event.type,
      event.version,
      event.happenedAt,
      event.occurredAt,
      event.actor,
      event.commandId,
      event.index,
      event.payload,
      event.previousHash,
    ].join('\n'),
  );
}

/** Walks along a chain, event by event, and notes whatever does not fit. Built without the database's own functions. */
export class Chain {
  readonly problems: Problem[] = [];
  private end: { sequence: number; hash: string };

  constructor(reference: string) {
    this.end = { sequence: 0, hash: genesis(reference) };
  }

  /** Where the chain ends so far. */
  get head(): { readonly sequence: number; readonly hash: string } {
    return this.end;
  }

  /** Takes the next event of the timeline. */
  add(event: StoredEvent): void {
    const expected = this.end.sequence + 1;
    if (event.sequence > expected) {
      const gone = event.sequence - expected === 1 ? 'is missing' : `to ${event.sequence - 1} are missing`;
      this.note(expected, gone);
    }
    if (event.previousHash !== this.end.hash) this.note(event.sequence, 'does not follow on from the event before it');
    if (event.hash !== hashOf(event)) this.note(event.sequence, 'does not match its hash: it has been altered');
    if (!isCanonical(event.payload)) this.note(event.sequence, 'its payload is not canonical JSON (RFC 8785)');
    this.end = { sequence: event.sequence, hash: event.hash };
  }

  note(sequence: number, problem: string): void {
    this.problems.push({ sequence, problem });
  }
}

function isCanonical(payload: string): boolean {
  try {
    return canonicalize(JSON.parse(payload)) === payload;
  } catch {
    return false;
  }
}
