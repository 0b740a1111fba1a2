import type { Writable } from 'node:stream';
import {
  ENGLISH_KIND_WORDS,
  headerLines,
  PRODUCT_NOTE,
  type ProductHeader,
  type ProductRow,
} from '../../../domain/translation/product-row';
import { INK, type Block, type Column, type Type } from './pdf-blocks';
import { writePages, type Pages } from './pdf-pages';

/** Characters of one message that are shown, in each language. [P] */
const CHARACTERS = 20_000;

const SMALL: Type = { size: 7, ink: INK.quiet };
const BODY: Type = { size: 8.5 };
const STRONG: Type = { size: 8.5, font: 'bold' };
const NOTICE: Type = { size: 7.5, font: 'bold', ink: INK.warning };

type Batches = Iterable<readonly ProductRow[]> | AsyncIterable<readonly ProductRow[]>;

/**
 * Writes a product as a tagged PDF: what it says of itself, then the messages, original and English side by side, under the
 * thread that they are of, in the order in which they come. Characters that its fonts lack stand as their codes. It says how many
 * of the selected messages it holds. All its pages are in memory until the last is made. It ends `out`.
 *
 * @param limit messages at most; rows beyond it are not read
 * @throws what `rows` or `out` fails with
 */
export async function writeProductPdf(
  header: ProductHeader,
  rows: Batches,
  out: Writable,
  limit: number,
): Promise<void> {
  const about = {
    title: `${header.operation}: translated messages${header.exhibit === null ? '' : ` of exhibit ${header.exhibit}`}`,
    marking: header.marking,
    reference: `${header.operation} · ${header.exhibit === null ? '' : `exhibit ${header.exhibit} · `}translation ${header.translation}`,
    made: new Date(header.generatedAt),
  };
  await writePages(about, out, async (pages) => {
    cover(pages, header, limit);
    const held = await messages(pages, rows, limit);
    end(pages, held, header.counts.selected);
  });
}

function cover(pages: Pages, header: ProductHeader, limit: number): void {
  const { selected, glossed } = header.counts;
  pages.section('About this product');
  pages.across({ text: 'Translated messages', type: { size: 20, font: 'bold' }, role: 'H1' });
  pages.gap(8);
  pages.across({ text: PRODUCT_NOTE, type: { size: 10, font: 'bold', ink: INK.warning }, role: 'P' });
  pages.gap(10);
  pages.table(
    headerLines(header)
      .filter(([label, value]) => label !== 'Note' || value !== PRODUCT_NOTE)
      .map(([label, value]) => [
        { text: label, type: STRONG, role: 'TH' },
        { text: value, type: label === 'Note' && glossed > 0 ? NOTICE : BODY, role: 'TD' },
      ]),
  );
  pages.gap(10);
  const held = Math.min(limit, selected);
  for (const text of [
    held < selected
      ? `This PDF holds the first ${number(held)} of the ${number(selected)} messages selected. The CSV and the workbook hold them all.`
      : `This PDF holds all ${number(selected)} messages selected.`,
    'Times are in UTC. The original stands on the left, the English on the right.',
    'What the fonts of this PDF lack, as many emoji and the letters of some languages, stands as its Unicode code, as [U+1F525]. The CSV and the workbook have it as it was written.',
  ])
    pages.across({ text, type: BODY, role: 'P' });
}

async function messages(pages: Pages, rows: Batches, limit: number): Promise<number> {
  let held = 0;
  let thread: string | null | undefined;
  for await (const batch of rows) {
    for (const row of batch.slice(0, limit - held)) {
      if (row.thread !== thread) heading(pages, row);
      thread = row.thread;
      message(pages, row);
      held += 1;
    }
    if (held >= limit || pages.document.destroyed) break;
  }
  return held;
}

function heading(pages: Pages, { thread }: ProductRow): void {
  const title = pages.lettering.shown(thread === null ? 'Messages of no named thread' : `Thread: ${thread}`, 'bold');
  const block: Block = { text: title, type: { size: 10.5, font: 'bold' }, role: 'H2' };
  const height = pages.height([{ place: 'across', blocks: [block] }]);
  pages.gap(14);
  pages.room(height + 90);
  pages.section(title);
  pages.band(height + 4);
  pages.gap(2);
  pages.across(block);
  pages.gap(5);
}

function message(pages: Pages, row: ProductRow): void {
  const columns: readonly (readonly Column[])[] = [
    [{ place: 'across', blocks: [{ text: meta(row), type: SMALL, role: 'P' }] }],
    [
      {
        place: 'left',
        blocks: [{ text: cut(row.original), type: BODY, role: 'P', language: languageOf(row.language) }],
      },
      { place: 'right', blocks: englishOf(row) },
    ],
    [{ place: 'across', blocks: notesOf(row) }],
  ];
  const height = columns.reduce((sum, beside) => sum + pages.height(beside), 0);
  // A message that is not long stands on one page.
  pages.room(Math.min(height + 6, 220));
  pages.rule();
  pages.gap(3);
  for (const beside of columns) pages.put(beside);
  pages.gap(5);
}

function end(pages: Pages, held: number, selected: number): void {
  pages.gap(12);
  pages.room(60);
  pages.section('End of the product');
  for (const text of [`End: ${number(held)} of ${number(selected)} messages selected.`, PRODUCT_NOTE])
    pages.across({ text, type: STRONG, role: 'P' });
}

function meta({ row, sentAt, sender, recipient, direction, language }: ProductRow): string {
  return [
    `Row ${row}`,
    sentAt === null ? 'time not readable' : sentAt.replace('T', ' ').replace('Z', ' UTC'),
    `${sender ?? 'sender not known'} → ${recipient ?? 'recipient not known'}`,
    ...(direction === null ? [] : [direction === 'in' ? 'received' : 'sent']),
    ...(language === null ? [] : [`language ${language}`]),
  ].join('  ·  ');
}

function englishOf(row: ProductRow): readonly Block[] {
  const { kind, provider, english, correction, correctedBy, original } = row;
  const words = `${ENGLISH_KIND_WORDS[kind]}${provider === null ? '' : ` (${provider})`}`;
  const said = (text: string, type: Type): Block => ({ text: cut(text), type, role: 'P' });
  const about = kind === 'gloss' ? NOTICE : SMALL;
  if (correction !== null)
    return [
      said(correction, BODY),
      said(`corrected by ${correctedBy ?? 'a person'}`, SMALL),
      ...(english === null ? [] : [said(`${words}: ${english}`, about)]),
    ];
  if (english !== null) return [said(english, BODY), said(words, about)];
  return kind === 'original' ? [said(original, BODY), said(words, SMALL)] : [said(words, SMALL)];
}

function notesOf({ flags, entities, media, problem }: ProductRow): readonly Block[] {
  const note = (text: string, type: Type): Block => ({ text, type, role: 'P' });
  const flagged = flags.map(({ theme, term }) => `${theme} (${term})`).join(', ');
  const found = entities.map(({ kind, value }) => `${kind} ${value}`).join(', ');
  return [
    ...(flagged === '' ? [] : [note(`Flagged: ${flagged}`, { size: 7.5, font: 'bold' })]),
    ...(found === '' ? [] : [note(`Found in it: ${found}`, SMALL)]),
    ...(media === null ? [] : [note(`Media: ${media}`, SMALL)]),
    ...(problem === null ? [] : [note(`Problem: ${problem}`, NOTICE)]),
  ];
}

const cut = (text: string) =>
  text.length <= CHARACTERS
    ? text
    : `${text.slice(0, CHARACTERS)} […cut: of ${number(text.length)} characters. The CSV has them all.]`;

/** Codes of detection that name no language are left out. */
const languageOf = (language: string | null) =>
  language !== null && /^[a-z]{2}$/.test(language) ? language : undefined;

const number = (value: number) => value.toLocaleString('en-GB');
