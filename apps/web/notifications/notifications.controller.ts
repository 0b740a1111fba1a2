import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { InboxItem, InboxPage } from '../../api/inbox/inbox.schema';
import { Redirect, View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';

@Controller('notifications')
export class NotificationsController {
  /** What its reader was told of, newest first. */
  @Get()
  async list(@Req() { api }: WebRequest, @Query() query: Readonly<Record<string, string>>): Promise<Answer> {
    const asked = { unread: query['unread'] === 'true' ? true : undefined, cursor: query['cursor'] };
    const page = await api.get<InboxPage>('/api/v1/inbox', asked);
    const next = page.next?.replace('/api/v1/inbox', '/notifications');
    return new View('notifications/list.njk', { page, next, unread: asked.unread === true });
  }

  /** Opens what an entry is about, which is read by that. */
  @Post(':id/read')
  async open(@Req() { api }: WebRequest, @Param('id') id: string): Promise<Answer> {
    const { reference } = await api.post<InboxItem>(`/api/v1/inbox/${encodeURIComponent(id)}/read`, {});
    return new Redirect(`/operations/${reference}/timeline`);
  }
}
