import { Controller, Get, Query, Req } from '@nestjs/common';
import { FORCES } from '../../../domain/access/actor';
import { DIP_SAMPLERS, mayGive } from '../../../domain/access/rules';
import { DEADLINE_KINDS } from '../../../domain/operation/deadlines';
import { STAGES, THREAT_AREAS } from '../../../domain/operation/codes';
import type { OverduePage } from '../../api/overdue/overdue.schema';
import type { WorklistPage } from '../../api/operations/worklist.schema';
import type { DipPage } from '../../api/dip-samples/dip-sample.schema';
import { nextPage } from '../http/next-page';
import { Redirect, View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { AWAITED, awaited } from './awaiting';
import { oversightTabs } from './tabs';

const OPERATIONS = '/api/v1/operations';
const FEW = 10;
type Asked = Readonly<Record<string, string | undefined>>;

@Controller('oversight')
export class OversightController {
  /** What needs a supervisor now: what is overdue, what waits for a decision, which samples are unfinished. */
  @Get()
  async overview(@Req() { api, me, path }: WebRequest): Promise<Answer> {
    // Others have the pages beside it.
    if (!mayGive(me, DIP_SAMPLERS)) return new Redirect('/figures');
    const own = { leadForce: me.force, limit: FEW };
    const [overdue, waiting, samples] = await Promise.all([
      api.get<OverduePage>('/api/v1/overdue', own),
      api.get<WorklistPage>(OPERATIONS, { ...own, awaiting: 'any' }),
      api.get<DipPage>('/api/v1/dip-samples', { limit: FEW }),
    ]);
    return new View('oversight/overview.njk', {
      tabs: oversightTabs(me, path),
      overdue,
      waiting: waiting.items.map((row) => ({ ...row, awaits: awaited(row.awaiting, me) })),
      moreWaiting: waiting.next !== null,
      unfinished: samples.items.filter(({ signedOff }) => signedOff === null),
    });
  }

  /** What people should have done by now, the longest overdue first; and clocks on which nothing has acted. */
  @Get('overdue')
  async overdue(@Req() { api, me, path }: WebRequest, @Query() query: Asked): Promise<Answer> {
    const narrow = narrowed(query, me.force);
    const asked = { ...narrow, kind: query['kind'] || undefined };
    const [page, clocks] = await Promise.all([
      api.get<OverduePage>('/api/v1/overdue', { ...asked, cursor: query['cursor'] }),
      api.get<WorklistPage>(OPERATIONS, { ...narrow, order: 'due', dueBefore: new Date().toISOString() }),
    ]);
    return new View('oversight/overdue.njk', {
      ...{ tabs: oversightTabs(me, path), asked, rows: page.items, clocks: clocks.items, ...CHOICES },
      ...{ kinds: DEADLINE_KINDS, next: nextPage('/oversight/overdue', asked, page.next) },
    });
  }

  /** Operations that wait for a second person or for a decision. */
  @Get('approvals')
  async approvals(@Req() { api, me, path }: WebRequest, @Query() query: Asked): Promise<Answer> {
    const asked = { ...narrowed(query, me.force), awaiting: query['awaiting'] || undefined };
    const page = await api.get<WorklistPage>(OPERATIONS, {
      ...{ ...asked, awaiting: asked.awaiting ?? 'any', cursor: query['cursor'] },
    });
    return new View('oversight/approvals.njk', {
      ...{ tabs: oversightTabs(me, path), asked, ...CHOICES, waits: AWAITED },
      rows: page.items.map((row) => ({ ...row, awaits: awaited(row.awaiting, me) })),
      next: nextPage('/oversight/approvals', asked, page.next),
    });
  }
}

const CHOICES = { stages: STAGES, forces: FORCES, threatAreas: THREAT_AREAS };

/** What a list is narrowed by; without anything else, by the reader's force. */
const narrowed = (query: Asked, force: string) => ({
  leadForce: query['leadForce'] ?? force,
  stage: query['stage'] || undefined,
  threatArea: query['threatArea'] || undefined,
});
