import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, Me, type Identity } from '../http/request';
import { PostRoute, Route } from '../openapi/route';
import { Inbox } from './inbox.read';
import { inboxItem, inboxPage, inboxQuery, type InboxItem, type InboxPage, type InboxQuery } from './inbox.schema';

@ApiTags('Inbox')
@Controller('api/v1/inbox')
export class InboxController {
  constructor(private readonly inbox: Inbox) {}

  @Get()
  @Route({
    id: 'readInbox',
    logged: 'consultation',
    summary: 'Read your inbox',
    answer: inboxPage,
    problems: ['validation'],
  })
  read(@Me() { actor }: Identity, @Query({ schema: inboxQuery }) query: InboxQuery): Promise<InboxPage> {
    return this.inbox.page(actor, query);
  }

  @Post(':id/read')
  @HttpCode(200)
  @PostRoute({
    id: 'markInboxItemRead',
    logged: 'alteration',
    summary: 'Mark an entry as read',
    answer: inboxItem,
    problems: ['not-found'],
  })
  markRead(@Me() { actor }: Identity, @IdempotencyKey() _key: string, @Param('id') id: string): Promise<InboxItem> {
    return this.inbox.markRead(actor, id);
  }
}
