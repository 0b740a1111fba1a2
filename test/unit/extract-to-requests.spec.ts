import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { extractMapping } from '../../domain/translation/extract-mapping.schema';
import { lexiconMatcher } from '../../domain/translation/flag-messages';
import { LEXICON_V1 } from '../../domain/translation/lexicon.v1';
import type { Message } from '../../domain/translation/message';
import { requestsOf } from '../../domain/translation/requests';
import { detectLanguage } from '../../domain/translation/texts/detect-language';
import { protect, restore, whole } from '../../domain/translation/texts/placeholders';
import { readExtract } from '../../platform/extracts/read-extract';
import { recogniseExtract } from '../../platform/extracts/recognise';
import { generateExtract, type ExtractOptions, type GeneratedExtract } from '../../samples/phone-extract/generate';

interface Truth {
  readonly row: string;
  readonly language: string;
  readonly sentAt: string;
  readonly direction: string;
  readonly fields: string;
  readonly themes: string;
}

const ROWS = 1_500;
let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'waymark-extract-'))));
afterAll(() => rmSync(folder, { recursive: true }));

async function readBack(
  options: ExtractOptions,
): Promise<{ made: GeneratedExtract; truth: Truth[]; messages: Message[] }> {
  const made = await generateExtract(folder, options);
  const { data } = Papa.parse<Truth>(readFileSync(made.truth, 'utf8'), { header: true, skipEmptyLines: true });
  const open = () => Promise.resolve(createReadStream(made.path));
  const { mapping, asks } = await recogniseExtract(open, made.path);
  // What an export does not say a person is asked for: whose phone it is, and of which zone its times are.
  expect(asks.filter((ask) => !/zone|owner/.test(ask))).toEqual([]);
  expect(asks.some((ask) => ask.includes('zone'))).toBe(options.layout === 'plain' || options.format === 'whatsapp');
  const messages: Message[] = [];
  const confirmed = extractMapping.parse({ owner: made.owner, ...mapping });
  for await (const batch of readExtract(open, confirmed)) messages.push(...batch.messages);
  return { made, truth: data, messages };
}

describe('an invented phone', () => {
  it.each<ExtractOptions>([
    { messages: ROWS, format: 'csv' },
    { messages: ROWS, format: 'tsv' },
    { messages: ROWS, format: 'xlsx' },
    { messages: ROWS, format: 'json-lines' },
    { messages: ROWS, format: 'csv', layout: 'xry' },
    { messages: ROWS, format: 'csv', layout: 'plain' },
    { messages: ROWS, format: 'whatsapp' },
  ])('is recognised and read back whole, every row in its order: %j', async (options) => {
    const { made, truth, messages } = await readBack(options);
    expect(messages.map(({ row }) => row)).toEqual(Array.from({ length: made.rows }, (_, nth) => nth + 1));
    expect(messages.map(({ sentAt }) => sentAt)).toEqual(truth.map(({ sentAt }) => sentAt));
    expect(messages.map(({ direction }) => direction ?? '')).toEqual(truth.map(({ direction }) => direction));
    expect(messages.filter(({ problem }) => problem !== null)).toEqual([]);
    expect(new Set(messages.map(({ text }) => text).filter((text) => text !== '')).size).toBe(made.unique);
  });

  describe('made ready to be translated', () => {
    let truth: Truth[];
    let messages: Message[];
    beforeAll(async () => ({ truth, messages } = await readBack({ messages: ROWS * 2, format: 'csv', seed: 7 })));

    it('has each language told, or said to be unknown, and hardly ever told wrongly', () => {
      const told = messages.map(({ text }, nth) => [detectLanguage(text).language, truth[nth]?.language] as const);
      const wrong = told.filter(([ours, real]) => ours !== real && ours !== 'und');
      expect(wrong.length / told.length).toBeLessThan(0.02);
      expect(told.filter(([ours, real]) => ours === real).length / told.length).toBeGreaterThan(0.9);
    });

    it('finds all that must survive, and gets it back from whoever translates around it', () => {
      messages.forEach(({ text, sentAt }, nth) => {
        const sent = protect(text, { countries: ['GB', 'HU', 'RO', 'BG'], ...(sentAt === null ? {} : { sentAt }) });
        // Of an address only the postcode is protected.
        for (const { kind, written } of JSON.parse(truth[nth]?.fields || '[]') as { kind: string; written: string }[])
          if (kind !== 'address') expect(sent.text).not.toContain(written);
        const restored = restore(sent.text.toUpperCase(), sent.fields);
        expect(whole(restored)).toBe(true);
        for (const { written } of sent.fields) expect(restored.text).toContain(written);
      });
    });

    it('flags what speaks of money, movement, control, adverts and documents', () => {
      const matcher = lexiconMatcher(LEXICON_V1);
      const flagged = messages.filter(({ text }) => matcher.flagsIn(text, detectLanguage(text).language).length > 0);
      const suspicious = truth.filter(({ themes }) => themes !== '').length;
      expect(flagged.length).toBeGreaterThan(suspicious / 3);
    });

    it('goes into requests that hold each text once', () => {
      const texts = [...new Set(messages.map(({ text }) => text))].map((text) => ({ text }));
      const requests = requestsOf(texts, { texts: 1_000, characters: 50_000 });
      expect(requests.flat()).toEqual(texts);
      expect(requests.length).toBeLessThan(10);
    });
  });
});
