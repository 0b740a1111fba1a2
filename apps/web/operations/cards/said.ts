import type { ShownEvent } from '../../../api/timeline/timeline.read';
import type { Names } from '../names';
import { saidBy, type Said } from '../shown-event';

/** What an event says beside what its title says already. @param fields that the title says */
export function withoutIn(
  { payload }: { readonly payload: object },
  names: Names,
  fields: readonly string[],
): readonly Said[] {
  const rest = Object.entries(payload).filter(([field]) => !fields.includes(field));
  return saidBy(Object.fromEntries(rest) as ShownEvent['payload'], names);
}
