import { Controller, Get, Req } from '@nestjs/common';
import type { InboxPage } from '../../api/inbox/inbox.schema';
import type { WorklistPage } from '../../api/operations/worklist.schema';
import { readViews } from '../filters/views';
import { View, type Answer } from '../http/view';
import { Drafts } from '../referrals/drafts.service';
import type { WebRequest } from '../session/session';

@Controller()
export class HomeController {
  constructor(private readonly drafts: Drafts) {}

  /** What needs its reader now, soonest due first, and what they were told of. */
  @Get()
  async home(@Req() { api, me }: WebRequest): Promise<Answer> {
    const [due, mine, inbox, drafts, views] = await Promise.all([
      api.get<WorklistPage>('/api/v1/operations', { order: 'due', person: me.id, limit: 10 }),
      api.get<WorklistPage>('/api/v1/operations', { person: me.id, limit: 10 }),
      api.get<InboxPage>('/api/v1/inbox', { unread: true, limit: 10 }),
      this.drafts.of(me.id),
      readViews(api, me.id),
    ]);
    return new View('home/home.njk', { due: due.items, mine: mine.items, inbox: inbox.items, drafts, views });
  }
}
