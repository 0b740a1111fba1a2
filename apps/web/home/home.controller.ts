import { Controller, Get, Req } from '@nestjs/common';
import type { InboxPage } from '../../api/inbox/inbox.schema';
import type { WorklistPage } from '../../api/operations/worklist.schema';
import { readViews } from '../filters/views';
import { View, type Answer } from '../http/view';
import { awaited } from '../oversight/awaiting';
import { Drafts } from '../referrals/drafts.service';
import type { WebRequest } from '../session/session';

/** Each list shows the first of what there is, and leads to all. */
const FEW = 10;
/** As many rows as the API gives at once. */
const MOST = 100;

@Controller()
export class HomeController {
  constructor(private readonly drafts: Drafts) {}

  /** What needs its reader now, soonest due first, what waits for their decision, and what they were told of. */
  @Get()
  async home(@Req() { api, me }: WebRequest): Promise<Answer> {
    const [due, waiting, mine, inbox, drafts, views] = await Promise.all([
      api.get<WorklistPage>('/api/v1/operations', { order: 'due', person: me.id, limit: FEW }),
      api.get<WorklistPage>('/api/v1/operations', { leadForce: me.force, awaiting: 'any', limit: MOST }),
      api.get<WorklistPage>('/api/v1/operations', { person: me.id, limit: FEW }),
      api.get<InboxPage>('/api/v1/inbox', { unread: true, limit: FEW }),
      this.drafts.of(me.id),
      readViews(api, me.id),
    ]);
    const decisions = waiting.items
      .map((row) => ({ ...row, awaits: awaited(row.awaiting, me).filter(({ acts }) => acts.length > 0) }))
      .filter(({ awaits }) => awaits.length > 0)
      .slice(0, FEW);
    return new View('home/home.njk', {
      ...{ due: due.items, decisions, mine: mine.items, inbox: inbox.items, drafts, views },
    });
  }
}
