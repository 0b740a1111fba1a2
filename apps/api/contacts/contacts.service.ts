import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import type { Reader } from '../../../platform/access/reading';
import { fingerprintOf } from '../../../platform/commands/envelope';
import { Readings } from '../access/readings';
import type { ApiConfig } from '../config';
import { MatchTokens } from '../deconfliction/match-tokens';
import { nextLink, page } from '../http/cursor';
import { Problem } from '../http/problems';
import { CONFIG } from '../tokens';
import {
  contactCursor,
  type AnswerRequest,
  type Contact,
  type ContactPage,
  type ContactRequest,
  type ContactsQuery,
} from './contact.schema';

/**
 * Puts lead officers in touch. Row-level security decides who sees a request: who made it, and whoever leads an operation that
 * it asks, while they do.
 */
@Injectable()
export class Contacts {
  constructor(
    @Inject(CONFIG) private readonly config: ApiConfig,
    private readonly readings: Readings,
    private readonly tokens: MatchTokens,
  ) {}

  /**
   * Asks whoever leads the operations of a match to get in touch. The same person with the same key asks once.
   *
   * @throws Problem `not-found`, `idempotency-mismatch`
   */
  async ask({ match, message }: ContactRequest, actor: Actor, key: string) {
    const identities = this.tokens.open(actor.id, match);
    if (!identities) throw noMatch();
    const id = createHash('sha256').update(`${actor.id}\ncontact\n${key}`).digest('hex');
    // Not the token, which is another one each time the same match is found.
    const fingerprint = fingerprintOf({ identities, message }, this.config.FINGERPRINT_KEY);
    const replayed = await this.readings.records(actor, async (records) => {
      const [before] = await records.$queryRaw<{ fingerprint: string }[]>`
        SELECT fingerprint FROM contact_request WHERE id = ${id}`;
      if (before && before.fingerprint !== fingerprint) throw new Problem('idempotency-mismatch');
      const [asked] = await records.$queryRaw<{ asked: boolean }[]>`
        SELECT ask_contact(${id}, ${actor.force}, ${message.value}, ${fingerprint}, ${identities}::text[]::bigint[]) AS asked`;
      if (asked?.asked !== true) throw noMatch();
      return before !== undefined;
    });
    return { contact: await this.one(id, actor), replayed };
  }

  /**
   * Answers a request, of whichever side. The same person with the same key answers once.
   *
   * @throws Problem `not-found`, `idempotency-mismatch`
   */
  async answer(request: string, { message }: AnswerRequest, actor: Actor, key: string): Promise<Contact> {
    await this.one(request, actor);
    const id = createHash('sha256').update(`${actor.id}\nanswer\n${request}\n${key}`).digest('hex');
    await this.readings.records(actor, async (records) => {
      const [before] = await records.$queryRaw<{ message: string }[]>`
        SELECT message FROM contact_answer WHERE id = ${id}`;
      if (before && before.message !== message.value) throw new Problem('idempotency-mismatch');
      if (!before)
        await records.$executeRaw`
          INSERT INTO contact_answer (id, request, author, force, message)
          VALUES (${id}, ${request}, ${actor.id}, ${actor.force}, ${message.value}) ON CONFLICT DO NOTHING`;
    });
    return this.one(request, actor);
  }

  /** @throws Problem `not-found` */
  async one(id: string, actor: Actor): Promise<Contact> {
    const [found] = await this.readings.as(actor, (reader) => contactsOf(reader, 'r.id = $2', [id], 1));
    if (!found) throw noContact();
    return found;
  }

  /** One page of what somebody has asked or is asked, newest first. */
  async page(actor: Actor, query: ContactsQuery): Promise<ContactPage> {
    const [before, id] = query.cursor === undefined ? [] : contactCursor.decode(query.cursor);
    const found = await this.readings.as(actor, (reader) =>
      before === undefined
        ? contactsOf(reader, 'true', [], query.limit + 1)
        : contactsOf(reader, '(r.asked_at, r.id) < ($2::timestamptz, $3)', [before, id], query.limit + 1),
    );
    const { rows, last } = page(found, query.limit);
    return {
      items: [...rows],
      next: last && nextLink('/api/v1/contact-requests', query, contactCursor.encode([last.asked.at, last.id])),
    };
  }
}

/** The problem of a contact request that does not exist, or not for this person. */
export const noContact = () =>
  new Problem('not-found', 'There is no such contact request that you made or are asked in.');

const noMatch = () =>
  new Problem('not-found', 'There is no such match: take `match` from your own check or list, unchanged.');

async function contactsOf(
  reader: Reader,
  which: string,
  values: readonly unknown[],
  most: number,
): Promise<readonly Contact[]> {
  const { rows } = await reader.query<Contact>(
    `SELECT r.id, jsonb_build_object('person', asker, 'force', asker_force, 'message', message, 'at', rfc3339(asked_at)) AS asked,
       coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_object('reference', i.operation, 'holder', i.holder))
                 FROM contact_asked a JOIN identity i ON i.id = a.identity WHERE a.request = r.id), '[]') AS about,
       coalesce(said.answers, '[]') AS answers,
       coalesce(said.last, asker) <> $1 AS "waitsForYou"
     FROM contact_request r LEFT JOIN LATERAL (
       SELECT jsonb_agg(jsonb_build_object('person', author, 'force', force, 'message', a.message, 'at', rfc3339(answered_at))
                        ORDER BY answered_at, id) AS answers,
              (array_agg(author ORDER BY answered_at DESC, id DESC))[1] AS last
       FROM contact_answer a WHERE a.request = r.id) said ON true
     WHERE ${which} ORDER BY r.asked_at DESC, r.id DESC LIMIT ${most}`,
    [reader.remit.person, ...values],
  );
  return rows;
}
