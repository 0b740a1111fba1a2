import { Controller, Get, Query, Req } from '@nestjs/common';
import { FORCES } from '../../../domain/access/actor';
import { STAGES, THREAT_AREAS } from '../../../domain/operation/codes';
import type { SavedFilter } from '../../api/filters/filter.schema';
import type { WorklistPage, WorklistQuery } from '../../api/operations/worklist.schema';
import { withQuery } from '../api-client/api';
import { readViews, viewWords } from '../filters/views';
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
  'mergedInto',
  'filter',
  'cursor',
] as const satisfies readonly (keyof WorklistQuery)[];
/** What the form above the list asks; it sends along whatever else the list is narrowed by. */
const IN_FORM: readonly string[] = ['search', 'stage', 'threatArea', 'leadForce', 'order'];
/** How the list is in order unless somebody says otherwise. */
const USUAL = 'changed';
const ORDERS = { changed: 'Changed last', due: 'Due soonest', risk: 'Highest risk' } as const;

@Controller('operations')
export class OperationsController {
  @Get()
  async list(@Req() { api, me }: WebRequest, @Query() query: Readonly<Record<string, string>>): Promise<Answer> {
    const asked = Object.fromEntries(FILTERS.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
    const [page, views] = await Promise.all([
      api.get<WorklistPage>('/api/v1/operations', asked),
      readViews(api, me.id),
    ]);
    const view = [...views.own, ...views.shared].find(({ id }) => id === asked['filter']);
    const { filter, cursor: _, ...narrowing } = asked;
    const shown = { ...view?.query, ...narrowing };
    return new View('operations/list.njk', {
      page,
      views,
      view: view && { ...view, words: viewWords(view), isOwn: view.owner === me.id },
      // What a view says is what the form begins with: whoever changes it there looks at something else, not at the view.
      asked: { ...asked, ...shown },
      // A view that is not at hand cannot be taken apart: it goes along as it is.
      unseen: { ...unseenOf(shown), ...(filter !== undefined && !view ? { filter } : {}) },
      besides: besides(shown, view?.query ?? {}),
      saving: withQuery('/views/new', { ...shown, order: shown.order === USUAL ? undefined : shown.order }),
      next: page.next?.replace('/api/v1', ''),
      narrowed: Object.keys(asked).some((name) => name !== 'order' && name !== 'cursor'),
      stages: STAGES,
      forces: FORCES,
      threatAreas: THREAT_AREAS,
      orders: ORDERS,
    });
  }
}

type Query = SavedFilter['query'];

/** What a list is narrowed by that the form does not show. */
const unseenOf = (query: object): Query =>
  Object.fromEntries(Object.entries(query).filter(([name]) => !IN_FORM.includes(name)));

/** The same in words, without what the page says of the view that is looked at. */
function besides(query: object, said: Query): string | undefined {
  const unsaid = Object.entries(unseenOf(query)).filter(([name, value]) => said[name as keyof Query] !== value);
  return unsaid.length === 0 ? undefined : viewWords({ query: Object.fromEntries(unsaid) });
}
