import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ACCESS_KINDS, ACCESS_OUTCOMES } from '../../../domain/access/access-log';
import type { AccessPage } from '../../api/access-log/access-log.schema';
import { Schemas } from '../api-client/schemas';
import { momentsOf, periodOf } from '../forms/period';
import { nextPage } from '../http/next-page';
import { View, type Answer } from '../http/view';
import { readOperation } from '../operations/read-operation';
import { SECTIONS } from '../operations/sections';
import { looksOf } from '../oversight/shown-access';
import type { WebRequest } from '../session/session';
import { tabsFor } from './tabs';

const FILTERS = ['person', 'kind', 'outcome', 'from', 'to'] as const;

@Controller('operations/:reference/timeline/access')
export class LookedController {
  constructor(private readonly schemas: Schemas) {}

  /** Who looked at an operation, and who tried to. */
  @Get()
  async looked(
    @Req() { api, me }: WebRequest,
    @Param('reference') reference: string,
    @Query() query: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const asked = Object.fromEntries(FILTERS.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
    const period = periodOf(query);
    const { person, kind, outcome } = asked;
    const [operation, page, titles] = await Promise.all([
      readOperation(api, reference),
      api.get<AccessPage>('/api/v1/access-log', {
        ...{ operation: reference, person, kind, outcome, ...momentsOf(period), cursor: query['cursor'], limit: 100 },
      }),
      this.schemas.titles(),
    ]);
    return new View('timeline/access.njk', {
      ...{ operation, asked, period, form: period, current: 'timeline', sections: SECTIONS },
      ...{ kinds: ACCESS_KINDS, outcomes: ACCESS_OUTCOMES, narrowed: Object.keys(asked).length > 0 },
      tabs: tabsFor(me, reference, 'access'),
      looks: looksOf(page.items, titles),
      next: nextPage(`/operations/${reference}/timeline/access`, asked, page.next),
    });
  }
}
