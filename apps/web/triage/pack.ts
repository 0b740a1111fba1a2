import type { Writable } from 'node:stream';
import { BOTTOM, INK, type Block, type Type } from '../../../platform/translation/exports/pdf-blocks';
import { writePages, type Pages } from '../../../platform/translation/exports/pdf-pages';

/** A label, and what stands beside it. */
export type Row = readonly [label: string, value: string];

/** One referral as a meeting reads it. */
export interface PackPage {
  readonly title: string;
  readonly reference: string;
  readonly parts: readonly { readonly title: string; readonly rows: readonly Row[] }[];
}

/** What a meeting has before it: a cover, and a page for each referral. */
export interface Pack {
  readonly marking: string;
  /** RFC 3339. */
  readonly made: string;
  readonly cover: readonly Row[];
  /** The referrals in their order, each with its risk and what it waits for. */
  readonly contents: readonly Row[];
  readonly pages: readonly PackPage[];
}

const TITLE: Type = { size: 20, font: 'bold' };
const HEADING: Type = { size: 14, font: 'bold' };
const PART: Type = { size: 10, font: 'bold' };
const BODY: Type = { size: 8.5 };
const STRONG: Type = { size: 8.5, font: 'bold' };
const QUIET: Type = { size: 8, ink: INK.quiet };

/** Writes the pack as a tagged PDF, its marking at the head and foot of every page. It ends `out`. */
export async function writePack(pack: Pack, out: Writable): Promise<void> {
  const title = 'Tasking meeting pack';
  const about = { title, marking: pack.marking, reference: title, made: new Date(pack.made) };
  await writePages(about, out, (pages) => {
    cover(pages, pack);
    for (const page of pack.pages) referral(pages, page);
  });
}

function cover(pages: Pages, { cover: rows, contents }: Pack): void {
  pages.section('Cover');
  pages.across({ text: 'Tasking meeting pack', type: TITLE, role: 'H1' });
  pages.gap(12);
  pages.table(rows.map(tableRow));
  pages.gap(14);
  pages.across({ text: 'Referrals', type: HEADING, role: 'H2' });
  pages.gap(4);
  pages.table(contents.map(tableRow));
}

function referral(pages: Pages, { title, reference, parts }: PackPage): void {
  pages.room(BOTTOM);
  pages.section(title);
  pages.across({ text: title, type: TITLE, role: 'H1' }, { text: reference, type: QUIET, role: 'P' });
  for (const part of parts) {
    pages.gap(8);
    pages.rule();
    pages.gap(3);
    pages.across({ text: part.title, type: PART, role: 'H2' });
    pages.gap(2);
    pages.table(part.rows.map(tableRow));
  }
}

const tableRow = ([label, value]: Row): readonly [Block, Block] => [
  { text: label, type: STRONG, role: 'TH' },
  { text: value, type: BODY, role: 'TD' },
];
