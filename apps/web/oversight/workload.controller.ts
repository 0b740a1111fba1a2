import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { FORCES } from '../../../domain/access/actor';
import type { Person } from '../../api/people/people.schema';
import type { Workload } from '../../api/workload/workload.schema';
import { View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { oversightTabs } from './tabs';

@Controller('oversight/workload')
export class WorkloadController {
  /** Who works on how much, the most overdue first. */
  @Get()
  async all(
    @Req() { api, me, path }: WebRequest,
    @Query() query: Readonly<Record<string, string | undefined>>,
  ): Promise<Answer> {
    const leadForce = query['leadForce'] ?? me.force;
    const { items } = await api.get<Workload>('/api/v1/workload', { leadForce });
    return new View('oversight/workload.njk', {
      ...{ tabs: oversightTabs(me, path), items, asked: { leadForce }, forces: FORCES },
    });
  }

  /** What one person works on, and how to hand it over. */
  @Get(':person')
  async one(@Req() { api, me, path }: WebRequest, @Param('person') id: string): Promise<Answer> {
    const person = await api.get<Person>(`/api/v1/people/${encodeURIComponent(id)}`);
    const open = person.operations.filter(({ stage }) => stage !== 'closed');
    return new View('oversight/person.njk', {
      ...{ tabs: oversightTabs(me, path), person, closed: person.operations.length - open.length },
      // By role: a hand-over is of one role at a time.
      byRole: [...new Set(open.flatMap(({ roles }) => roles))].map((role) => ({
        role,
        operations: open.filter(({ roles }) => roles.includes(role)),
      })),
    });
  }
}
