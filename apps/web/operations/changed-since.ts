import type { CommandName } from '../../../domain/operation/command-schemas';
import type { ShownEvent } from '../../api/timeline/timeline.read';
import type { Api } from '../api-client/api';
import type { Changed } from '../forms/form';
import { concerns } from './concerns';
import { pathOf, readNames } from './read-operation';
import { saidBy } from './shown-event';

/** More than this are not looked through: then the author of the form is asked. */
const MOST = 500;

/**
 * What has happened in an operation that concerns the form of a command, for `Forms.send`: with what it says, so that its author
 * sees what has changed and by whom.
 */
export function concerning(api: Api, reference: string, command: string) {
  return async (since: number, body: object): Promise<readonly Changed[] | undefined> => {
    const { items } = await api.get<{ readonly items: readonly ShownEvent[] }>(pathOf(reference, '/timeline'), {
      order: 'desc',
      limit: MOST,
    });
    const changed = items.filter(({ sequence }) => sequence > since).reverse();
    if (changed[0]?.sequence !== since + 1) return undefined;
    const those = changed.filter((event) => concerns(command as CommandName, body, event));
    if (those.length === 0) return [];
    const names = await readNames(api, reference);
    return those.map((event) => ({ ...event, said: saidBy(event.payload, names) }));
  };
}
