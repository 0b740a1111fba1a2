import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type AccessEntry } from '../access-log/access-entry';
import { Me, type Identity } from '../http/request';
import { Route } from '../openapi/route';
import { OverdueRead } from './overdue.read';
import { overduePage, overdueQuery, type OverduePage, type OverdueQuery } from './overdue.schema';

@ApiTags('Operations')
@Controller('api/v1/overdue')
export class OverdueController {
  constructor(private readonly overdue: OverdueRead) {}

  @Get()
  @Route({
    id: 'listOverdue',
    logged: 'consultation',
    summary: 'List what is overdue',
    description:
      'What people should have done by now in the operations that you see, the longest overdue first. The clocks on which ' +
      'operations act by themselves are not among it.',
    answer: overduePage,
    problems: ['validation'],
  })
  async list(
    @Query({ schema: overdueQuery }) query: OverdueQuery,
    @Me() { actor }: Identity,
    @Access() access: AccessEntry,
  ): Promise<OverduePage> {
    const found = await this.overdue.page(actor, query, new Date());
    access.note({ listed: [...new Set(found.items.map(({ reference }) => reference))] });
    return found;
  }
}
