import type { ClockList } from '../../../api/clocks/clock.schema';
import type { TranslationList } from '../../../api/translations/translations.schema';
import type { WebRequest } from '../../session/session';
import { isGoing } from '../../translations/progress';
import { dossier } from '../dossier';
import { namesOf, NAMING_EVENTS } from '../names';
import { given } from '../../forms/schema';
import { pathOf, readActions, readEvents, readOperation, type Action } from '../read-operation';
import { commandsOf, eventsOf, type Section } from '../sections';
import { Known } from './known';
import { SECTION_PAGES } from './pages';

const NO_TRANSLATIONS: TranslationList = { items: [] };

/** One side of an operation: as people read it where that is written, and whatever else is recorded thing by thing. */
export async function readSection({ api, me }: Pick<WebRequest, 'api' | 'me'>, reference: string, section: Section) {
  const page = SECTION_PAGES[section.name];
  const own = eventsOf(section);
  const types = [...new Set([...own, ...(page?.also ?? []), ...NAMING_EVENTS])];
  const [operation, actions, events, clocks, translations] = await Promise.all([
    readOperation(api, reference),
    readActions(api, reference, commandsOf(section)),
    readEvents(api, reference, types),
    page ? api.get<ClockList>(pathOf(reference, '/clocks')) : { items: [] },
    page?.translates ? api.get<TranslationList>(pathOf(reference, '/translations')) : NO_TRANSLATIONS,
  ]);
  const names = namesOf(events, operation);
  const all = dossier(
    events.filter(({ type }) => own.includes(type as never)),
    actions.items,
    names,
  );
  const allowed = actions.items.filter((action) => action.allowed);
  const known = new Known(operation, events, names, all.things, allowed, clocks.items, me);
  const groups = page?.groups(known, translations.items) ?? [];
  const shown = groups.flatMap(({ cards = [], table }) => [...cards, ...(table?.rows ?? [])]);
  const ids = new Set([...shown.map(({ id }) => id), ...groups.flatMap(({ covers = [] }) => covers)]);
  const things = all.things.filter(({ id }) => !ids.has(id));
  const offered = new Set([...shown, ...things].flatMap((one) => one.actions.map(({ command }) => command)));
  const { others, blocked } = all;
  return {
    operation,
    groups,
    isGoing: translations.items.some(isGoing),
    things,
    others,
    blocked,
    actions: allowed.filter((action) => !offered.has(action.command) && hasChoices(action)),
  };
}

/** Whether there is something to choose from wherever a form must name what the operation holds. */
function hasChoices({ body }: Action): boolean {
  return (body?.required ?? []).every((name) => {
    const { schema } = given(body?.properties?.[name] ?? {});
    return schema['x-of'] === undefined || (schema.enum ?? []).length > 0;
  });
}
