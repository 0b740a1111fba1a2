import type { TimelineSummary } from '../../api/timeline/event.schema';
import { eventsOf, SECTIONS } from '../operations/sections';
import { eventText } from '../words/events';

/** A choice of a list that folds up. */
export interface Choice {
  readonly value: string;
  readonly text: string;
}
/** Choices that belong together. */
export interface Choices {
  readonly label: string;
  readonly items: readonly Choice[];
}

const WHOLE = 'section:';

/** The kinds of event that a timeline has, by the side of the operation that they belong to, each with how many there are. */
export function kindsIn({ types }: Pick<TimelineSummary, 'types'>): readonly Choices[] {
  return SECTIONS.flatMap((section) => {
    const own = eventsOf(section).filter((type) => types[type] !== undefined);
    if (own.length === 0) return [];
    const total = own.reduce((sum, type) => sum + (types[type] ?? 0), 0);
    const whole =
      own.length > 1 ? [{ value: `${WHOLE}${section.name}`, text: `All of ${section.title} (${total})` }] : [];
    const each = own.map((type) => ({ value: type, text: `${eventText(type)} (${types[type]})` }));
    return [{ label: section.title, items: [...whole, ...each.sort((a, b) => a.text.localeCompare(b.text, 'en-GB'))] }];
  });
}

/** What the API is asked for a kind that was chosen. */
export function typesOf(kind: string | undefined): string | undefined {
  if (kind === undefined || !kind.startsWith(WHOLE)) return kind;
  const section = SECTIONS.find(({ name }) => name === kind.slice(WHOLE.length));
  return section && eventsOf(section).join(',');
}
