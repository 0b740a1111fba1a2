import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { inArchive, workbookParts, zip } from '../../test/support/zip';
import { extractMapping } from '../../domain/translation/extract-mapping.schema';
import { readExtract } from './read-extract';
import { recogniseExtract } from './recognise';

const opened = (content: Buffer | string) => () => Promise.resolve(Readable.from([Buffer.from(content as string)]));
const recognise = (content: Buffer | string, name: string) => recogniseExtract(opened(content), name);

/** Two messages of the last minute of a year, as tools write them. */
const CELLEBRITE_HEADER = ['#', 'Chat #', 'From', 'To', 'Body', 'Status', 'Timestamp: Time', 'Attachment #1'];
const CELLEBRITE = [
  ['1', '7', '447700900123 Ana (owner)', '40720000001 Béla', 'Hol vagy? 😀', 'Sent', '31/12/2021 23:59:59(UTC+0)', ''],
  [
    '2',
    '7',
    '40720000001 Béla',
    '447700900123 Ana (owner)',
    'שלום, "itt"',
    'Read',
    '31/12/2021 23:59:59(UTC+0)',
    'a.jpg',
  ],
];
const CELLEBRITE_MESSAGES = [
  {
    row: 1,
    thread: '7',
    sender: '447700900123 Ana (owner)',
    recipient: '40720000001 Béla',
    sentAt: '2021-12-31T23:59:59Z',
    timeWritten: '31/12/2021 23:59:59(UTC+0)',
    direction: 'out',
    text: 'Hol vagy? 😀',
    media: null,
    problem: null,
  },
  {
    row: 2,
    thread: '7',
    sender: '40720000001 Béla',
    recipient: '447700900123 Ana (owner)',
    sentAt: '2021-12-31T23:59:59Z',
    timeWritten: '31/12/2021 23:59:59(UTC+0)',
    direction: 'in',
    text: 'שלום, "itt"',
    media: 'a.jpg',
    problem: null,
  },
];
const quoted = (rows: readonly (readonly string[])[], delimiter: string) =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n');

async function workbookOf(sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) workbook.addWorksheet(name).addRows(rows.map((row) => [...row]));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

describe('an extract is recognised by what is in it', () => {
  it.each([',', ';', '\t', '|'])('delimited by %j, under a title, in any encoding', async (delimiter) => {
    const text = `Instant Messages (2)\r\n\r\n${quoted([CELLEBRITE_HEADER, ...CELLEBRITE], delimiter)}\r\n`;
    for (const content of [Buffer.from(text), Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
      const { mapping, asks, header, unread, sample } = await recognise(content, 'messages.csv');
      expect(mapping).toMatchObject({ format: 'delimited', delimiter, quoted: true, headerRow: 3 });
      expect(extractMapping.safeParse(mapping).success).toBe(true);
      expect([asks, header, unread]).toEqual([[], CELLEBRITE_HEADER, ['#']]);
      expect(sample).toEqual(CELLEBRITE_MESSAGES);
    }
  });

  it('text of tabs whose quotation marks are letters', async () => {
    const lines = ['From\tBody\tTime', 'A\t"hi\t2021-12-31T23:59:59Z', 'B\tyou" there\t2021-12-31T23:59:59Z'];
    const { mapping, sample } = await recognise(lines.join('\n'), 'a.tsv');
    expect(mapping).toMatchObject({ delimiter: '\t', quoted: false });
    expect(sample.map(({ text }) => text)).toEqual(['"hi', 'you" there']);
  });

  it('text that has no header: no first message is taken for one', async () => {
    const content =
      '2021-12-31 10:00:00;+40720000001;Când ajungi acasă?\n2021-12-31 10:01:00;+447700900123;Mâine dimineață\n';
    const { mapping, asks, sample } = await recognise(content, 'a.csv');
    expect(mapping).toMatchObject({ headerRow: 0, columns: { time: '1', sender: '2', text: '3' } });
    expect(asks).toContain('It seems to have no header: its columns are called by their place.');
    expect(sample.map(({ text }) => text)).toEqual(['Când ajungi acasă?', 'Mâine dimineață']);
  });

  it('a workbook of Cellebrite: the sheet that has messages, under its title', async () => {
    const workbook = await workbookOf({
      Summary: [
        ['Extraction', 'x'],
        ['Case', '1'],
      ],
      Contacts: [
        ['Name', 'Number'],
        ['Béla', '40720000001'],
      ],
      'Instant Messages': [['Instant Messages (2)'], CELLEBRITE_HEADER, ...CELLEBRITE],
      'SMS Messages': [
        ['From', 'To', 'Body'],
        ['A', 'B', 'x'],
      ],
    });
    const { mapping, asks, sample } = await recognise(workbook, 'report.xlsx');
    expect(mapping).toMatchObject({ format: 'xlsx', sheet: 'Instant Messages', headerRow: 2 });
    expect(asks).toEqual([
      expect.stringMatching(/“Instant Messages” is read\. These have messages too: “SMS Messages”/),
    ]);
    expect(sample).toEqual(CELLEBRITE_MESSAGES);
  });

  it('a workbook with dates, formulas, rich texts and numbers', async () => {
    const workbook = await workbookOf({
      S: [
        ['From', 'Body', 'Time'],
        [
          447700900123,
          { richText: [{ text: 'szia ' }, { text: 'Ana', font: { bold: true } }] },
          new Date('2021-07-01T12:00:00Z'),
        ],
        [1e15, { formula: 'A1&"x"', result: 'was kept' }, new Date('2021-12-31T23:59:59Z')],
      ],
    });
    const { mapping, sample } = await recognise(workbook, 'a.xlsx');
    expect(mapping.timeFormat).toBe('iso');
    expect(sample).toMatchObject([
      { sender: '447700900123', text: 'szia Ana', timeWritten: '2021-07-01 12:00:00', sentAt: '2021-07-01T11:00:00Z' },
      { sender: '1000000000000000', text: 'was kept', sentAt: '2021-12-31T23:59:59Z', problem: null },
    ]);
  });

  it('JSON, one a line and in a list', async () => {
    const objects = [
      { sender: 'A', ts: 1640995199, body: 'szia', conversation: 'c', meta: { x: 1 } },
      { sender: 'B', ts: 1640995200, body: 'hol?', conversation: 'c' },
    ];
    for (const content of [objects.map((one) => JSON.stringify(one)).join('\n'), JSON.stringify(objects, null, 1)]) {
      const { mapping, header, unread, sample } = await recognise(content, 'a.json');
      expect(mapping).toMatchObject({
        format: 'json-lines',
        columns: { sender: 'sender', time: 'ts', text: 'body', thread: 'conversation' },
        timeFormat: 'unix-seconds',
      });
      expect([header, unread]).toEqual([['sender', 'ts', 'body', 'conversation', 'meta.x'], ['meta.x']]);
      expect(sample.map(({ sentAt }) => sentAt)).toEqual(['2021-12-31T23:59:59Z', '2022-01-01T00:00:00Z']);
    }
  });

  it.each([
    ['31/12/2021, 23:59 - Ana: szia\n01/01/2022, 00:00 - Béla: na\n', 'dd/MM/yyyy, HH:mm'],
    ['[31.12.21, 23:59:05] Ana: szia\n[01.01.22, 00:00:00] Béla: na\n', 'dd.MM.yy, HH:mm:ss'],
    ['12/31/21, 11:59\u202fPM - Ana: szia\n1/1/22, 1:00\u202fAM - Béla: na\n', 'M/d/yy, h:mm a'],
    ['2021. 12. 31. 23:59 - Ana: szia\n2022. 01. 01. 0:00 - Béla: na\n', 'yyyy. MM. dd. H:mm'],
  ])('a chat of WhatsApp: %j', async (content, timeFormat) => {
    const { mapping, asks, sample } = await recognise(content, 'WhatsApp Chat with Ana.txt');
    expect(mapping).toMatchObject({ format: 'whatsapp', timeFormat });
    expect(asks).toContain('Say who the owner of the phone is, if known, of “Ana”, “Béla”.');
    expect(sample.map(({ sender, text }) => [sender, text])).toEqual([
      ['Ana', 'szia'],
      ['Béla', 'na'],
    ]);
    expect(sample.every(({ problem, sentAt }) => problem === null && sentAt !== null)).toBe(true);
  });

  it('from its beginning alone, and shows the first twenty', async () => {
    const rows = Array.from({ length: 60_000 }, (_, nth) => `A,2021-12-31T23:59:59Z,message number ${nth}`);
    const { sample } = await recognise(`From,Time,Text\n${rows.join('\n')}`, 'a.csv');
    expect(sample).toHaveLength(20);
    expect(sample.at(-1)?.text).toBe('message number 19');
  });
});

describe('a workbook', () => {
  it('is read without a sheet named: the first that has the columns', async () => {
    const workbook = await workbookOf({
      Other: [['X'], ['1']],
      Messages: [['From', 'Body'], ['A', 'one'], [], ['B', 'two']],
    });
    const mapping = extractMapping.parse({ format: 'xlsx', columns: { sender: 'From', text: 'Body' } });
    const texts: string[] = [];
    for await (const { messages } of readExtract(opened(workbook), mapping))
      texts.push(...messages.map(({ text }) => text));
    expect(texts).toEqual(['one', 'two']);
  });

  it('gives every row once, in order, with thousands of shared texts, and goes on after those taken', async () => {
    const rows = Array.from({ length: 5_000 }, (_, nth) => [`+4072000${nth % 97}`, `${'ő😀'.repeat(nth % 50)} ${nth}`]);
    const strings = ['From', 'Body', ...rows.flat()].map((text) => `<si><t>${text}</t></si>`).join('');
    const cells = Array.from({ length: rows.length + 1 }, (_, nth) => nth * 2).map(
      (nth) => `<row><c t="s"><v>${nth}</v></c><c t="s"><v>${nth + 1}</v></c></row>`,
    );
    const bytes = zip(
      workbookParts(
        inArchive('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${cells.join('')}</sheetData></worksheet>`),
        inArchive('xl/sharedStrings.xml', `<sst>${strings}</sst>`),
      ),
    );
    const mapping = extractMapping.parse({ format: 'xlsx', columns: { sender: 'From', text: 'Body' } });
    const read = async (skip: number) => {
      const texts: string[] = [];
      for await (const { messages } of readExtract(opened(bytes), mapping, { skip }))
        texts.push(...messages.map(({ text }) => text));
      return texts;
    };
    expect(await read(0)).toEqual(rows.map(([, text]) => text));
    expect(await read(4_990)).toEqual(rows.slice(4_990).map(([, text]) => text));
  });
});
