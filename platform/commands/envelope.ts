import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Actor } from '../../domain/access/actor';
import type { CommandBody, CommandName } from '../../domain/operation/command-schemas';
import type { CommandEnvelope } from '../../domain/operation/decide';
import { HeldText, type TextRecord, type TextRef } from '../../domain/text/text';

/** A command ready to be sent; the gateway adds what it saw. */
export type UnsentCommand = Omit<CommandEnvelope, 'seen'>;

export interface GivenCommand {
  readonly command: CommandName;
  /** As the command's schema parsed it, each text still a {@link HeldText}. */
  readonly body: unknown;
  readonly actor: Actor;
  readonly idempotencyKey: string;
  readonly happenedAt: string | null;
  readonly ifMatch: number | null;
}

/** Puts a command into its envelope: texts aside, identity from author and key, fingerprint of what was asked. */
export function envelopeOf(given: GivenCommand, fingerprintKey: Buffer): UnsentCommand {
  const { command, actor, happenedAt, ifMatch } = given;
  const texts: TextRecord[] = [];
  return {
    commandId: createHash('sha256').update(`${actor.id}\n${given.idempotencyKey}`).digest('hex'),
    command,
    actor,
    body: withhold(given.body, texts) as CommandEnvelope['body'],
    happenedAt: happenedAt === null ? null : new Date(happenedAt).toISOString(),
    texts,
    fingerprint: createHmac('sha256', fingerprintKey)
      .update(canonicalize({ command, body: given.body, happenedAt }) as string)
      .digest('hex'),
    ifMatch,
  };
}

/** A command that Waymark itself gives; `commandId` makes it safe to repeat. */
export function serviceEnvelope<C extends CommandName>(
  command: C,
  commandId: string,
  body: CommandBody<C>,
): UnsentCommand {
  return {
    commandId,
    command,
    actor: { id: 'waymark', roles: ['service'], force: '' },
    body,
    happenedAt: null,
    texts: [],
    fingerprint: 'service',
    ifMatch: null,
  };
}

/** Replaces each text by its reference, collecting the texts for their erasable records. */
function withhold(value: unknown, texts: TextRecord[]): unknown {
  if (value instanceof HeldText) {
    const record = { id: randomUUID(), salt: randomBytes(16).toString('hex'), text: value.value };
    texts.push(record);
    const digest = createHash('sha256').update(`${record.salt}\n${record.text}`).digest('hex');
    return { record: record.id, digest } satisfies TextRef;
  }
  if (Array.isArray(value)) return value.map((item) => withhold(item, texts));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withhold(item, texts)]));
  return value;
}
