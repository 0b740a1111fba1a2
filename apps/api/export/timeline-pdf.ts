import type { Writable } from 'node:stream';
import { INK, type Block, type Type } from '../../../platform/translation/exports/pdf-blocks';
import { writePages, type Pages } from '../../../platform/translation/exports/pdf-pages';
import { namesOf, type Names } from '../../web/operations/names';
import { saidBy } from '../../web/operations/shown-event';
import { eventText } from '../../web/words/events';
import { personText } from '../../web/words/people';
import { moment } from '../../web/words/times';
import type { ShownEvent } from '../timeline/timeline.read';

/** What of a timeline stands on paper. */
export interface TimelineOnPaper {
  readonly reference: string;
  readonly codename: string | null;
  readonly marking: string | null;
  /** RFC 3339 UTC. */
  readonly madeAt: string;
  readonly madeBy: string;
  /** Of the key that signs it. */
  readonly fingerprint: string;
  /** Events of the timeline; `events` may be fewer. */
  readonly total: number;
  /** Hash of the last event. */
  readonly head: string;
  /** In order, their texts read back. */
  readonly events: readonly Pick<
    ShownEvent,
    'sequence' | 'type' | 'happenedAt' | 'occurredAt' | 'actor' | 'payload' | 'hash'
  >[];
}

const TITLE: Type = { size: 18, font: 'bold' };
const HEADING: Type = { size: 10, font: 'bold' };
const STRONG: Type = { size: 8.5, font: 'bold' };
const BODY: Type = { size: 8.5 };
const SMALL: Type = { size: 7, ink: INK.quiet };
const NOTICE: Type = { size: 8.5, ink: INK.warning };

/**
 * Writes a timeline as a tagged PDF, in the words of the pages: who did what and when, what each event says, and its hash. Texts
 * that were erased or are restricted are named as such. It ends `out`.
 *
 * @throws what `out` fails with
 */
export async function writeTimelinePdf(timeline: TimelineOnPaper, out: Writable): Promise<void> {
  const { reference, codename, marking, madeAt } = timeline;
  const title = `Timeline of ${codename === null ? reference : `Operation ${codename}, ${reference}`}`;
  const about = {
    title,
    marking: marking ?? 'not marked',
    reference: `${reference} · exported ${moment(madeAt)}`,
    made: new Date(madeAt),
  };
  await writePages(about, out, (pages) => {
    cover(pages, title, timeline);
    const names = namesOf(timeline.events);
    pages.section('Events');
    for (const event of timeline.events) entry(pages, event, names);
  });
}

function cover(
  pages: Pages,
  title: string,
  { madeAt, madeBy, total, events, head, fingerprint }: TimelineOnPaper,
): void {
  pages.section('About this file');
  pages.across({ text: title, type: TITLE, role: 'H1' });
  pages.gap(8);
  pages.table([
    row('Exported', `${moment(madeAt)}, by ${personText(madeBy)}`),
    row('Events', held(events.length, total)),
    row('Hash of the last event', head),
    row('Key that signed it', `Fingerprint ${fingerprint}`),
  ]);
  pages.gap(8);
  for (const text of [
    'Times are those of the United Kingdom. Each event carries the SHA-256 over what was recorded and over the hash of the event ' +
      'before it, so that none can be changed, added or taken out without the next ones ceasing to fit.',
    'To prove this file, keep it in the archive in which it came: “waymark verify” and the name of the archive compare it with ' +
      'the signed manifest beside it. The fingerprint of the key has to be compared by another channel.',
  ])
    pages.across({ text, type: BODY, role: 'P' });
  pages.gap(10);
}

const held = (count: number, total: number) =>
  count === total
    ? `All ${total} of the timeline`
    : `The first ${count} of ${total}. The export as JSON or CSV holds them all.`;

function entry(pages: Pages, event: TimelineOnPaper['events'][number], names: Names): void {
  const title: Block = { text: `${event.sequence}. ${eventText(event.type)}`, type: HEADING, role: 'H2' };
  const who: Block = { text: `${moment(event.happenedAt)}, ${personText(event.actor)}`, type: BODY, role: 'P' };
  const proof: Block = { text: `Recorded ${event.occurredAt}. Hash ${event.hash}`, type: SMALL, role: 'P' };
  // Its heading does not stand alone at the foot of a page.
  pages.room(60);
  pages.rule();
  pages.gap(3);
  pages.across(title, who);
  const said = saidBy(event.payload, names);
  if (said.length > 0)
    pages.table(
      said.map(({ label, text, missing }) => row(label, missing ?? text, missing === undefined ? BODY : NOTICE)),
    );
  pages.across(proof);
  pages.gap(6);
}

const row = (label: string, value: string, type: Type = BODY): readonly [Block, Block] => [
  { text: label, type: STRONG, role: 'TH' },
  { text: value, type, role: 'TD' },
];
