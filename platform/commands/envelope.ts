import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Actor } from '../../domain/access/actor';
import type { CommandName, HeldBody } from '../../domain/operation/command-schemas';
import type { CommandEnvelope } from '../../domain/operation/decide';
import { HeldText, isTextRef, type TextRecord, type TextRef } from '../../domain/text/text';

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
    commandId: commandIdOf(actor, given.idempotencyKey),
    command,
    actor,
    body: withhold(given.body, texts) as CommandEnvelope['body'],
    happenedAt: happenedAt === null ? null : new Date(happenedAt).toISOString(),
    texts,
    fingerprint: fingerprintOf({ command, body: given.body, happenedAt }, fingerprintKey),
    ifMatch,
  };
}

/** The identity of a command: its author's, with the key they chose. */
export function commandIdOf(actor: Actor, idempotencyKey: string): string {
  return createHash('sha256').update(`${actor.id}\n${idempotencyKey}`).digest('hex');
}

/** A keyed digest of what was asked, so that a key is known to come again with another request. */
export function fingerprintOf(asked: object, fingerprintKey: Buffer): string {
  return createHmac('sha256', fingerprintKey)
    .update(canonicalize(asked) as string)
    .digest('hex');
}

/** The same command for one more operation: with texts of its own, so that what is erased there stays elsewhere. */
export function withOwnTexts(command: UnsentCommand): UnsentCommand {
  const held = new Map(command.texts.map(({ id, text, restriction }) => [id, new HeldText(text, restriction)]));
  const texts: TextRecord[] = [];
  return { ...command, body: withhold(restore(command.body, held), texts) as CommandEnvelope['body'], texts };
}

/** A command that Waymark itself gives; `commandId` makes it safe to repeat. */
export function serviceEnvelope<C extends CommandName>(
  command: C,
  commandId: string,
  body: HeldBody<C>,
): UnsentCommand {
  const texts: TextRecord[] = [];
  return {
    commandId,
    command,
    actor: { id: 'waymark', roles: ['service'], force: '' },
    body: withhold(body, texts) as CommandEnvelope['body'],
    happenedAt: null,
    texts,
    fingerprint: 'service',
    ifMatch: null,
  };
}

/** Replaces each text by its reference, collecting the texts for their erasable records. */
function withhold(value: unknown, texts: TextRecord[]): unknown {
  if (value instanceof HeldText) {
    const { restriction } = value;
    const record = {
      id: randomUUID(),
      salt: randomBytes(16).toString('hex'),
      text: value.value,
      ...(restriction === undefined ? {} : { restriction }),
    };
    texts.push(record);
    const digest = createHash('sha256').update(`${record.salt}\n${record.text}`).digest('hex');
    return { record: record.id, digest } satisfies TextRef;
  }
  return eachWithin(value, (item) => withhold(item, texts));
}

/** Puts texts back in place of their references. */
function restore(value: unknown, held: ReadonlyMap<string, HeldText>): unknown {
  return isTextRef(value) ? held.get(value.record) : eachWithin(value, (item) => restore(item, held));
}

function eachWithin(value: unknown, change: (item: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item)]));
  return value;
}
