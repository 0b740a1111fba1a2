import { Controller, Get, Query, Req } from '@nestjs/common';
import { FORCES } from '../../../domain/access/actor';
import { STAGES, THREAT_AREAS } from '../../../domain/operation/codes';
import type { WorklistPage } from '../../api/operations/worklist.schema';
import { View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';

/** What a list of operations may be narrowed by, as its address says it. */
const FILTERS = [
  'stage',
  'leadForce',
  'threatArea',
  'order',
  'search',
  'person',
  'awaiting',
  'dueBefore',
  'filter',
  'cursor',
] as const;
const ORDERS = { changed: 'Changed last', due: 'Due soonest', risk: 'Highest risk' } as const;

@Controller('operations')
export class OperationsController {
  @Get()
  async list(@Req() { api }: WebRequest, @Query() query: Readonly<Record<string, string>>): Promise<Answer> {
    const asked = Object.fromEntries(FILTERS.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
    const page = await api.get<WorklistPage>('/api/v1/operations', asked);
    return new View('operations/list.njk', {
      page,
      asked,
      next: page.next?.replace('/api/v1', ''),
      narrowed: Object.keys(asked).some((name) => name !== 'order' && name !== 'cursor'),
      stages: STAGES,
      forces: FORCES,
      threatAreas: THREAT_AREAS,
      orders: ORDERS,
    });
  }
}
