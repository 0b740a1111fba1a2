import type { ShownEvent } from '../../api/timeline/timeline.read';
import { spoken, type Names } from '../operations/names';
import { ofType, type Shown } from './shown';

export interface ExhibitsAt {
  /** Premises, or nothing for what was seized elsewhere. */
  readonly premises: string | undefined;
  readonly title: string;
  readonly count: number;
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  /** The last few, the last first: the board stays as long as a screen however much is seized. */
  readonly last: readonly { readonly id: string; readonly kind: string; readonly what: string; readonly at: string }[];
}

const LAST = 4;
const WHAT_LENGTH = 80;

/** What was seized on the day, by premises. @param planned premises of the plan, in its order */
export function exhibitsOnDay(
  ofTheDay: readonly ShownEvent[],
  planned: readonly string[],
  names: Names,
): readonly ExhibitsAt[] {
  const seized = Map.groupBy(ofType(ofTheDay, 'exhibitSeized'), ({ payload }) => payload.premises ?? undefined);
  const places = new Set([...planned, ...seized.keys()]);
  return [...places].flatMap((id) => {
    const all = seized.get(id) ?? [];
    if (all.length === 0) return [];
    const title = id === undefined ? 'Elsewhere, or on a person' : (names[id] ?? id);
    return [{ premises: id, title, count: all.length, kinds: kindsOf(all), last: lastOf(all) }];
  });
}

function kindsOf(seized: readonly Shown<'exhibitSeized'>[]) {
  const kinds = Map.groupBy(seized, ({ payload }) => payload.kind);
  return [...kinds]
    .map(([kind, all]) => ({ kind, count: all.length }))
    .sort((a, b) => b.count - a.count || a.kind.localeCompare(b.kind));
}

const lastOf = (seized: readonly Shown<'exhibitSeized'>[]) =>
  seized
    .slice(-LAST)
    .reverse()
    .map(({ happenedAt, payload }) => ({
      id: payload.exhibit,
      kind: payload.kind,
      what: spoken(payload.description, WHAT_LENGTH),
      at: happenedAt,
    }));
