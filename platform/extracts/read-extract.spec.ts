import { Readable } from 'node:stream';
import fc from 'fast-check';
import { extractMapping, type ExtractMapping } from '../../domain/translation/extract-mapping.schema';
import type { Message } from '../../domain/translation/message';
import { readExtract } from './read-extract';

const opened = (content: Buffer | string, piece = 65_536) => {
  const bytes = Buffer.from(content as string);
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, at) =>
    bytes.subarray(at * piece, (at + 1) * piece),
  );
  return () => Promise.resolve(Readable.from(pieces));
};

async function read(content: Buffer | string, mapping: ExtractMapping, skip = 0, piece?: number): Promise<Message[]> {
  const messages: Message[] = [];
  for await (const batch of readExtract(opened(content, piece), mapping, { skip })) messages.push(...batch.messages);
  return messages;
}

const csv = extractMapping.parse({
  format: 'delimited',
  delimiter: ',',
  columns: { sender: 'From', time: 'Time', text: 'Body' },
});
const jsonLines = extractMapping.parse({ format: 'json-lines', columns: { sender: 'from', time: 'ts', text: 'body' } });
const chat = extractMapping.parse({ format: 'whatsapp', columns: {}, timeFormat: 'dd/MM/yyyy, HH:mm' });
const texts = (messages: readonly Message[]) => messages.map(({ text }) => text);
const TIME = '2021-12-31T23:59:59Z';

/** Letters that files get wrong. */
const letter = fc.constantFrom('a', 'ő', '"', ',', ';', '\t', '\n', '😀', ' ', 'Ж', 'ש', '\u202e', "'", '{', '\\', '0');
const cell = fc.string({ unit: letter, maxLength: 8 });
const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 25 });
const pieces = fc.integer({ min: 1, max: 50 });
const quote = (written: string) => `"${written.replaceAll('"', '""')}"`;

describe('reading an extract: as many messages as rows, in their order, nothing lost', () => {
  it('of delimited text, whatever is quoted, in any encoding, wherever it is cut', async () => {
    const delimiters = fc.constantFrom(',', ';', '\t', '|');
    const encodings = fc.constantFrom('utf-8', 'utf-16le');
    await fc.assert(
      fc.asyncProperty(rows, delimiters, encodings, pieces, async (written, delimiter, encoding, piece) => {
        const lines = [['From', 'Time', 'Body'], ...written.map(([from, body]) => [from, TIME, body])];
        const file = `\ufeff${lines.map((cells) => cells.map(quote).join(delimiter)).join('\r\n')}`;
        const bytes = Buffer.from(file, encoding === 'utf-8' ? 'utf8' : 'utf16le');
        const messages = await read(bytes, { ...csv, delimiter } as ExtractMapping, 0, piece);
        expect(texts(messages)).toEqual(written.map(([, body]) => body));
        expect(messages.map(({ row }) => row)).toEqual(written.map((_, at) => at + 1));
        expect(messages.map(({ sender }) => sender ?? '')).toEqual(written.map(([from]) => from.trim()));
        expect(messages.every(({ sentAt }) => sentAt === TIME)).toBe(true);
      }),
    );
  });

  it('of letters of one byte', async () => {
    const hungarian = 'From,Time,Body\r\nBéla,2021-12-31T23:59:59Z,Őrült módon várlak a pályaudvarnál\r\n';
    const windows1250: Readonly<Record<string, number>> = { é: 0xe9, Ő: 0xd5, ü: 0xfc, ó: 0xf3, á: 0xe1 };
    const bytes = Buffer.from([...hungarian].map((one) => windows1250[one] ?? one.charCodeAt(0)));
    const [message] = await read(bytes, { ...csv, encoding: 'windows-1250' });
    expect([message?.sender, message?.text]).toEqual(['Béla', 'Őrült módon várlak a pályaudvarnál']);
  });

  it('of JSON, one a line or in a list', async () => {
    await fc.assert(
      fc.asyncProperty(rows, pieces, fc.constantFrom('lines', 'list', 'over lines'), async (written, piece, how) => {
        const objects = written.map(([from, body]) => ({ from, ts: TIME, body, other: { deep: [body, 1] } }));
        const file =
          how === 'lines'
            ? objects.map((one) => JSON.stringify(one)).join('\n')
            : how === 'list'
              ? JSON.stringify(objects)
              : objects.map((one) => JSON.stringify(one, null, 2)).join('\n');
        const messages = await read(file, jsonLines, 0, piece);
        expect(texts(messages)).toEqual(written.map(([, body]) => body));
        expect(messages.every(({ sentAt }) => sentAt === TIME)).toBe(true);
      }),
    );
  });

  it('of a chat', async () => {
    const body = cell.map((text) => `x${text.trimEnd()}`);
    await fc.assert(
      fc.asyncProperty(fc.array(body, { minLength: 1, maxLength: 25 }), pieces, async (written, piece) => {
        const file = written.map((text) => `31/12/2021, 23:59 - Ana: ${text}\n`).join('');
        const messages = await read(file, chat, 0, piece);
        expect(texts(messages)).toEqual(written);
        expect(messages.every(({ sender, sentAt }) => sender === 'Ana' && sentAt === '2021-12-31T23:59:00Z')).toBe(
          true,
        );
      }),
    );
  });

  it('goes on after rows that were taken with exactly the rest', async () => {
    const line = fc.oneof(cell.map(quote), fc.constantFrom('a,b', 'x,y,z,w', '"open', ',,', 'a,b,c'));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 20 }), fc.nat(25), async (lines, skip) => {
        const file = `From,Time,Body\n${lines.map((one) => `${one},`).join('\n')}`;
        const all = await read(file, csv);
        expect(await read(file, csv, skip)).toEqual(all.slice(skip));
      }),
    );
  });
});

describe('a row that is broken is a message that says so', () => {
  it.each([
    ['too few cells', 'Ana,2021-12-31T23:59:59Z', '', /2 cells where the header has 3/],
    [
      'a delimiter in its text',
      'Ana,2021-12-31T23:59:59Z,wait, please,now',
      'wait, please,now',
      /5 cells.*taken for its text/,
    ],
    ['a time that is none', 'Ana,soon,szia', 'szia', /not written as iso/],
    ['no time', 'Ana,,szia', 'szia', /no time/],
    ['no text', 'Ana,2021-12-31T23:59:59Z,', '', /no text/],
    ['NUL', 'Ana,2021-12-31T23:59:59Z,sz\0ia', 'sz\ufffdia', /cannot be read or kept/],
    ['only delimiters', ',,', '', /no time.*no text/],
  ])('%s', async (_, row, text, problem) => {
    const [before, message, after] = await read(`From,Time,Body\nA,${TIME},x\n${row}\nB,${TIME},y\n`, csv);
    expect([before?.problem, message?.text, after?.problem]).toEqual([null, text, null]);
    expect(message?.problem).toMatch(problem);
  });

  it('an unclosed quotation mark takes no row behind it along', async () => {
    const file = `From,Time,Body\nA,${TIME},x\nB,${TIME},"open, and\nC,${TIME},y\nD,${TIME},"z, z"\n`;
    const messages = await read(file, csv);
    expect(texts(messages)).toEqual(['x', '"open, and', 'y', 'z, z']);
    expect(messages.map(({ problem }) => problem === null)).toEqual([true, false, false, false]);
  });

  it('one that nothing below it closes takes none along to the end of the file', async () => {
    const file = `From,Time,Body\nA,${TIME},x\nB,${TIME},"open, and\nC,${TIME},y\nD,${TIME},z\n`;
    const messages = await read(file, csv);
    expect(texts(messages)).toEqual(['x', '"open, and', 'y', 'z']);
    expect(messages.map(({ problem }) => problem === null)).toEqual([true, false, false, false]);
  });

  it('a quotation mark that is closed rows below it takes none along either', async () => {
    const file = `From,Time,Body\nA,${TIME},"hi\nB,${TIME},y\nC,${TIME},say "so"\nD,${TIME},z\n`;
    const messages = await read(file, csv);
    expect(messages.map(({ sender }) => sender)).toEqual(['A', 'B', 'C', 'D']);
    expect(messages.map(({ problem }) => problem === null)).toEqual([false, false, false, true]);
  });

  it('quotation marks are letters where cells are never quoted', async () => {
    const file = `From\tTime\tBody\nA\t${TIME}\t"hi\nB\t${TIME}\tso"\n`;
    expect(texts(await read(file, { ...csv, delimiter: '\t', quoted: false }))).toEqual(['"hi', 'so"']);
  });

  it('half a letter of UTF-8 hurts its own message alone', async () => {
    const sound = Buffer.from(`B,${TIME},Őrült módon várlak ötkor\n`.repeat(20));
    const file = Buffer.concat([
      Buffer.from(`From,Time,Body\nA,${TIME},`),
      Buffer.from('szia 😀').subarray(0, -1),
      Buffer.from('\n'),
      sound,
    ]);
    const [hurt, ...others] = await read(file, csv);
    expect([hurt?.text, hurt?.problem]).toEqual(['szia \ufffd', expect.stringMatching(/cannot be read/)]);
    expect(others).toHaveLength(20);
    expect(others.every(({ text, problem }) => text === 'Őrült módon várlak ötkor' && problem === null)).toBe(true);
  });

  it('a line that is no JSON is shown as it is', async () => {
    const [, broken, after] = await read(`{"body":"x"}\n{"body":"cut o\n[1]\n`, jsonLines);
    expect([broken?.text, broken?.problem]).toEqual(['{"body":"cut o', expect.stringMatching(/no JSON object/)]);
    expect(after?.text).toBe('[1]');
  });

  it('half of a surrogate pair and NUL in JSON are replaced', async () => {
    const [message] = await read('{"from":"A","ts":"2021-12-31T23:59:59Z","body":"a\\ud83d\\u0000b"}', jsonLines);
    expect([message?.text, message?.problem]).toEqual([
      'a\ufffd\ufffdb',
      expect.stringMatching(/cannot be read or kept/),
    ]);
  });
});

describe('what a row holds', () => {
  it('keeps numbers of JSON that are longer than numbers can be, and keys within keys', async () => {
    const mapping = extractMapping.parse({ format: 'json-lines', columns: { sender: 'from.id', text: 'text' } });
    const [message] = await read(
      '{"from":{"id":8123456789012345678},"text":["see ",{"type":"link","text":"x.example"}]}',
      mapping,
    );
    expect([message?.sender, message?.text]).toEqual(['8123456789012345678', 'see x.example']);
  });

  it('knows the direction by its word, else by who owns the phone', async () => {
    const mapping = { ...csv, columns: { ...csv.columns, direction: 'Way' } };
    const file = `From,Time,Body,Way\nA,${TIME},x,Incoming\nA,${TIME},x,KIMENŐ\nA,${TIME},x,?\n`;
    expect((await read(file, mapping)).map(({ direction }) => direction)).toEqual(['in', 'out', null]);
    expect((await read(file, { ...mapping, owner: 'A' })).map(({ direction }) => direction)).toEqual([
      'in',
      'out',
      'out',
    ]);
    expect((await read(file, { ...csv, owner: 'B' })).map(({ direction }) => direction)).toEqual(['in', 'in', 'in']);
  });

  it('puts a day and a time together', async () => {
    const mapping = extractMapping.parse({
      format: 'delimited',
      delimiter: ',',
      columns: { date: 'Day', time: 'Time', text: 'Body' },
      timeFormat: 'dd/MM/yyyy HH:mm',
    });
    const [message] = await read('Day,Time,Body\n01/07/2021,12:00,x\n', mapping);
    expect(message).toMatchObject({ sentAt: '2021-07-01T11:00:00Z', timeWritten: '01/07/2021 12:00' });
  });

  it('reads under titles above the header, and without a header', async () => {
    const file = `Instant messages (2)\n\nFrom,Time,Body\nA,${TIME},x\n`;
    expect(await read(file, { ...csv, headerRow: 3 })).toMatchObject([
      { row: 1, sender: 'A', text: 'x', problem: null },
    ]);
    const columns = { sender: '1', time: '2', text: '3' };
    expect(await read(`A,${TIME},x\n`, { ...csv, headerRow: 0, columns })).toMatchObject([
      { row: 1, sender: 'A', text: 'x' },
    ]);
  });

  it('says how far it is in the file', async () => {
    const file = `From,Time,Body\n${`A,${TIME},x\n`.repeat(30_000)}`;
    const bytes: number[] = [];
    for await (const batch of readExtract(opened(file), csv)) bytes.push(batch.bytes);
    expect(bytes.at(-1)).toBe(file.length);
    expect(bytes.length).toBeGreaterThan(2);
    expect([...bytes].sort((one, other) => one - other)).toEqual(bytes);
  });
});

describe('chats of WhatsApp', () => {
  const one = async (line: string, timeFormat = 'dd/MM/yyyy, HH:mm') => (await read(line, { ...chat, timeFormat }))[0];

  it.each([
    ['31/12/2021, 23:59 - Ana: szia', 'dd/MM/yyyy, HH:mm', '2021-12-31T23:59:00Z'],
    ['[31.12.21, 23:59:05] Ana: szia', 'dd.MM.yy, HH:mm:ss', '2021-12-31T23:59:05Z'],
    ['\u200e[31/12/2021, 11:59:05\u202fPM] Ana: szia', 'dd/MM/yyyy, hh:mm:ss a', '2021-12-31T23:59:05Z'],
    ['12/31/21, 11:59 PM - Ana: szia', 'M/d/yy, h:mm a', '2021-12-31T23:59:00Z'],
    ['2021. 12. 31. 23:59 - Ana: szia', 'yyyy. MM. dd. HH:mm', '2021-12-31T23:59:00Z'],
    ['31.12.2021, 23:59 - Ana: szia', 'dd.MM.yyyy, HH:mm', '2021-12-31T23:59:00Z'],
  ])('are read in the ways of their countries: %s', async (line, format, sentAt) => {
    expect(await one(line, format)).toMatchObject({ sender: 'Ana', text: 'szia', sentAt, problem: null });
  });

  it('have messages of many lines, and what WhatsApp writes itself', async () => {
    const file = [
      'end of a message\n',
      '31/12/2021, 23:59 - Messages and calls are end-to-end encrypted.\n',
      '31/12/2021, 23:59 - +40 720 000 001: first\n\n9 lines: third\n',
      '31/12/2021, 23:59 - Ana: time 10:00 - ok\n',
    ].join('');
    expect(await read(file, chat)).toMatchObject([
      { sender: null, text: 'end of a message', problem: expect.stringMatching(/above the first/) },
      { sender: null, text: 'Messages and calls are end-to-end encrypted.', problem: null },
      { sender: '+40 720 000 001', text: 'first\n\n9 lines: third', problem: null },
      { sender: 'Ana', text: 'time 10:00 - ok', problem: null },
    ]);
  });

  it.each([
    ['<Media omitted>', 'Media omitted', ''],
    ['<Hiányzó médiafájl>', 'Hiányzó médiafájl', ''],
    ['\u200eimage omitted', 'image omitted', ''],
    ['\u200e<attached: 00000012-PHOTO.jpg>', '00000012-PHOTO.jpg', ''],
    ['\u200eIMG-20211231-WA0001.jpg (file attached)\nnézd', 'IMG-20211231-WA0001.jpg', 'nézd'],
    ['<not: media>', null, '<not: media>'],
  ])('have media: %s', async (written, media, text) => {
    expect(await one(`31/12/2021, 23:59 - Ana: ${written}`)).toMatchObject({ media, text, problem: null });
  });
});
