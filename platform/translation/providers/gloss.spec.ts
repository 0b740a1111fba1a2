import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { numberOf } from './dictd';
import { Gloss } from './gloss';
import type { ProviderRequest } from './provider';

const request = (from: string, texts: readonly string[]): ProviderRequest => ({
  texts,
  from,
  traceId: 'trace-1',
  signal: new AbortController().signal,
});

describe("glosses from the system's dictionaries", () => {
  const gloss = new Gloss();
  afterAll(() => gloss.close());
  const glossed = async (from: string, ...texts: string[]) => (await gloss.translate(request(from, texts))).texts;

  it('has them from Debian: install dict-freedict-hun-eng, -pol-eng, -slk-eng, -eng-bul, -hrv-eng, -slv-eng, -lit-eng and -kur-eng', async () => {
    expect(await gloss.languages()).toEqual(['bg', 'hr', 'hu', 'ku', 'lt', 'pl', 'sk', 'sl']);
    expect(await gloss.health()).toMatchObject({ isHealthy: true });
  });

  it.each([
    ['hu', 'pénz', 'money'],
    ['hu', 'lány', 'girl'],
    ['hu', 'útlevél', 'passport'],
    ['hu', 'jó', 'good'],
    ['pl', 'praca', 'work'],
    ['pl', 'dom', 'house'],
    ['bg', 'къща', 'house'],
    ['bg', 'пари', 'money'],
    ['bg', 'момичето', 'girl'],
    ['sk', 'adresa', 'address'],
    ['hr', 'Hrvatska', 'Croatia'],
  ])('has the usual sense, short: %s %s is %s', async (from, word, english) => {
    expect(await glossed(from, word)).toEqual([english]);
  });

  it.each([
    ['házban', 'house'],
    ['almát', 'apple'],
    ['pénzzel', 'money'],
    ['útlevelet', 'passport'],
    ['barátnak', 'friend'],
    ['szobák', 'room'],
  ])('leads Hungarian %s back to %s', async (form, english) => {
    expect(await glossed('hu', form)).toEqual([english]);
  });

  it('finds words without their accents, stressed or not, in capitals', async () => {
    expect(await glossed('hu', 'penz', 'PÉNZ', 'utlevel')).toEqual(['money', 'Money', 'passport']);
    expect(await glossed('bg', 'паспо́рт', 'паспорт')).toEqual(['passport', 'passport']);
  });

  it('keeps lines, places, signs, numbers, addresses and unknown words as they are', async () => {
    expect(
      await glossed('hu', 'Holnap QZX1067-ban, qwrtzu 😀!\n\n5000 Ft: x@example.com @holnap www.example.com/holnap'),
    ).toEqual(['Tomorrow QZX1067-ban, qwrtzu 😀!\n\n5000 Ft: x@example.com @holnap www.example.com/holnap']);
  });

  it('refuses a language that it has no dictionary of', async () => {
    await expect(glossed('ro', 'casă')).rejects.toMatchObject({ kind: 'refused' });
  });

  it('does nothing for who has stopped', async () => {
    const stopped = { ...request('hu', ['ház']), signal: AbortSignal.abort() };
    await expect(gloss.translate(stopped)).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

describe('a dictionary in the format of dictd', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'waymark-dictd-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    ['A', 0],
    ['b', 27],
    ['/', 63],
    ['BA', 64],
    ['c5sn', 28 * 64 ** 3 + 57 * 64 ** 2 + 44 * 64 + 39],
  ])('has %s for %d', (written, number) => {
    expect(numberOf(written)).toBe(number);
  });

  it('has the sense that is used most and shared least, its first way to say it, without remarks', async () => {
    const entries = [
      ['zab', 'zab /z/ <n>\n1. rarity\n2. (of a field) oats, oat\n3. thing'],
      ['bab', 'bab /b/\nthing of oats'],
      ['dab', 'dab /d/\n1. thing'],
      ['kel', 'kel /k/\nto get up!'],
      ['hosszú szó', 'hosszú szó /h/\nlong word'],
      ['magyaráz', 'magyaráz /m/\nsomething that is explained at length'],
    ] as const;
    write(join(folder, 'freedict-hun-eng'), entries);
    const gloss = new Gloss(folder);
    expect(await gloss.languages()).toEqual(['hu']);
    const { texts } = await gloss.translate(request('hu', ['zab dab kel magyaráz']));
    await gloss.close();
    expect(texts).toEqual(['oats thing get up magyaráz']);
  });

  it('is unavailable where it cannot be read, and is read again then', async () => {
    writeFileSync(join(folder, 'freedict-hun-eng.index'), 'x\tA\tB\n');
    writeFileSync(join(folder, 'freedict-hun-eng.dict.dz'), 'not packed');
    const gloss = new Gloss(folder);
    await expect(gloss.translate(request('hu', ['kel']))).rejects.toMatchObject({ kind: 'unavailable' });
    write(join(folder, 'freedict-hun-eng'), [['kel', 'kel\nrise']]);
    expect((await gloss.translate(request('hu', ['kel']))).texts).toEqual(['rise']);
    await gloss.close();
  });

  it('says what to install where there is none', async () => {
    expect((await new Gloss(folder).health()).detail).toContain('install');
  });
});

function write(file: string, entries: readonly (readonly [string, string])[]): void {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const base64 = (value: number): string =>
    (value >= 64 ? base64(Math.floor(value / 64)) : '') + digits.charAt(value % 64);
  let at = 0;
  const lines = entries.map(([headword, body]) => {
    const length = Buffer.byteLength(body);
    at += length;
    return `${headword}\t${base64(at - length)}\t${base64(length)}\n`;
  });
  writeFileSync(`${file}.index`, lines.join(''));
  writeFileSync(`${file}.dict.dz`, gzipSync(entries.map(([, body]) => body).join('')));
}
