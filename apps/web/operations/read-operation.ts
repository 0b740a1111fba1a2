import type { ActionList } from '../../api/actions/action.schema';
import type { OperationView } from '../../api/operations/operation.schema';
import type { ShownEvent } from '../../api/timeline/timeline.read';
import type { Api } from '../api-client/api';
import { resolved } from '../api-client/schemas';
import type { Schema } from '../forms/schema';
import { NAMING_EVENTS, namesOf, type Names } from './names';

export type Action = Omit<ActionList['items'][number], 'body'> & { readonly body?: Schema };
interface TimelinePage {
  readonly items: readonly ShownEvent[];
  readonly next: string | null;
}

/** As many events as the API tells at once, and as often as one page of ours asks. */
const AT_ONCE = 500;
const MOST_PAGES = 4;

export const pathOf = (reference: string, rest = '') => `/api/v1/operations/${encodeURIComponent(reference)}${rest}`;

export const readOperation = (api: Api, reference: string) => api.get<OperationView>(pathOf(reference));

/** Some of the actions of an operation, with the schemas of their bodies unless they are not wanted. */
export async function readActions(
  api: Api,
  reference: string,
  commands: readonly string[],
  { bodies = true } = {},
): Promise<{ readonly sequence: number; readonly items: readonly Action[] }> {
  const query = { command: commands.join(','), bodies: bodies ? undefined : false };
  const { sequence, items } = await api.get<ActionList>(pathOf(reference, '/actions'), query);
  return { sequence, items: items.map((item) => ({ ...item, ...bodyOf(item) }) as Action) };
}

function bodyOf({ body }: ActionList['items'][number]): { readonly body?: Schema } {
  if (body === undefined) return {};
  const schema = body as Schema;
  return { body: resolved(schema, (reference) => schema.$defs?.[reference.replace('#/$defs/', '')]) };
}

/** All events of these types, in order. @param between only what happened from one moment on and before another */
export async function readEvents(
  api: Api,
  reference: string,
  types: readonly string[],
  between: { readonly from?: string; readonly to?: string } = {},
): Promise<readonly ShownEvent[]> {
  const events: ShownEvent[] = [];
  let page: TimelinePage | undefined;
  for (let read = 0; read < MOST_PAGES && page?.next !== null; read++) {
    page = await (page?.next
      ? api.get<TimelinePage>(page.next)
      : api.get<TimelinePage>(pathOf(reference, '/timeline'), { ...between, type: types.join(','), limit: AT_ONCE }));
    events.push(...page.items);
  }
  return events;
}

/** What the things of an operation are called. */
export async function readNames(api: Api, reference: string, operation?: OperationView): Promise<Names> {
  return namesOf(await readEvents(api, reference, NAMING_EVENTS), operation);
}
