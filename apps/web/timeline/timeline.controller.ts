import { Controller, Get, NotFoundException, Param, Query, Req } from '@nestjs/common';
import type { BulkView } from '../../api/bulk/bulk.schema';
import type { TimelineSummary } from '../../api/timeline/event.schema';
import type { ShownEvent } from '../../api/timeline/timeline.read';
import type { Api } from '../api-client/api';
import { momentsOf, periodOf } from '../forms/period';
import { nextPage } from '../http/next-page';
import { View, type Answer } from '../http/view';
import { told } from '../operations/dossier';
import { namesOf, NAMING_EVENTS } from '../operations/names';
import { pathOf, readEvents, readNames, readOperation } from '../operations/read-operation';
import { SECTIONS } from '../operations/sections';
import type { WebRequest } from '../session/session';
import { changesOf, earlierThan, RESTATED_EVENTS } from './changes';
import { kindsIn, typesOf } from './kinds';
import { strandsOf } from './strands';
import { tabsFor } from './tabs';

const FILTERS = ['kind', 'actor', 'about', 'from', 'to', 'order', 'merged'] as const;

interface Page {
  readonly items: readonly ShownEvent[];
  readonly next: string | null;
}

@Controller('operations/:reference/timeline')
export class TimelineController {
  /** Who did what, when and why, newest first unless asked otherwise. */
  @Get()
  async timeline(
    @Req() { api, me }: WebRequest,
    @Param('reference') reference: string,
    @Query() query: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const asked = Object.fromEntries(FILTERS.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
    const period = periodOf(query);
    const [operation, summary, known, page] = await Promise.all([
      readOperation(api, reference),
      api.get<TimelineSummary>(pathOf(reference, '/timeline/summary')),
      readEvents(api, reference, [...new Set([...NAMING_EVENTS, ...RESTATED_EVENTS])]),
      api.get<Page>(pathOf(reference, '/timeline'), {
        ...{ order: 'desc', type: typesOf(asked['kind']), ...momentsOf(period), cursor: query['cursor'] },
        ...Object.fromEntries(
          ['actor', 'about', 'order', 'merged'].flatMap((name) => (asked[name] ? [[name, asked[name]]] : [])),
        ),
      }),
    ]);
    const names = namesOf(known, operation);
    return new View('timeline/timeline.njk', {
      ...{ operation, summary, asked, period, form: period, current: 'timeline', sections: SECTIONS },
      tabs: tabsFor(me, reference, 'timeline'),
      kinds: kindsIn(summary),
      actors: Object.entries(summary.actors).map(([id, count]) => ({ id, count })),
      strands: strandsOf(known, operation),
      hasMerged: asked['merged'] === 'true' || known.some(({ type }) => type === 'mergeReceived'),
      narrowed: FILTERS.some((name) => name !== 'order' && asked[name] !== undefined),
      events: page.items.map((event) => ({
        ...event,
        ...told(event, names),
        changes: event.operation === reference ? changesOf(event, known, names).length : 0,
      })),
      next: nextPage(`/operations/${reference}/timeline`, asked, page.next),
    });
  }

  /** One event: all that it says, what it changed, and what proves it. */
  @Get(':sequence')
  async event(
    @Req() { api, me }: WebRequest,
    @Param('reference') reference: string,
    @Param('sequence') sequence: string,
  ): Promise<Answer> {
    if (!/^[1-9]\d{0,8}$/.test(sequence)) throw new NotFoundException();
    const [operation, event, names] = await Promise.all([
      readOperation(api, reference),
      readEvent(api, reference, Number(sequence)),
      readNames(api, reference),
    ]);
    const asked = earlierThan(event);
    const [earlier, bulk] = await Promise.all([
      asked ? api.get<Page>(pathOf(reference, '/timeline'), asked) : undefined,
      api.find<BulkView>(`/api/v1/bulk/${event.commandId}`, { limit: 1 }),
    ]);
    const allNames = { ...names, ...namesOf([], operation) };
    return new View('timeline/event.njk', {
      ...{ operation, event, bulk, current: 'timeline', sections: SECTIONS },
      tabs: tabsFor(me, reference, 'timeline'),
      said: told(event, allNames).said,
      changes: changesOf(event, earlier?.items ?? [], allNames),
    });
  }
}

/** @throws NotFoundException */
async function readEvent(api: Api, reference: string, sequence: number): Promise<ShownEvent> {
  const { items } = await api.get<Page>(pathOf(reference, '/timeline'), {
    ...{ before: sequence + 1, order: 'desc', limit: 1 },
  });
  const event = items[0];
  if (event?.sequence !== sequence) throw new NotFoundException();
  return event;
}
