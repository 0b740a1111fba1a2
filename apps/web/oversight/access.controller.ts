import { Controller, Get, Query, Req } from '@nestjs/common';
import { ACCESS_KINDS, ACCESS_OUTCOMES } from '../../../domain/access/access-log';
import { REFERENCE } from '../../../domain/operation/reference';
import type { AccessPage, UnusualAccess, UnusualReport } from '../../api/access-log/access-log.schema';
import { withQuery } from '../api-client/api';
import { ApiProblem } from '../api-client/problem';
import { Schemas } from '../api-client/schemas';
import { momentsOf, periodOf } from '../forms/period';
import { nextPage } from '../http/next-page';
import { View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { looksOf } from './shown-access';
import { oversightTabs } from './tabs';

type Asked = Readonly<Record<string, string | undefined>>;

/** What the log may be narrowed by; the last three are what a finding leads here with. */
const FILTERS = ['person', 'operation', 'kind', 'outcome', 'from', 'to', 'address', 'since', 'until'] as const;

@Controller('oversight/access')
export class AccessController {
  constructor(private readonly schemas: Schemas) {}

  /** Who looked at what, of all that a supervisor may see. */
  @Get()
  async search(@Req() { api, me, path }: WebRequest, @Query() query: Asked): Promise<Answer> {
    const asked = Object.fromEntries(
      FILTERS.flatMap((name) => (query[name] ? [[name, query[name].trim()]] : [])),
    ) as Asked;
    const period = periodOf(query);
    const shown = {
      ...{ tabs: oversightTabs(me, path), asked, kinds: ACCESS_KINDS, outcomes: ACCESS_OUTCOMES },
      narrowed: Object.keys(asked).length > 0,
    };
    const { operation } = asked;
    const errors = {
      ...period.errors,
      ...(operation !== undefined && !REFERENCE.test(operation)
        ? { operation: 'Give a whole reference, such as OP-2026-000123' }
        : {}),
    };
    const withErrors = { ...period, errors };
    if (Object.keys(errors).length > 0)
      return new View('oversight/access.njk', { ...shown, period: withErrors, form: withErrors, looks: [] }, 400);
    const { person, kind, outcome, address, since, until } = asked;
    const exact = { ...(since === undefined ? {} : { from: since }), ...(until === undefined ? {} : { to: until }) };
    const [page, titles] = await Promise.all([
      api.get<AccessPage>('/api/v1/access-log', {
        ...{ person, operation, kind, outcome, address, ...momentsOf(period), ...exact },
        ...{ cursor: query['cursor'], limit: 100 },
      }),
      this.schemas.titles(),
    ]);
    return new View('oversight/access.njk', {
      ...{ ...shown, period, form: period, looks: looksOf(page.items, titles) },
      next: nextPage('/oversight/access', asked, page.next),
    });
  }

  /** What is unusual about it, rule by rule, each finding leading to what is behind it. */
  @Get('unusual')
  async unusual(@Req() { api, me, path }: WebRequest, @Query() query: Asked): Promise<Answer> {
    const period = periodOf(query);
    const tabs = oversightTabs(me, path);
    try {
      const report = await api.get<UnusualReport>('/api/v1/access-log/unusual', momentsOf(period));
      return new View('oversight/unusual.njk', {
        ...{ tabs, period, form: period, report },
        rules: report.rules.map(({ rule, sentence }) => ({
          ...{ rule, sentence },
          findings: report.items
            .filter((item) => item.rule === rule)
            .map((item) => ({ ...item, behind: behind(item) })),
        })),
      });
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.kind !== 'validation') throw error;
      const wrong = { ...period, errors: { from: 'Choose a period of at most 31 days' } };
      return new View('oversight/unusual.njk', { tabs, period: wrong, form: wrong, rules: [] }, 400);
    }
  }
}

/** The rows of the log that a finding was made from: those of its person, or its address, from its first to its last. */
function behind({ rule, person, address, operation, from, to }: UnusualAccess): string {
  return withQuery('/oversight/access', {
    ...{ person, address, operation },
    ...(rule === 'refused-attempts' ? { outcome: 'refused' } : {}),
    // The glass is broken once; what was looked at then comes after it.
    ...(rule === 'broken-glass' ? { since: from } : { since: from, until: after(to) }),
  });
}

/** The log is asked for what is before a moment. */
const after = (moment: string) => new Date(Date.parse(moment) + 1).toISOString();
