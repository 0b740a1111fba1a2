import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import {
  BOTTOM,
  INK,
  lineHeight,
  PLACES,
  SIDE,
  sum,
  TOP,
  WIDTH,
  type Block,
  type Column,
  type Place,
  type Placed,
  type Type,
} from './pdf-blocks';
import { FONTS, Lettering, type Line } from './pdf-text';

type Element = ReturnType<PDFKit.PDFDocument['struct']>;

export interface PagesOf {
  readonly title: string;
  readonly marking: string;
  /** At the foot of each page. */
  readonly reference: string;
  readonly made: Date;
}

/**
 * Writes pages as a PDF; all are in memory until the last is made. It ends `out`.
 *
 * @throws what `fill` or `out` fails with
 */
export async function writePages(
  of: PagesOf,
  out: Writable,
  fill: (pages: Pages) => void | Promise<void>,
): Promise<void> {
  const pages = new Pages(of);
  const written = pipeline(pages.document, out);
  // It is awaited below; until then its failure is known by the document being destroyed.
  written.catch(() => undefined);
  try {
    await fill(pages);
    pages.end();
  } catch (error) {
    pages.document.destroy(error as Error);
  }
  await written;
}

/** Pages that are filled from above, tagged, each with the marking at its head and foot. */
export class Pages {
  readonly document: PDFKit.PDFDocument;
  readonly lettering = new Lettering();
  private readonly root: Element;
  private parent: Element;
  private y = TOP;
  /** Heights are asked for before what is measured is drawn. */
  private readonly measured = new WeakMap<Column, readonly Placed[]>();

  constructor(private readonly of: PagesOf) {
    this.document = new PDFDocument({
      size: 'A4',
      margin: 0,
      pdfVersion: '1.7',
      font: FONTS.plain,
      tagged: true,
      lang: 'en-GB',
      displayTitle: true,
      bufferPages: true,
      info: { Title: of.title, Creator: 'Waymark', CreationDate: of.made },
    });
    this.root = this.document.struct('Document');
    this.document.addStructure(this.root);
    this.parent = this.root;
  }

  /** What follows belongs to a section of its own, which readers find by its title. */
  section(title: string): void {
    if (this.parent !== this.root) this.parent.end();
    this.parent = this.document.struct('Sect', { title });
    this.root.add(this.parent);
    this.document.outline.addItem(title);
  }

  /** Goes to a new page unless so much of this one is left, in points. */
  room(height: number): void {
    if (this.y + height > BOTTOM) this.nextPage();
  }

  gap(height: number): void {
    this.y = Math.min(this.y + height, BOTTOM);
  }

  rule(): void {
    this.artifact(() =>
      this.document
        .moveTo(SIDE, this.y)
        .lineTo(SIDE + WIDTH, this.y)
        .lineWidth(0.5)
        .strokeColor(INK.line)
        .stroke(),
    );
  }

  /** Behind what comes next. */
  band(height: number): void {
    this.room(height);
    this.artifact(() => this.document.rect(SIDE, this.y, WIDTH, height).fill(INK.band));
  }

  /** Height that columns side by side take, in points. */
  height(columns: readonly Column[]): number {
    return Math.max(...columns.map((column) => sum(this.linesOf(column).map(({ block }) => lineHeight(block)))));
  }

  across(...blocks: readonly Block[]): void {
    this.put([{ place: 'across', blocks }]);
  }

  /** Puts columns side by side, over as many pages as they take. */
  put(columns: readonly Column[], parent: Element = this.parent): void {
    const left = columns.map((column) => {
      const elements = new Map(column.blocks.map((block) => [block, this.element(block, parent)]));
      return { place: column.place, elements, lines: [...this.linesOf(column)] };
    });
    while (left.some(({ lines }) => lines.length > 0)) {
      const next = left.flatMap(({ lines: [line] }) => (line === undefined ? [] : lineHeight(line.block)));
      this.room(Math.max(...next));
      this.y = Math.max(...left.map(({ place, elements, lines }) => this.fill(place, elements, lines)));
    }
    for (const { elements } of left) for (const element of elements.values()) element.end();
  }

  /** Rows of a table of two columns. */
  table(rows: readonly (readonly [heading: Block, value: Block])[]): void {
    const table = this.document.struct('Table');
    this.parent.add(table);
    for (const [heading, value] of rows) {
      const row = this.document.struct('TR');
      table.add(row);
      this.put(
        [
          { place: 'label', blocks: [heading] },
          { place: 'value', blocks: [value] },
        ],
        row,
      );
      row.end();
      this.gap(2);
    }
    table.end();
  }

  /** Draws heads and feet, and ends the document. */
  end(): void {
    if (this.parent !== this.root) this.parent.end();
    this.root.end();
    const { count } = this.document.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.document.switchToPage(page);
      this.artifact(() => this.headAndFoot(page + 1, count), 'Pagination');
    }
    this.document.end();
  }

  private headAndFoot(page: number, pages: number): void {
    const marking = this.lettering.shown(this.of.marking, 'bold').replaceAll('\n', ' ');
    const small: Type = { size: 7, ink: INK.quiet };
    this.drawAt(marking, { font: 'bold', size: 10 }, 'centre', 26);
    this.drawAt(marking, { font: 'bold', size: 10 }, 'centre', 842 - 36);
    this.drawAt(this.lettering.shown(this.of.reference).replaceAll('\n', ' '), small, 'left', 842 - 48);
    this.drawAt(`Page ${page} of ${pages}`, small, 'right', 842 - 48);
  }

  private drawAt(text: string, type: Type, side: 'left' | 'centre' | 'right', y: number): void {
    this.use(type);
    const free = Math.max(0, WIDTH - this.document.widthOfString(text));
    const x = SIDE + { left: 0, centre: free / 2, right: free }[side];
    this.document.text(text, x, y, { lineBreak: false });
  }

  private element({ role, language }: Block, parent: Element): Element {
    const element = this.document.struct(role, language === undefined ? {} : { lang: language });
    parent.add(element);
    return element;
  }

  /** Draws what fits on this page, takes it off the lines, and says how far down it came. */
  private fill(place: Place, elements: ReadonlyMap<Block, Element>, lines: Placed[]): number {
    let y = this.y;
    while (lines[0] !== undefined && y + lineHeight(lines[0].block) <= BOTTOM) {
      const { block } = lines[0];
      const height = lineHeight(block);
      const fitting = Math.floor((BOTTOM - y) / height);
      const others = lines.findIndex((line) => line.block !== block);
      const here = lines.splice(0, Math.min(fitting, others < 0 ? lines.length : others));
      const top = y;
      elements.get(block)?.add(() => here.forEach(({ line }, at) => this.draw(line, block, place, top + at * height)));
      y += here.length * height;
    }
    return y;
  }

  private draw(line: Line, { type }: Block, place: Place, y: number): void {
    this.use(type);
    const { left, width } = PLACES[place];
    const runs = this.lettering.runs(line).map((run) => {
      // With features given, even none, the font lays out a run as one and not word by word.
      const options = run.isRightToLeft ? { lineBreak: false, features: [] } : { lineBreak: false };
      return { text: run.text, options, width: this.document.widthOfString(run.text, options) };
    });
    let x = line.isRightToLeft ? left + width - sum(runs.map((run) => run.width)) : left;
    for (const run of runs) {
      this.document.text(run.text, x, y, run.options);
      x += run.width;
    }
  }

  private linesOf(column: Column): readonly Placed[] {
    const lines = this.measured.get(column) ?? this.measure(column);
    this.measured.set(column, lines);
    return lines;
  }

  private measure({ place, blocks }: Column): readonly Placed[] {
    return blocks.flatMap((block) => {
      this.use(block.type);
      const text = this.lettering.shown(block.text, block.type.font);
      const widthOf = (piece: string) => this.document.widthOfString(piece);
      return this.lettering.lines(text, PLACES[place].width, widthOf).map((line) => ({ line, block }));
    });
  }

  private use({ font = 'plain', size, ink = INK.text }: Type): void {
    this.document.font(FONTS[font]).fontSize(size).fillColor(ink);
  }

  private artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.document.markContent('Artifact', { type });
    draw();
    this.document.endMarkedContent();
  }

  private nextPage(): void {
    this.document.addPage();
    this.y = TOP;
  }
}
