import type { ClockList } from '../../api/clocks/clock.schema';
import type { Api } from '../api-client/api';
import { pathOf, readActions, readEvents, readOperation } from '../operations/read-operation';
import { ACTS_OF_THE_DAY } from './acts';
import { EVENTS_OF_THE_DAY, STANDING_EVENTS, type DayRead } from './board';
import { boundsOf } from './day';

/** Reads all that a board is made of, at once. @param acts whether acts are offered on it */
export async function readDay(api: Api, reference: string, day: string, { acts = true } = {}): Promise<DayRead> {
  const [operation, clocks, standing, ofTheDay, actions] = await Promise.all([
    readOperation(api, reference),
    api.get<ClockList>(pathOf(reference, '/clocks')),
    readEvents(api, reference, STANDING_EVENTS),
    readEvents(api, reference, EVENTS_OF_THE_DAY, boundsOf(day)),
    acts ? readActions(api, reference, ACTS_OF_THE_DAY) : { items: [] },
  ]);
  return { day, operation, standing, ofTheDay, detention: clocks.detention, actions: actions.items };
}
