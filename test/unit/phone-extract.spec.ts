import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import { DateTime } from 'luxon';
import Papa from 'papaparse';
import { latin } from '../../samples/force-data/people';
import { HUNGARIAN as NAMES } from '../../samples/names';
import { FROM, ThreadClock, UNTIL } from '../../samples/phone-extract/clock';
import { inventedContacts } from '../../samples/phone-extract/contacts';
import { generateExtract, type ExtractOptions, type GeneratedExtract } from '../../samples/phone-extract/generate';
import { SHARED_SLOTS } from '../../samples/phone-extract/slots';
import { THEMES, type Field, type Theme } from '../../samples/phone-extract/themes';
import { ADVERTS, ENGLISH } from '../../samples/phone-extract/tongues/english';
import { BULGARIAN } from '../../samples/phone-extract/tongues/bulgarian';
import { HUNGARIAN } from '../../samples/phone-extract/tongues/hungarian';
import { ROMANIAN } from '../../samples/phone-extract/tongues/romanian';
import type { Tongue } from '../../samples/phone-extract/tongues/tongue';
import { Random } from '../../samples/random';

const ROWS = 8000;

type Cells = Readonly<Record<string, string>>;

const folders: string[] = [];
async function generated(options: ExtractOptions): Promise<GeneratedExtract> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-phone-extract-'));
  folders.push(folder);
  return generateExtract(folder, options);
}
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function parsed(path: string, delimiter = ','): readonly Cells[] {
  const { data, errors } = Papa.parse<Cells>(readFileSync(path, 'utf8'), {
    header: true,
    delimiter,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}
const tally = (values: readonly string[]) =>
  values.reduce<Record<string, number>>((sums, one) => ({ ...sums, [one]: (sums[one] ?? 0) + 1 }), {});
const lineOf = (tongue: Tongue) => Object.values(tongue.frames).flat();

describe('an invented phone extract', () => {
  let extract: GeneratedExtract;
  let rows: readonly Cells[];
  let truth: readonly Cells[];
  let texts: readonly string[];
  beforeAll(async () => {
    extract = await generated({ messages: ROWS, format: 'csv' });
    rows = parsed(extract.path);
    truth = parsed(extract.truth);
    texts = rows.map(({ Body }) => Body as string);
  });

  it('has as many rows as were asked for, each with its truth, and counts them rightly', () => {
    expect(rows).toHaveLength(ROWS);
    expect(truth.map(({ row }) => row)).toEqual(rows.map((row) => row['#']));
    const written = texts.filter((text) => text !== '');
    expect(extract).toMatchObject({
      rows: ROWS,
      unique: new Set(written).size,
      duplicates: written.length - new Set(written).size,
      languages: tally(truth.map(({ language }) => language as string)),
    });
    const seen = new Set<string>();
    expect(truth.map(({ isDuplicate }) => isDuplicate === 'true')).toEqual(
      texts.map((text) => text !== '' && (seen.has(text) || !seen.add(text))),
    );
  });

  it('is mostly Hungarian, then English and Romanian, with some Bulgarian in Latin letters and what nobody can tell', () => {
    const { hu = 0, ro = 0, en = 0, bg = 0, und = 0, zxx = 0, ar = 0 } = extract.languages;
    const told = hu + ro + en + bg + ar;
    expect(hu / told).toBeGreaterThan(0.57);
    expect(hu / told).toBeLessThan(0.65);
    expect(ro / told).toBeGreaterThan(0.13);
    expect(ro / told).toBeLessThan(0.18);
    expect(en / told).toBeGreaterThan(0.17);
    expect(en / told).toBeLessThan(0.24);
    expect(bg / told).toBeGreaterThan(0.01);
    expect(Math.min(und, zxx)).toBeGreaterThan(ROWS * 0.02);
    expect(ar).toBeGreaterThan(0);
    expect(texts.filter((_, at) => truth[at]?.['language'] === 'bg').join('')).not.toMatch(/\p{Script=Cyrillic}/u);
  });

  it('is typed without the signs of the language in about a third', () => {
    const hungarian = truth.filter(({ language }) => language === 'hu');
    const transliterated = hungarian.filter(({ isTransliterated }) => isTransliterated === 'true');
    expect(transliterated.length / hungarian.length).toBeGreaterThan(0.2);
    expect(transliterated.length / hungarian.length).toBeLessThan(0.45);
    const bare = truth.flatMap(({ language, isTransliterated }, at) =>
      language === 'hu' && isTransliterated === 'true' ? [texts[at] as string] : [],
    );
    expect(bare.filter((text) => /[áéíóöőúüű]/i.test(text))).toEqual([]);
  });

  it('holds British numbers of the range for fiction alone', () => {
    const all = rows.flatMap((row) => [row['From'] as string, row['To'] as string, row['Body'] as string]);
    // Libraries know the range for fiction, and take its numbers for none: so whatever they find is somebody's.
    const found = [...new Set(all)].flatMap((text) => findPhoneNumbersInText(text, 'GB').map(({ number }) => number));
    expect(found.filter(({ countryCallingCode }) => countryCallingCode === '44')).toEqual([]);
    const british = all
      .flatMap((text) => text.match(/(?<!\d)(?:\+44|0044|0)[ /-]?(?:\d[ /-]?){9}\d(?!\d)/g) ?? [])
      .map((number) => number.replace(/^(?:\+44|0044|0)/, '').replaceAll(/\D/g, ''))
      .filter((national) => /^[1-57-9]/.test(national));
    expect(british.length).toBeGreaterThan(100);
    expect(british.filter((national) => !/^7700900\d{3}$/.test(national))).toEqual([]);
  });

  it('tells when the suspect and each potential victim first wrote to each other', () => {
    const victims = new Set(truth.filter(({ role }) => role === 'potential-victim').map(({ contact }) => contact));
    expect(victims.size).toBeGreaterThan(5);
    expect(new Set(extract.firstContacts.map(({ phone }) => phone))).toEqual(victims);
    for (const { phone, sentAt, row, direction, name } of extract.firstContacts) {
      const own = truth.filter(({ contact }) => contact === phone);
      expect(sentAt).toBe(own.map((one) => one['sentAt'] as string).sort()[0]);
      expect(own.filter(({ isFirstContact }) => isFirstContact === 'true').map((one) => one['row'])).toEqual([
        `${row}`,
      ]);
      const party = name === undefined ? phone : `${phone} ${name}`;
      expect(rows[row - 1]?.[direction === 'in' ? 'From' : 'To']).toBe(party);
      expect(rows[row - 1]?.[direction === 'in' ? 'To' : 'From']).toBe(extract.owner);
    }
  });

  it('is of few contacts for the most part, and of ordinary life', () => {
    const threads = Object.values(tally(rows.map((row) => row['Chat #'] as string))).sort((a, b) => b - a);
    expect(threads).toHaveLength(extract.contacts);
    expect(threads.length).toBeGreaterThanOrEqual(40);
    expect(threads.length).toBeLessThanOrEqual(120);
    const busiest = threads.slice(0, 10).reduce((sum, one) => sum + one, 0);
    expect(busiest).toBeGreaterThan(ROWS * 0.4);
    expect(truth.filter(({ themes }) => themes !== '').length).toBeLessThan(ROWS * 0.4);
    const themes = new Set(truth.flatMap((row) => (row['themes'] as string).split(';')).filter((one) => one !== ''));
    expect(themes).toEqual(new Set<Theme>(THEMES));
  });

  it('has in each text the fields that the truth tells of it', () => {
    const fields = truth.flatMap((row, at) =>
      (JSON.parse(row['fields'] as string) as Field[]).map((field) => ({ ...field, text: texts[at] as string })),
    );
    expect(fields.filter(({ written, text }) => !text.includes(written))).toEqual([]);
    expect([...new Set(fields.map(({ kind }) => kind))].sort()).toEqual([
      'address',
      'airport',
      'date',
      'flight',
      'phone',
      'plate',
      'sum',
      'time',
      'url',
    ]);
    const ends = (phone: string) => phone.replaceAll(/\D/g, '').slice(-9);
    const phones = fields.filter(({ kind }) => kind === 'phone');
    expect(phones.filter(({ written, value }) => ends(written) !== ends(value))).toEqual([]);
    const sums = fields.filter(({ kind }) => kind === 'sum');
    const digits = (text: string) => text.replace(/ ezer/, '000').replaceAll(/\D/g, '');
    expect(sums.filter(({ written, value }) => digits(written) !== digits(value))).toEqual([]);
  });

  it('writes times as the tool does, never going back within a thread', () => {
    const times = rows.map((row) =>
      DateTime.fromFormat(row['Timestamp: Time'] as string, "dd/MM/yyyy HH:mm:ss'(UTC+0)'", { zone: 'utc' }).toISO({
        suppressMilliseconds: true,
      }),
    );
    const sent = truth.map(({ sentAt }) => sentAt as string);
    expect(times).toEqual(sent);
    expect(sent.filter((one) => one < '2021-06-01' || one >= '2021-12-03')).toEqual([]);
    const back = rows.filter(
      (row, at) => row['Chat #'] === rows[at - 1]?.['Chat #'] && (sent[at] ?? '') < (sent[at - 1] ?? ''),
    );
    expect(back).toEqual([]);
  });

  it('has messages of several lines, of right-to-left letters, of media alone, with pictures and with quotation marks', () => {
    expect(texts.some((text) => text.includes('\n'))).toBe(true);
    expect(texts.some((text) => /\n".*\nOK"/.test(text))).toBe(true);
    expect(texts.some((text) => /\p{Script=Arabic}/u.test(text))).toBe(true);
    expect(texts.some((text) => /\p{Emoji_Presentation}/u.test(text))).toBe(true);
    const silent = rows.filter(({ Body }) => Body === '');
    expect(silent.length).toBeGreaterThan(ROWS * 0.03);
    expect(silent.filter((row) => row['Attachment #1'] === '')).toEqual([]);
  });
});

describe('extracts of one seed', () => {
  const FORMATS = ['csv', 'tsv', 'json-lines', 'whatsapp', 'xlsx'] as const;
  it.each(FORMATS)('are the same bytes each time, whatever the day, as %s', async (format) => {
    const one = await generated({ messages: 700, seed: 5, format });
    jest.useFakeTimers({ now: Date.UTC(2031, 2, 4), doNotFake: [...EVERYTHING_BUT_DATE] });
    const other = await generated({ messages: 700, seed: 5, format }).finally(() => jest.useRealTimers());
    expect(readFileSync(other.path).equals(readFileSync(one.path))).toBe(true);
    expect(readFileSync(other.truth).equals(readFileSync(one.truth))).toBe(true);
    const another = await generated({ messages: 700, seed: 6, format });
    expect(readFileSync(another.path).equals(readFileSync(one.path))).toBe(false);
  });

  it('hold the same messages in every format', async () => {
    const [csv, tsv, lines, book] = (await Promise.all(
      (['csv', 'tsv', 'json-lines', 'xlsx'] as const).map((format) => generated({ messages: 700, format })),
    )) as [GeneratedExtract, GeneratedExtract, GeneratedExtract, GeneratedExtract];
    const rows = parsed(csv.path);
    expect(parsed(tsv.path, '\t')).toEqual(rows);
    expect(
      readFileSync(lines.path, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Cells),
    ).toEqual(rows);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(book.path);
    const sheet = workbook.getWorksheet('Chats') as ExcelJS.Worksheet;
    expect(sheet.getCell('A1').value).toBe('Chats (700)');
    const header = sheet.getRow(2).values as string[];
    const cells = Array.from(
      { length: 700 },
      (_, nth) => sheet.getRow(nth + 3).getCell(header.indexOf('Body')).value ?? '',
    );
    expect(cells).toEqual(rows.map(({ Body }) => Body));
    expect(sheet.rowCount).toBe(702);
  });
});

describe('other layouts', () => {
  it('write the plain one by time, in London’s', async () => {
    const { path, truth, owner } = await generated({ messages: 3000, format: 'csv', layout: 'plain' });
    const rows = parsed(path);
    const sent = parsed(truth).map(({ sentAt }) => sentAt as string);
    expect(sent).toEqual([...sent].sort());
    expect(
      rows.map(({ Date: date }) =>
        DateTime.fromSQL(date as string, { zone: 'Europe/London' })
          .toUTC()
          .toISO({ suppressMilliseconds: true }),
      ),
    ).toEqual(sent);
    expect(rows.every((row) => row[row['Direction'] === 'out' ? 'From' : 'To'] === owner)).toBe(true);
  });

  it('write that of XRY by time, in UTC', async () => {
    const { path, truth, owner } = await generated({ messages: 500, format: 'csv', layout: 'xry' });
    const rows = parsed(path);
    const sent = parsed(truth).map(({ sentAt }) => sentAt as string);
    expect(sent).toEqual([...sent].sort());
    expect(rows[0]?.['Time']).toBe(
      DateTime.fromISO(sent[0] as string, { zone: 'utc' }).toFormat("dd/MM/yyyy HH:mm:ss 'UTC (Device)'"),
    );
    expect(rows.every((row) => row[row['Direction'] === 'Outgoing' ? 'From' : 'To'] === owner)).toBe(true);
  });

  it('write WhatsApp’s with one beginning for each message, the notice among them', async () => {
    const { path, truth, rows, firstContacts } = await generated({ messages: 900, format: 'whatsapp' });
    const begun = readFileSync(path, 'utf8').match(/^\d{2}\/\d{2}\/2021, \d{2}:\d{2} - /gm) ?? [];
    expect([begun.length, parsed(truth).length]).toEqual([900, 900]);
    expect(rows).toBe(900);
    expect(firstContacts).toEqual([]);
  });
});

describe('the clock of a thread', () => {
  it('sends nothing in the hours whose local time comes twice as the clocks go back', () => {
    const clock = new ThreadClock(new Random(1), FROM, UNTIL, 50_000);
    const times = Array.from({ length: 50_000 }, (_, nth) => clock.at(nth));
    const sent = (from: string, until: string) =>
      times.filter((at) => at >= Date.parse(from) && at < Date.parse(until)).length;
    expect(sent('2021-10-31T00:00:00Z', '2021-10-31T02:00:00Z')).toBe(0);
    expect(sent('2021-10-30T00:00:00Z', '2021-10-30T02:00:00Z')).toBeGreaterThan(0);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

describe('what invented people say', () => {
  it('has enough frames, all of whose slots are known', () => {
    const tongues = [HUNGARIAN, ROMANIAN, ENGLISH, BULGARIAN];
    const least = { hu: 80, ro: 40, en: 50, bg: 15 };
    for (const tongue of tongues) {
      expect(lineOf(tongue).length).toBeGreaterThanOrEqual(least[tongue.code]);
      const slots = [...lineOf(tongue), ...(tongue === ENGLISH ? ADVERTS : [])].flatMap((line) =>
        [...line.matchAll(/\{(\w+?)\d?\}/g)].map(([, slot]) => slot as string),
      );
      expect(slots.filter((slot) => !(slot in tongue.words) && !(slot in SHARED_SLOTS))).toEqual([]);
    }
  });

  it('has of 50,000 messages at least 20,000 different texts, and about a third that were there before', async () => {
    const { unique, duplicates } = await generated({ messages: 50_000, format: 'json-lines', layout: 'plain' });
    expect(unique).toBeGreaterThan(20_000);
    expect(duplicates / 50_000).toBeGreaterThan(0.3);
    expect(duplicates / 50_000).toBeLessThan(0.4);
  });

  it('is said by nobody with a surname of those who were sentenced in Operation Derail', () => {
    const names = Array.from({ length: 50 }, (_, seed) => inventedContacts(5000, new Random(seed))).flat();
    expect(names.length).toBeGreaterThan(2000);
    const given = new Set([...NAMES.women, ...NAMES.men].map(latin));
    const full = names
      .map(({ name = '' }) => latin(name).split(' '))
      .filter(([, second]) => second !== undefined && given.has(second));
    expect(full.length).toBeGreaterThan(200);
    expect(full.filter(([surname]) => /^(?:Lakatos|Bogdan|Laszlo|Varga|Rezmuves)$/.test(surname as string))).toEqual(
      [],
    );
  });

  it.each([0, 2_000_001, 1.5])('is no extract of %d messages', async (messages) => {
    await expect(generated({ messages, format: 'csv' })).rejects.toThrow(RangeError);
  });
  it.each([1, 2, 39])('is an extract of %d messages', async (messages) => {
    const { path } = await generated({ messages, format: 'csv' });
    expect(parsed(path)).toHaveLength(messages);
    expect((await generated({ messages, format: 'whatsapp' })).rows).toBe(messages);
  });
  it('is no workbook of more than a sheet holds', async () => {
    await expect(generated({ messages: 1_048_575, format: 'xlsx' })).rejects.toThrow('1,048,574');
  });
});

const EVERYTHING_BUT_DATE = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;
