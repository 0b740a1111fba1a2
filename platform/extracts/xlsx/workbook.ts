import type { Readable } from 'node:stream';
import { Unreadable } from '../../profiles/unreadable';
import type { RowBatch } from '../rows';
import { Archive } from './archive';
import { kindOfFormat, type NumberKind } from './number-formats';
import { SharedStrings } from './shared-strings';
import { SheetRows, unescaped } from './sheet-rows';
import { parseXml, type XmlHandlers } from './xml';

/** Other files that are ZIP archives: what is in them, and what they are, for people. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.bin$/, 'It is a binary workbook (.xlsb): save it as an Excel workbook (.xlsx) or as CSV.'],
  [/^content\.xml$/, 'It is an OpenDocument file: save it as an Excel workbook (.xlsx) or as CSV.'],
  [/^word\//, 'It is a Word document: export the messages as a workbook, as CSV or as JSON.'],
  [/^_chat\.txt$|WhatsApp.*\.txt$/, 'It is an exported chat in an archive: unpack it and hand in the text in it.'],
];

/** A workbook, read sheet by sheet in the memory of some rows; whoever opens it closes it. */
export class Workbook {
  private constructor(
    private readonly archive: Archive,
    private readonly parts: ReadonlyMap<string, string>,
    private readonly strings: SharedStrings,
    private readonly kinds: readonly NumberKind[],
    private readonly is1904: boolean,
  ) {}

  /** @throws Unreadable where it is no workbook, or is damaged, locked, or has too much in it */
  static async open(source: Readable): Promise<Workbook> {
    const archive = await Archive.open(source);
    const strings = new SharedStrings();
    try {
      requireWorkbook(archive);
      const { sheets, is1904, texts, styles } = await readWorkbook(archive);
      if (texts !== undefined) await readStrings(archive, texts, strings);
      const kinds = styles === undefined ? [] : await readStyles(archive, styles);
      return new Workbook(archive, sheets, strings, kinds, is1904);
    } catch (error) {
      strings.close();
      archive.close();
      throw error;
    }
  }

  /** Names of its sheets in their order. */
  get sheets(): readonly string[] {
    return [...this.parts.keys()];
  }

  /** The rows of a sheet that are not blank, with the bytes of the file that they make up of those of the sheet. */
  async *rows(sheet: string): AsyncGenerator<RowBatch> {
    const part = this.parts.get(sheet);
    if (part === undefined) throw new Unreadable(`The workbook has no sheet “${sheet}”.`);
    const { archive, strings, kinds, is1904 } = this;
    const rows = new SheetRows({ strings, kinds, is1904 });
    const length = Math.max(1, archive.unpackedLength(part));
    for await (const bytes of parseXml(archive.read(part), rows))
      yield { rows: rows.taken(), bytes: Math.floor((archive.length * bytes) / length) };
    yield { rows: rows.taken(), bytes: archive.length };
  }

  close(): void {
    this.strings.close();
    this.archive.close();
  }
}

function requireWorkbook(archive: Archive): void {
  if (archive.has('xl/workbook.xml')) return;
  const names = [...archive.names];
  const [, what] = OTHERS.find(([part]) => names.some((name) => part.test(name))) ?? [];
  throw new Unreadable(what ?? 'It is an archive: unpack it and hand in the files in it one by one.');
}

async function readWorkbook(archive: Archive) {
  const targets = new Map<string, string>();
  const byType = new Map<string, string>();
  await read(archive, 'xl/_rels/workbook.xml.rels', (name, { Id, Type = '', Target = '' }) => {
    const part = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`;
    if (name !== 'Relationship' || Id === undefined || !archive.has(part)) return;
    targets.set(Id, part);
    byType.set(Type.slice(Type.lastIndexOf('/') + 1), part);
  });
  const sheets = new Map<string, string>();
  let is1904 = false;
  await read(archive, 'xl/workbook.xml', (name, attributes) => {
    if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
    if (name !== 'sheet') return;
    const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? '';
    const part = targets.get(id);
    // Charts are sheets too, and have no rows.
    if (part !== undefined && !part.includes('chartsheet')) sheets.set(attributes.name ?? part, part);
  });
  if (sheets.size === 0) throw new Unreadable('The workbook has no sheet.');
  return { sheets, is1904, texts: byType.get('sharedStrings'), styles: byType.get('styles') };
}

/** Formats of dates are told apart by the number of a cell’s style. */
async function readStyles(archive: Archive, part: string): Promise<readonly NumberKind[]> {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let isCells = false;
  await read(
    archive,
    part,
    (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'cellXfs') isCells = true;
      const id = Number(attributes.numFmtId ?? 0);
      if (name === 'xf' && isCells) kinds.push(kindOfFormat(id, codes.get(id)));
    },
    (name) => {
      if (name === 'cellXfs') isCells = false;
    },
  );
  return kinds;
}

async function readStrings(archive: Archive, part: string, strings: SharedStrings): Promise<void> {
  let text = '';
  let isText = false;
  let isPhonetic = false;
  const handlers: XmlHandlers = {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') isPhonetic = true;
      if (name === 't') isText = !isPhonetic;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (name) => {
      if (name === 't') isText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name === 'si') strings.add(unescaped(text));
    },
  };
  await whole(parseXml(archive.read(part), handlers));
  strings.flush();
}

type Told = XmlHandlers['open'];

const read = (archive: Archive, part: string, open: Told, close: XmlHandlers['close'] = () => {}): Promise<void> =>
  whole(parseXml(archive.read(part), { open, close }));

async function whole(parsing: AsyncGenerator<number>): Promise<void> {
  while (!(await parsing.next()).done);
}
