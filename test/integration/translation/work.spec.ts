import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotStored } from '../../../platform/files/file-store';
import { prepare } from '../../../platform/translation/work/prepare';
import { AzureTranslator } from '../../../platform/translation/providers/azure';
import { ProviderFailure, type TranslationProvider } from '../../../platform/translation/providers/provider';
import { ExtractWork } from '../../../samples/phone-extract/extract-work';
import { generateExtract, type GeneratedExtract } from '../../../samples/phone-extract/generate';
import { startAzure } from '../../support/azure-translator';
import { BareOperation } from '../../support/bare-operation';
import { OwnDatabase } from '../../support/own-database';

/** A request that fails often waits twice as long each time. */
jest.setTimeout(300_000);

const KEY = 'a-key-of-nobody';
const ROWS = 2_500;

/** Translates by writing everything in capitals; dies of a text that holds a word. */
function ownProvider(deadly = ' never '): TranslationProvider & { readonly sent: string[] } {
  const sent: string[] = [];
  return {
    id: 'apertium',
    kind: 'translation',
    leavesPremises: false,
    version: 'test',
    limits: { texts: 50, characters: 5_000 },
    pencePerMillion: 0,
    sent,
    health: () => Promise.resolve({ isHealthy: true, detail: '' }),
    languages: () => Promise.resolve(['hu', 'ro']),
    translate: ({ texts }) => {
      if (texts.some((text) => text.includes(deadly)))
        return Promise.reject(new ProviderFailure('unavailable', 'It died.'));
      sent.push(...texts);
      return Promise.resolve({ texts, chargedCharacters: 0 });
    },
  };
}

describe('work on a phone extract', () => {
  let database: OwnDatabase;
  let folder: string;
  let phone: GeneratedExtract;
  let operation: string;
  let nth = 0;
  beforeAll(async () => {
    database = await OwnDatabase.create();
    folder = mkdtempSync(join(tmpdir(), 'waymark-extract-'));
    phone = await generateExtract(folder, { messages: ROWS, format: 'csv', seed: 3 });
    ({ reference: operation } = await BareOperation.open(database.recording));
    await database.as.owner.query(
      `UPDATE operation SET brief = brief || '{"leadForce": "norfolk"}' WHERE reference = $1`,
      [operation],
    );
  });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true });
  });
  const next = () => `${operation}.T${(nth += 1)}`;
  const rule = (upTo: string | null) =>
    database.as.owner.query(
      `INSERT INTO premises_rule (force, version, may_leave_up_to, made_by)
       SELECT 'norfolk', coalesce(max(version), 0) + 1, $1, 'somebody' FROM premises_rule`,
      [upTo],
    );
  const one = async <T>(query: string, ...values: unknown[]): Promise<T> =>
    (await database.as.owner.query<T & object>(query, values)).rows[0] as T;

  /** Asks for, confirms, and does everything up to its requests. */
  async function planned(work: ExtractWork, providers: readonly string[] | null, path = phone.path): Promise<string> {
    const id = next();
    await work.ask({ id, operation, path });
    await work.confirm(id, providers, phone.owner);
    await work.prepare(id);
    return id;
  }

  describe('by Azure, which throttles, hangs and breaks off', () => {
    let azure: Awaited<ReturnType<typeof startAzure>>;
    let work: ExtractWork;
    let id: string;
    beforeAll(async () => {
      await rule('TOP SECRET');
      const faults = {
        throttled: 0.15,
        unavailable: 0.1,
        'reset-unread': 0.05,
        silent: 0.05,
        'reset-after': 0.05,
        'reset-midway': 0.05,
        'wrong-json': 0.05,
        'too-few': 0.05,
      };
      azure = await startAzure({ key: KEY, seed: 4, faults, retryAfterSeconds: 0 });
      const provider = new AzureTranslator({
        endpoint: azure.address,
        credential: { key: KEY },
        pencePerMillion: 800,
        timeoutMs: 300,
      });
      // Small requests, so that there are many.
      Object.assign(provider, { limits: { texts: 50, characters: 5_000 } });
      work = new ExtractWork(database.as.jobs, [provider]);
      id = await planned(work, ['azure']);
      await work.send(id);
      await work.assemble(id);
    });
    afterAll(() => azure.close());

    it('loses no row and doubles none, in the order of the file', async () => {
      const { rows, first, last, sorted } = await one<{ rows: string; first: number; last: number; sorted: boolean }>(
        `SELECT count(*) AS rows, min(row) AS first, max(row) AS last, count(*) = count(DISTINCT row) AS sorted
         FROM translation_message JOIN translation t ON t.nth = translation WHERE t.id = $1`,
        id,
      );
      expect({ rows: Number(rows), first, last, sorted }).toEqual({ rows: ROWS, first: 1, last: ROWS, sorted: true });
    });

    it('is complete: every text of a language that Azure knows has its English', async () => {
      expect(await work.row(id)).toMatchObject({ state: 'translated', problem: null });
      const { missing, texts } = await one<{ missing: string; texts: string }>(
        `SELECT count(*) FILTER (WHERE cardinality(x.units) > 0 AND e.english IS NULL
           AND x.language IN (SELECT language FROM translation_request r WHERE r.translation = t.nth)) AS missing, count(*) FILTER (WHERE cardinality(x.units) > 0) AS texts
         FROM translation t JOIN translation_text x ON x.translation = t.nth
           LEFT JOIN translation_english e ON e.translation = t.nth AND e.text = x.text WHERE t.id = $1`,
        id,
      );
      expect(Number(missing)).toBe(0);
      expect(Number(texts)).toBeGreaterThan(300);
    });

    it('sends nothing again that was answered, and counts what that cost to the character', async () => {
      const { rows } = await database.as.owner.query<{ trace: string; outcome: string | null; charged: number | null }>(
        'SELECT trace::text, outcome, charged FROM translation_attempt a JOIN translation t ON t.nth = a.translation WHERE t.id = $1',
        [id],
      );
      const attempts = new Map(rows.map((attempt) => [attempt.trace, attempt]));
      const answered = azure.taken.filter(({ traceId }) => attempts.get(traceId)?.outcome === 'answered');
      const texts = answered.flatMap((taken) => taken.texts);
      expect(new Set(texts).size).toBe(texts.length);
      const sentAt = new Map(azure.taken.map((taken, place) => [taken, place]));
      const lastAnswered = new Map(
        answered.flatMap((taken) => taken.texts.map((text) => [text, sentAt.get(taken) ?? 0])),
      );
      const again = azure.taken.flatMap((taken) =>
        taken.texts.filter((text) => (sentAt.get(taken) ?? 0) > (lastAnswered.get(text) ?? Infinity)),
      );
      expect(again).toEqual([]);
      expect(rows.reduce((sum, { charged }) => sum + (charged ?? 0), 0)).toBe(
        answered.reduce((sum, { chargedCharacters }) => sum + chargedCharacters, 0),
      );
      // What was charged without an answer is known as what may have been.
      const others = azure.taken.filter(({ traceId }) => attempts.get(traceId)?.outcome !== 'answered');
      expect(others.length).toBeGreaterThan(0);
      expect(new Set(others.map(({ traceId }) => attempts.get(traceId)?.outcome))).toEqual(
        new Set(['unanswered', 'malformed']),
      );
      expect(azure.faced.throttled).toBeGreaterThan(0);
    });

    it('counts what is done to the last unit', async () => {
      const row = await work.row<Record<string, string | number>>(id);
      expect(row['units_done']).toBe(row['units']);
      expect(row['characters_done']).toBe(row['characters']);
      const { units } = await one<{ units: string }>(
        'SELECT count(*) AS units FROM translation_unit u JOIN translation t ON t.nth = u.translation WHERE t.id = $1 AND answer IS NOT NULL',
        id,
      );
      expect(row['units']).toBe(Number(units));
    });

    it('asks for nothing of a second phone that the first had', async () => {
      const before = azure.taken.length;
      const second = await planned(work, ['azure']);
      await work.send(second);
      expect(await work.assemble(second)).toBe(true);
      expect(azure.taken).toHaveLength(before);
      const row = await work.row<{ remembered: number; units: number; recognised: object }>(second);
      expect(row.remembered).toBe(row.units);
      expect(row.recognised).toMatchObject({ isConfirmedBefore: true });
    });

    it('stops where it is paused, and goes on from there', async () => {
      await database.as.owner.query('DELETE FROM translation_memory');
      const id = await planned(work, ['azure']);
      const before = azure.taken.length;
      await database.as.owner.query('UPDATE translation SET paused = true WHERE id = $1', [id]);
      await work.send(id);
      expect(azure.taken).toHaveLength(before);
      expect(await work.assemble(id)).toBe(false);
      await database.as.owner.query('UPDATE translation SET paused = false WHERE id = $1', [id]);
      await work.send(id);
      expect(await work.assemble(id)).toBe(true);
    });

    it('refuses before a byte is sent what the force’s rule does not let leave', async () => {
      const id = next();
      await work.ask({ id, operation, path: phone.path });
      const before = azure.paths.length;
      await rule(null);
      await work.confirm(id, ['azure'], phone.owner);
      await work.prepare(id);
      expect(await work.row(id)).toMatchObject({
        state: 'failed',
        problem: expect.stringMatching(/lets no message leave.*choose a provider/) as string,
      });
      expect(azure.paths).toHaveLength(before);
    });

    it('pauses, and says why, where the rule has changed since', async () => {
      await rule('TOP SECRET');
      await database.as.owner.query('DELETE FROM translation_memory');
      const id = await planned(work, ['azure']);
      await rule(null);
      const before = azure.paths.length;
      await work.send(id);
      expect(await work.row(id)).toMatchObject({
        state: 'translating',
        paused: true,
        problem: expect.any(String) as string,
      });
      expect(azure.paths).toHaveLength(before);
    });
  });

  describe('by a program of this machine', () => {
    it('finds the one text that it dies of, and translates all others', async () => {
      const deadly = 'szia';
      const provider = ownProvider(deadly);
      const work = new ExtractWork(database.as.jobs, [provider]);
      const path = join(folder, 'deadly.csv');
      const lines = Array.from(
        { length: 120 },
        (_, nth) =>
          `Anna,Béla,2026-03-0${(nth % 9) + 1}T10:00:00Z,"Holnap megyek haza ${nth === 57 ? 'szia ' : ''}hozzád ${'a'.repeat(nth)}"`,
      );
      writeFileSync(path, ['sender,recipient,time,text', ...lines].join('\n'));
      const id = await planned(work, null, path);
      await work.send(id);
      expect(await work.assemble(id)).toBe(true);
      const { none, translation } = await one<Record<string, string>>(
        `SELECT count(*) FILTER (WHERE kind = 'none') AS none, count(*) FILTER (WHERE kind = 'translation') AS translation
         FROM translation_english e JOIN translation t ON t.nth = e.translation WHERE t.id = $1`,
        id,
      );
      expect({ none, translation }).toEqual({ none: '1', translation: '119' });
    });

    it('is sent requests from the first on, while further texts are looked at', async () => {
      const large = await generateExtract(mkdtempSync(join(folder, 'large-')), {
        messages: 9_000,
        format: 'csv',
        seed: 5,
      });
      const provider = ownProvider();
      const id = next();
      const states: string[] = [];
      const watching: TranslationProvider = {
        ...provider,
        translate: async (request) => {
          states.push((await work.row<{ state: string }>(id)).state);
          return provider.translate(request);
        },
      };
      const work = new ExtractWork(database.as.jobs, [watching]);
      await work.ask({ id, operation, path: large.path });
      await work.confirm(id, null, large.owner);
      expect(await work.workThrough(id, 2)).toBe(true);
      expect(states[0]).toBe('understanding');
      expect(new Set(provider.sent).size).toBe(provider.sent.length);
      const row = await work.row<Record<string, number>>(id);
      expect([row['units_done'], row['texts']]).toEqual([row['units'], large.unique]);
    });

    it('leaves without English what no provider knows the language of, and what is of none that is known', async () => {
      const work = new ExtractWork(database.as.jobs, [ownProvider()]);
      const id = await planned(work, null);
      await work.send(id);
      expect(await work.assemble(id)).toBe(true);
      const { rows } = await database.as.owner.query<{ language: string; kind: string }>(
        `SELECT DISTINCT x.language, e.kind FROM translation_text x JOIN translation_english e USING (translation, text)
         JOIN translation t ON t.nth = x.translation WHERE t.id = $1`,
        [id],
      );
      const kinds = Map.groupBy(rows, ({ language }) => language);
      const kindsOf = (language: string) => kinds.get(language)?.map(({ kind }) => kind);
      expect(kindsOf('hu')).toContain('translation');
      expect(kindsOf('hu')).not.toContain('none');
      expect(kindsOf('und')).toEqual(['none']);
      expect(kindsOf('en')).toEqual(['original']);
      expect(kindsOf('bg')).toContain('none');
    });
  });

  it('leaves nothing of a file that turns out to be unreadable midway', async () => {
    const work = new ExtractWork(database.as.jobs, [ownProvider()]);
    const path = join(folder, 'torn.csv');
    const rows = Array.from({ length: 30_000 }, (_, nth) => `Anna,Béla,2026-03-01T10:00:00Z,Egy ${nth}`);
    writeFileSync(path, ['sender,recipient,time,text', ...rows, `Anna,Béla,x,${'x'.repeat(2_500_000)}`].join('\n'));
    const id = next();
    await work.ask({ id, operation, path });
    await work.confirm(id, null);
    await work.prepare(id);
    expect(await work.row(id)).toMatchObject({ state: 'failed', problem: expect.stringMatching(/line/) as string });
    const { left } = await one<{ left: string }>(
      'SELECT count(*) AS left FROM translation_message m JOIN translation t ON t.nth = m.translation WHERE t.id = $1',
      id,
    );
    expect(Number(left)).toBe(0);
  });

  it('says so where its file is no longer in the store', async () => {
    const gone = { pool: database.as.jobs, providers: [ownProvider()], open: () => Promise.reject(new NotStored('x')) };
    const id = next();
    const work = new ExtractWork(database.as.jobs, [ownProvider()]);
    await database.as.owner.query(
      `INSERT INTO translation (id, operation, file, sha256, bytes, language, priority) VALUES ($1, $2, 'F1', 'x', 1, 'hu', 5)`,
      [id, operation],
    );
    await prepare(gone, id);
    expect(await work.row(id)).toMatchObject({
      state: 'failed',
      problem: expect.stringMatching(/attach it again/) as string,
    });
  });

  it('is seen by whoever sees the operation, and by nobody else', async () => {
    const work = new ExtractWork(database.as.jobs, [ownProvider()]);
    const id = await planned(work, null);
    const seen = async (sees: boolean) => {
      const connection = await database.as.api.connect();
      try {
        await connection.query('BEGIN READ ONLY');
        if (sees) await connection.query(`SELECT read_as('x', 9, '{norfolk}', '{}', '{}', true)`);
        const { rows } = await connection.query<{ count: string }>(
          `SELECT count(*) FROM translation_row_seen WHERE id = $1`,
          [id],
        );
        const { rows: translations } = await connection.query('SELECT FROM translation WHERE id = $1', [id]);
        await expect(connection.query('SELECT FROM translation_message LIMIT 1')).rejects.toThrow('permission denied');
        return [Number(rows[0]?.count), translations.length];
      } finally {
        connection.release(true);
      }
    };
    expect(await seen(true)).toEqual([ROWS, 1]);
    expect(await seen(false)).toEqual([0, 0]);
  });
});
