import { Injectable } from '@nestjs/common';
import { PrismaClient } from '../../../prisma/generated/client';
import type { InboxItem as Row } from '../../../prisma/generated/client';
import { nextLink, page } from '../http/cursor';
import { Problem } from '../http/problems';
import { inboxCursor, type InboxItem, type InboxPage, type InboxQuery } from './inbox.schema';

/** What a person is told of. Everyone has their own inbox and sees no other. */
@Injectable()
export class Inbox {
  constructor(private readonly prisma: PrismaClient) {}

  /** One page, newest first, in one round trip. */
  async page(person: string, query: InboxQuery): Promise<InboxPage> {
    const before = query.cursor === undefined ? undefined : inboxCursor.decode(query.cursor);
    const found = await this.prisma.inboxItem.findMany({
      where: {
        person,
        ...(before === undefined ? {} : { position: { lt: before } }),
        ...(query.unread ? { readAt: null } : {}),
      },
      orderBy: { position: 'desc' },
      take: query.limit + 1,
    });
    const { rows, last } = page(found, query.limit);
    return {
      items: rows.map(itemOf),
      next: last && nextLink('/api/v1/inbox', query, inboxCursor.encode(Number(last.position))),
    };
  }

  /**
   * Marks an entry as read; the first time stands.
   *
   * @throws Problem `not-found`
   */
  async markRead(person: string, position: bigint): Promise<InboxItem> {
    await this.prisma.inboxItem.updateMany({ where: { person, position, readAt: null }, data: { readAt: new Date() } });
    const row = await this.prisma.inboxItem.findUnique({ where: { person_position: { person, position } } });
    if (!row) throw new Problem('not-found', 'Your inbox has no such entry.');
    return itemOf(row);
  }
}

function itemOf({ position, operation, eventType, occurredAt, readAt }: Row): InboxItem {
  return {
    position: Number(position),
    reference: operation,
    type: eventType,
    occurredAt: occurredAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  };
}
