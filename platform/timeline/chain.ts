import { createHash } from 'node:crypto';

/** What one hash covers, in this order; see `docs/adr/0008-hash-over-lines.md`. Hashes are lower-case hexadecimal. */
export interface ChainedEvent {
  readonly sequence: number;
  readonly eventType: string;
  readonly eventVersion: number;
  readonly happenedAt: string;
  readonly occurredAt: string;
  readonly actor: string;
  readonly commandId: string;
  readonly index: number;
  readonly payload: string;
  readonly previousHash: string;
}

/** The previous hash of an operation's first event. */
export function genesisHash(reference: string): string {
  return createHash('sha256').update(reference).digest('hex');
}

/** The hash of an event, worked out independently of the SQL that recorded it. */
export function hashOf(event: ChainedEvent): string {
  const lines = [
    event.sequence,
    event.eventType,
    event.eventVersion,
    event.happenedAt,
    event.occurredAt,
    event.actor,
    event.commandId,
    event.index,
    event.payload,
    event.previousHash,
  ];
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
