import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import type { InboxItem as Row } from '../../../prisma/generated/client';
import { Readings } from '../access/readings';
import { EventIds } from '../events/event-ids';
import { nextLink, page } from '../http/cursor';
import { Problem } from '../http/problems';
import { inboxCursor, type InboxItem, type InboxPage, type InboxQuery } from './inbox.schema';

/**
 * What a person is told of, as far as they still see the operation: row-level security leaves out what they do not. Everyone
 * has their own inbox and sees no other.
 */
@Injectable()
export class Inbox {
  constructor(
    private readonly readings: Readings,
    private readonly ids: EventIds,
  ) {}

  /** One page, newest first. */
  async page(actor: Actor, query: InboxQuery): Promise<InboxPage> {
    const before = query.cursor === undefined ? undefined : this.positionOf(inboxCursor.decode(query.cursor));
    const found = await this.readings.records(actor, (records) =>
      records.inboxItem.findMany({
        where: {
          person: actor.id,
          ...(before === undefined ? {} : { position: { lt: before } }),
          ...(query.unread ? { readAt: null } : {}),
        },
        orderBy: { position: 'desc' },
        take: query.limit + 1,
      }),
    );
    const { rows, last } = page(found, query.limit);
    return {
      items: rows.map((row) => this.itemOf(row)),
      next: last && nextLink('/api/v1/inbox', query, inboxCursor.encode(this.ids.of(Number(last.position)))),
    };
  }

  /**
   * Marks an entry as read; the first time stands.
   *
   * @throws Problem `not-found`
   */
  async markRead({ id: person, ...actor }: Actor, id: string): Promise<InboxItem> {
    const position = this.positionOf(id);
    const row = await this.readings.records({ id: person, ...actor }, async ({ inboxItem }) => {
      await inboxItem.updateMany({ where: { person, position, readAt: null }, data: { readAt: new Date() } });
      return inboxItem.findUnique({ where: { person_position: { person, position } } });
    });
    if (!row) throw noEntry();
    return this.itemOf(row);
  }

  private positionOf(id: string): bigint {
    const position = this.ids.positionOf(id);
    if (position === undefined) throw noEntry();
    return BigInt(position);
  }

  private itemOf({ position, operation, eventType, occurredAt, readAt }: Row): InboxItem {
    return {
      id: this.ids.of(Number(position)),
      reference: operation,
      type: eventType,
      occurredAt: occurredAt.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    };
  }
}

const noEntry = () => new Problem('not-found', 'Your inbox has no such entry.');
