import { Readable } from 'node:stream';
import fc from 'fast-check';
import { DATE_FORMATS } from '../../domain/profiles/dates';
import { DELIMITERS, FIELDS, type Encoding, type Mapping } from '../../domain/profiles/mapping.schema';
import { isRejection, rowReader } from '../../domain/profiles/read-row';
import { csvRows } from './csv';
import { portionsOf, rejectLine, type Portion, type Reading } from './portions';
import { RECORD_COLUMNS, recordLine } from './record-lines';

const TODAY = '2026-06-30';
const HEADER = [...FIELDS, 'notes'];

const mappingOf = (changes: Partial<Mapping>): Mapping => ({
  force: 'norfolk',
  delimiter: ',',
  dates: 'dd/mm/yyyy',
  columns: Object.fromEntries(FIELDS.map((field) => [field, field])),
  nameOrder: 'given-first',
  kinds: { crime: 'crime', 'ż łódź': 'stop' },
  roles: { suspect: 'suspect', v: 'victim' },
  sexes: { f: 'female', m: 'male' },
  always: {},
  ...changes,
});

interface Read {
  readonly records: string;
  readonly rejects: string;
  readonly rows: number;
  readonly counts: readonly [records: number, rejected: number];
}

/** The plain way: every row as a text. */
async function asTexts(pieces: readonly Buffer[], { nth, mapping, encoding, today, skip }: Reading): Promise<Read> {
  const records: string[] = [];
  const rejects: string[] = [];
  let readRow: ReturnType<typeof rowReader> | undefined;
  let rows = 0;
  for await (const batch of csvRows(Readable.from(pieces), { encoding, delimiter: mapping.delimiter }))
    for (const row of batch.rows) {
      if (readRow === undefined) {
        const header = row.cells.map((cell) => cell.trim());
        readRow = rowReader(mapping, header, today);
        continue;
      }
      rows += 1;
      if (rows <= skip) continue;
      const read = row.broken === undefined ? readRow(row.cells) : { reason: row.broken };
      if (isRejection(read)) rejects.push(`${rejectLine(nth, row, read)}\n`);
      else records.push(`${recordLine(nth, row.line, read)}\n`);
    }
  return { records: records.join(''), rejects: rejects.join(''), rows, counts: [records.length, rejects.length] };
}

async function asPortions(pieces: readonly Buffer[], reading: Reading): Promise<Read> {
  const portions: Portion[] = [];
  for await (const portion of portionsOf(Readable.from(pieces), reading)) portions.push(portion);
  const sum = (count: 'records' | 'rejected') => portions.reduce((all, portion) => all + portion[count], 0);
  const text = (lines: 'recordLines' | 'rejectLines') =>
    Buffer.concat(portions.map((portion) => portion[lines])).toString();
  return {
    records: text('recordLines'),
    rejects: text('rejectLines'),
    rows: portions.at(-1)?.rows ?? 0,
    counts: [sum('records'), sum('rejected')],
  };
}

const piecesOf = (bytes: Buffer, size: number) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));

const bytesIn: Readonly<Record<'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252', (text: string) => Buffer>> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
  'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
  'windows-1252': (text) => Buffer.from(text.replaceAll(/[^\0-\x7f]/g, 'é'), 'latin1'),
};

async function expectAlike(pieces: readonly Buffer[], reading: Reading): Promise<Read> {
  const read = await asPortions(pieces, reading);
  expect(read).toEqual(await asTexts(pieces, reading));
  for (const line of read.records.split('\n').slice(0, -1)) {
    expect(line).not.toContain('\r');
    expect(line.split('\t')).toHaveLength(RECORD_COLUMNS.split(', ').length);
  }
  return read;
}

const SPACES = ['\u00a0', '\u2003', '\u3000', '\ufeff', '\u1680', '\u2028', '\v', '\f', ' ', '  '];
const letter = fc.constantFrom(...'abN0-,.', 'é', 'Ж', '’', 'ệ', '😀', ' ', '\u00a0', '\u0085', '\u200b');
const word = fc.string({ unit: letter, maxLength: 6 });
const odd = fc.constantFrom('\\', '\t', '\r', '\n', '\r\n', '\0', '"', '""', 'a"b', ';', '|', ',', '\x01');
const edged = fc
  .tuple(fc.constantFrom('', '', ...SPACES), word, fc.constantFrom('', '', ...SPACES))
  .map((parts) => parts.join(''));
const unknown = fc.constantFrom(
  'unknown',
  'NK',
  'n/a',
  'Nil',
  '--',
  '-',
  ' none ',
  '00000000',
  '01/01/1900',
  'Not Known',
);
const day = fc.date({ min: new Date('1899-12-01'), max: new Date('2026-08-01'), noInvalidDate: true }).map((date) => {
  const [year, month, nth] = date.toISOString().slice(0, 10).split('-') as [string, string, string];
  const name = date.toLocaleString('en', { month: 'short', timeZone: 'UTC' });
  return [
    ...[`${nth}/${month}/${year}`, `${year}-${month}-${nth}`, `${nth}-${name}-${year}`, `${year}${month}${nth}`],
    `${month}/${nth}/${year}`,
  ];
});
const few = <T>(common: fc.Arbitrary<T>, rare: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: common, weight: 30 }, { arbitrary: rare, weight: 1 });
const anything = fc.oneof(word, odd, unknown, edged, fc.constant('x'.repeat(1_001)), fc.constant('é'.repeat(600)));
const dateCell = (format: number) =>
  few(
    fc.tuple(day, fc.constantFrom('', '', '', ' 12:30', 'T01', ' ')).map(([days, time]) => `${days[format]}${time}`),
    fc.oneof(
      anything,
      day.map((days) => days[(format + 1) % 5] as string),
      fc.constantFrom('1/2/2001', '31/02/2001', ''),
    ),
  );
const name = fc.oneof(
  fc.tuple(word, fc.constantFrom(', ', ',', ' , ', ' ', '  ', ''), edged).map((parts) => parts.join('')),
  fc.constantFrom('', '', 'Lee', 'Ana Maria Pop', 'Pop, Ana', 'Pop,', ', Ana', 'O’Neil, Zoë'),
);

const cellsBy = (format: number) =>
  fc.tuple(
    ...HEADER.map((title) => {
      if (title === 'kind') return few(fc.constantFrom('crime', 'Crime', ' CRIME', 'Ż Łódź', ''), anything);
      if (title === 'role') return few(fc.constantFrom('suspect', 'V', 'v '), anything);
      if (title === 'sex') return few(fc.constantFrom('f', 'M', '', 'x'), anything);
      if (title === 'reference') return few(fc.constantFrom('NO/21/1', 'K 7'), anything);
      if (title === 'offence') return few(fc.constantFrom('8N', '8n s.20', 'OAPA 1861 s.20', 'LOCAL-7', ''), anything);
      if (title === 'birth') return few(dateCell(format), fc.constant(''));
      if (title === 'occurred') return dateCell(format);
      if (title === 'name') return name;
      return few(fc.oneof(word, fc.constantFrom('', 'Norwich', 'NR1 2AB')), fc.oneof(anything, edged));
    }),
  );

/** A cell as a careful, or careless, system writes it. */
const writtenBy = (delimiter: string) => (cell: string, care: number) => {
  const quoted = `"${cell.replaceAll('"', '""')}"`;
  if (care < 2) return quoted;
  if (care === 2) return `${quoted} `;
  if (care === 3) return `"${cell}"`;
  if (care === 4) return cell;
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? quoted : cell;
};

const LINE_ENDS = ['\n', '\r\n', '\n\n', '\r', '\n"', '\r\n\r\n'];

const file = fc
  .record({
    delimiter: fc.constantFrom(...DELIMITERS),
    format: fc.integer({ min: 0, max: 4 }),
    end: fc.constantFrom('\n', '\r\n'),
    isCareful: fc.boolean(),
    isEnded: fc.boolean(),
  })
  .chain((how) => {
    const row = fc.tuple(
      cellsBy(how.format),
      fc.array(fc.integer({ min: how.isCareful ? 5 : 0, max: how.isCareful ? 8 : 400 }), {
        minLength: HEADER.length,
        maxLength: HEADER.length,
      }),
      how.isCareful ? fc.constant(how.end) : few(fc.constant(how.end), fc.constantFrom(...LINE_ENDS)),
      few(fc.constant(0), fc.integer({ min: 1, max: 2 })),
    );
    return fc.array(row, { minLength: 1, maxLength: 12 }).map((rows) => {
      const written = writtenBy(how.delimiter);
      const lines = rows.map(([cells, care, end, missing]) => {
        const parts = cells.slice(0, cells.length - missing).map((cell, nth) => written(cell, care[nth] as number));
        return `${parts.join(how.delimiter)}${end}`;
      });
      const text = `${HEADER.join(how.delimiter)}${how.end}${lines.join('')}`;
      return {
        text: how.isEnded ? text : text.trimEnd(),
        delimiter: how.delimiter,
        dates: DATE_FORMATS[how.format] as (typeof DATE_FORMATS)[number],
      };
    });
  });

describe('reading a force’s file', () => {
  const how = fc.record({
    file,
    encoding: fc.constantFrom(...(Object.keys(bytesIn) as (keyof typeof bytesIn)[])),
    piece: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 200, max: 4_000 })),
    skip: few(fc.constant(0), fc.integer({ min: 1, max: 5 })),
    nameOrder: fc.constantFrom('given-first' as const, 'surname-first' as const),
    hasName: fc.boolean(),
    isMarked: fc.boolean(),
    always: fc.constantFrom({}, { kind: 'stop' as const }),
  });

  it('writes the same of every row by its bytes as by its text, wherever the file is cut', async () => {
    let records = 0;
    let rejected = 0;
    await fc.assert(
      fc.asyncProperty(how, async ({ file: { text, delimiter, dates }, encoding, piece, skip, ...more }) => {
        const { nameOrder, always, hasName, isMarked } = more;
        const columns = Object.fromEntries(FIELDS.filter((field) => hasName || field !== 'name').map((f) => [f, f]));
        const reading: Reading = {
          ...{ nth: 7, encoding, today: TODAY, skip },
          mapping: mappingOf({ delimiter, dates, nameOrder, always, columns }),
        };
        const isWide = encoding !== 'windows-1252';
        const bytes = bytesIn[encoding](`${isMarked && isWide ? '\ufeff' : ''}${text}`);
        const read = await expectAlike(piecesOf(bytes, piece), reading);
        records += read.counts[0];
        rejected += read.counts[1];
      }),
      { numRuns: 400 },
    );
    expect(Math.min(records, rejected)).toBeGreaterThan(100);
  });

  const HEAD = 'reference,kind,role,occurred,name';
  const COLUMNS = Object.fromEntries(HEAD.split(',').map((field) => [field, field]));
  const reading = (changes: Partial<Reading> = {}): Reading => ({
    ...{ nth: 3, encoding: 'utf-8', today: TODAY, skip: 0, mapping: mappingOf({ columns: COLUMNS }) },
    ...changes,
  });

  it('writes the same wherever one cut falls, be it amid a letter, a line end or a quoted cell', async () => {
    const text = `${HEAD}\r\nA1,crime,v,01/02/2024,"Żak, ""Ż"""\r\n\r\nA2,crime,v,01/02/2024,"a\r\nb, c"\r\n“A3”,crime,v,01/02/2024,😀 Я\r\n`;
    const bytes = Buffer.from(text);
    for (let cut = 1; cut < bytes.length; cut++) {
      const read = await expectAlike([bytes.subarray(0, cut), bytes.subarray(cut)], reading());
      expect(read.records.split('\n').map((line) => line.split('\t')[1])).toEqual(['2', '4', '6', undefined]);
    }
  });

  const LONG = 'w'.repeat(50);
  const ODD_CELLS = [
    ...[
      '\0',
      '\\',
      '\t',
      '\r',
      '\n',
      '\r\n',
      '"',
      '""',
      'a"b',
      ',',
      '\x01',
      'x'.repeat(1_001),
      'é'.repeat(501),
      'é'.repeat(500),
    ],
    ...[
      'unknown',
      'NK',
      ' n/a ',
      '--',
      'n.a',
      '00000000',
      '01/01/1900',
      '01/01/1900 10:00',
      '30/06/2026',
      '01/07/2026',
      '1899',
    ],
    ...[
      '31/12/1899',
      '1/2/2001',
      '1/2/2001 10:00',
      '31/02/2001',
      '01/02/2024 00:00',
      '01/02/2024T',
      '02/02/2024',
      'constructor',
    ],
    ...[
      'Lee, Ana',
      'Lee,',
      ',Ana',
      ',',
      'Lee  Ana',
      'Lee Ana Pop',
      'Lee\u3000Ana',
      'Lee,\u00a0Ana',
      'Lee\u00a0, Ana',
      'Ệ Ạ',
      'à',
      'x',
    ],
    ...SPACES.flatMap((space) => [space, `${space}crime`, `v${space}`, `${space}f${space}`, `01/02/2000${space}`]),
  ];
  const PLAIN = {
    kind: 'crime',
    reference: 'A1',
    role: 'v',
    occurred: '01/02/2024',
    birth: '05/06/1999',
    given: 'Zoë',
  };

  it.each([...HEADER])(
    'writes the same of a plain row by its bytes as by its text, whatever is in the cell %s',
    async (title) => {
      const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
      for (const nameOrder of ['given-first', 'surname-first'] as const) {
        // Unquoted, these would make all rows after them odd.
        const asTheyStand = ODD_CELLS.filter((odd) => !/["\r\n]/.test(odd));
        const rows = [...asTheyStand, ...ODD_CELLS.map(quoted)].map((odd) => {
          const cells = HEADER.map((column) =>
            column === title ? odd : ((PLAIN as Record<string, string>)[column] ?? ''),
          );
          return `${cells.join(',')}\n`;
        });
        const bytes = Buffer.from(`${HEADER.join(',')}\n${rows.join('')}`);
        const read = await expectAlike([bytes], reading({ mapping: mappingOf({ nameOrder }) }));
        expect(read.rows).toBeGreaterThan(100);
      }
    },
  );

  it.each([
    '"a"\n',
    '"a"\r\n',
    '"a" \r\n',
    '"a"\r,x\r\n',
    '"a" ,x\r\n',
    '"a"b,x\r\n',
    'a\nb\r\n',
    'a\rb\r\n',
    '\n',
    '""\r\n',
    '"a""',
  ])('writes the same of all rows where one of them is %j', async (row) => {
    const plain = 'A1,crime,v,01/02/2024,"Pop, Ana"';
    for (const end of ['\n', '\r\n']) {
      const bytes = Buffer.from(
        [HEAD, plain, `A2,crime,v,01/02/2024,${row}${plain}`, row + plain, plain, ''].join(end),
      );
      for (const size of [9, 1_000]) await expectAlike(piecesOf(bytes, size), reading());
    }
  });

  it('writes a column as often as it stands for a field, however long it is', async () => {
    const columns = Object.fromEntries(FIELDS.map((field) => [field, field === 'birth' ? 'occurred' : 'place']));
    const mapping = mappingOf({
      columns: { ...columns, occurred: 'occurred' },
      always: {},
      kinds: { [LONG]: 'crime' },
      roles: { [LONG]: 'victim' },
    });
    const rows = Array.from({ length: 400 }, () => `${LONG},01/02/2024\n`);
    const { counts } = await expectAlike([Buffer.from(`place,occurred\n${rows.join('')}`)], reading({ mapping }));
    expect(counts).toEqual([400, 0]);
    const apart = mappingOf({
      columns: { ...columns, occurred: 'occurred', kind: 'kind', role: 'role', sex: undefined, offence: undefined },
    });
    const wide = Array.from({ length: 400 }, (_, nth) => `${'x'.repeat(500 + nth)},01/02/2024,crime,v\n`);
    const read = await expectAlike(
      [Buffer.from(`place,occurred,kind,role\n${wide.join('')}`)],
      reading({ mapping: apart }),
    );
    expect(read.counts).toEqual([400, 0]);
  });

  it('escapes what COPY would take for the end of a cell or a line', async () => {
    const text = `${HEAD}\n"A,1\r2\\3",crime,v,01/02/2024,\n`.replaceAll(',', '\t');
    const mapping = mappingOf({ columns: COLUMNS, delimiter: '\t' });
    const read = await expectAlike(piecesOf(Buffer.from(text), text.indexOf('\r') + 1), reading({ mapping }));
    expect(read.records).toContain('\tA\\t1\\r2\\\\3\tvictim\t');
  });

  it('goes on after the rows that are in already', async () => {
    const rows = Array.from({ length: 9 }, (_, nth) => `A${nth},crime,v,01/02/2024,\n`);
    const bytes = Buffer.from([`${HEAD}\n`, ...rows].join(''));
    const read = await expectAlike(piecesOf(bytes, 50), reading({ skip: 7 }));
    expect(read).toMatchObject({ rows: 9, counts: [2, 0] });
    expect(read.records).toMatch(/^3\t9\tcrime\tA7\t.*\n3\t10\tcrime\tA8\t/);
  });

  it.each<[Encoding, Buffer]>([
    ['utf-8', Buffer.from('\ufeff"reference"')],
    ['utf-16le', Buffer.from('\ufeff"reference"', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeff"reference"', 'utf16le').swap16()],
    ['windows-1250', Buffer.from('"reference"')],
    ['iso-8859-2', Buffer.from('"reference"')],
  ])('reads letters of %s, and no mark before them', async (encoding, beginning) => {
    const rest = `,kind,role,occurred,name\n1,crime,v,01/02/2024,Müller\n`;
    const isWide = encoding.startsWith('utf-16');
    const wide = Buffer.from(rest, 'utf16le');
    const narrow = Buffer.from(rest, encoding === 'utf-8' ? 'utf8' : 'latin1');
    const bytes = Buffer.concat([beginning, isWide ? (encoding === 'utf-16be' ? wide.swap16() : wide) : narrow]);
    const read = await asPortions(piecesOf(bytes, 3), reading({ encoding }));
    expect(read.records).toContain('\tMüller\t');
  });

  it('says after which line there is something that is none of the encoding', async () => {
    const bytes = Buffer.concat([Buffer.from(`${HEAD}\nA1,crime,v,01/02/2024,\nA2,`), Buffer.from([0xe9, 0x2c])]);
    await expect(asPortions(piecesOf(bytes, 4), reading())).rejects.toThrow(/^After line 3 there is .* no utf-8/);
    const unended = Buffer.concat([Buffer.from(`${HEAD}\nA1,crime,v,01/02/2024,`), Buffer.from([0xe2, 0x80])]);
    await expect(asPortions([unended], reading())).rejects.toThrow(/^After line 2 there is .* no utf-8/);
  });

  it('says where a quotation mark was opened that is never closed', async () => {
    const bytes = Buffer.from(`${HEAD}\nA1,crime,v,01/02/2024,\nA2,"${'é,g\n'.repeat(900_000)}`);
    await expect(asPortions(piecesOf(bytes, 262_144), reading())).rejects.toThrow(
      /begins at line 3 is longer than 2,000,000/,
    );
  });

  it('remembers no more words than it has room for, and reads on', async () => {
    const rows = Array.from({ length: 8_000 }, (_, nth) => `A${nth},crime,v,01/02/2024,\n`);
    const offences = rows.map((row, nth) => row.replace('\n', `,${nth}Z\n`));
    const bytes = Buffer.from([`${HEAD},offence\n`, ...offences, ...offences].join(''));
    const mapping = mappingOf({ columns: { ...COLUMNS, offence: 'offence' } });
    const read = await expectAlike(piecesOf(bytes, 100_000), reading({ mapping }));
    expect(read.counts).toEqual([16_000, 0]);
  });
});
