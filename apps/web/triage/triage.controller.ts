import { Controller, Get, Query, Req } from '@nestjs/common';
import { FORCES } from '../../../domain/access/actor';
import { THREAT_AREAS } from '../../../domain/operation/codes';
import type { WorklistPage } from '../../api/operations/worklist.schema';
import { View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { highestMarking } from './chosen';
import { IN_ASSESSMENT, waitsOf } from './waits';

/** What the queue may be narrowed by, as its address says it. */
const FILTERS = ['threatArea', 'leadForce', 'awaiting', 'cursor'] as const;

@Controller('triage')
export class TriageController {
  /** What is in assessment: the highest risk first, of the same risk what has waited longest. */
  @Get()
  async queue(@Req() { api }: WebRequest, @Query() query: Readonly<Record<string, string>>): Promise<Answer> {
    const asked = Object.fromEntries(FILTERS.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
    const page = await api.get<WorklistPage>('/api/v1/operations', { stage: 'assessment', order: 'risk', ...asked });
    return new View('triage/queue.njk', {
      items: page.items.map((one) => ({
        ...one,
        waits: waitsOf(one),
      })),
      asked,
      pageMarking: highestMarking(page.items.map(({ marking }) => marking)),
      narrowed: Object.keys(asked).some((name) => name !== 'cursor'),
      next: page.next && `/triage?${new URLSearchParams(page.next.split('?')[1]).toString()}`,
      forces: FORCES,
      threatAreas: THREAT_AREAS,
      waitsFor: IN_ASSESSMENT,
    });
  }
}
