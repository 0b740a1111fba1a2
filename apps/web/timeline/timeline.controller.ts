import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { EVENT_TYPES } from '../../../domain/operation/fold';
import type { ShownEvent } from '../../api/timeline/timeline.read';
import { View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { told } from './dossier';
import { pathOf, readNames, readOperation } from './read-operation';
import { SECTIONS } from './sections';

const FILTERS = ['type', 'actor', 'about', 'from', 'to', 'order', 'merged', 'cursor'] as const;

interface Page {
  readonly items: readonly ShownEvent[];
  readonly next: string | null;
}

@Controller('operations/:reference/timeline')
export class TimelineController {
  /** Who did what, when and why, newest first unless asked otherwise. */
  @Get()
  async timeline(
    @Req() { api }: WebRequest,
    @Param('reference') reference: string,
    @Query() query: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const asked = Object.fromEntries(FILTERS.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
    const [operation, page] = await Promise.all([
      readOperation(api, reference),
      api.get<Page>(pathOf(reference, '/timeline'), { order: 'desc', ...asked }),
    ]);
    const names = await readNames(api, reference, operation);
    return new View('operations/timeline.njk', {
      operation,
      names,
      asked,
      types: EVENT_TYPES,
      events: page.items.map((event) => ({ ...event, said: told(event, names).said })),
      next: page.next?.replace('/api/v1', ''),
      sections: SECTIONS,
      current: 'timeline',
    });
  }
}
