import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { ProblemBody } from '../../../apps/api/http/problems';
import type { OperationView } from '../../../apps/api/operations/operation.schema';
import type { ContactNetworkAnswer, EntityList } from '../../../apps/api/translations/findings.schema';
import type {
  MessagePage,
  TranslatedMessage,
  Translation,
  TranslationList,
} from '../../../apps/api/translations/translations.schema';
import { generateExtract, type GeneratedExtract } from '../../../samples/phone-extract/generate';
import { Caller, startApi, type TestApi } from '../../support/api';
import { Engine, eventually } from '../../support/stack';
import { upload } from '../../support/upload';

const ROWS = 600;

/** With one more column, empty, so that nobody of the force has confirmed a file with the same columns. */
const withColumn = (csv: string, column: string): string => {
  const [header, ...rows] = Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;
  return Papa.unparse([[...header!, column], ...rows.map((row) => [...row, ''])]);
};

describe('a phone extract', () => {
  let folder: string;
  let phone: GeneratedExtract;
  let extract: string;
  let engine: Engine;
  let api: TestApi;
  let officer: Caller;
  let reference: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'waymark-phone-'));
    phone = await generateExtract(folder, { messages: ROWS, format: 'csv', seed: 9 });
    engine = new Engine();
    api = await startApi();
    officer = await Caller.as('senior-investigator-norfolk', api.url);
    reference = await engine.inProsecution();
    extract = withColumn(readFileSync(phone.path, 'utf8'), reference);
  });
  afterAll(async () => {
    await Promise.all([api.close(), engine.close()]);
    rmSync(folder, { recursive: true });
  });

  const of = (path: string) => `/api/v1/operations/${reference}${path}`;
  const give = (command: string, body: object) => officer.post(of(`/commands/${command}`), body);
  const read = async <T>(path: string) => {
    const { status, body } = await officer.send(of(path));
    expect(status).toBe(200);
    return body as T;
  };
  const attached = async (name: string, content: Buffer | string): Promise<string> => {
    const { body } = await upload(officer, reference, { name, content });
    return (body as { events: { payload: { file: string } }[] }).events[0]?.payload.file as string;
  };
  const standing = (id: string, state: string) =>
    eventually(
      `${id} ${state}`,
      async () => {
        const { body } = await officer.send(of(`/translations/${id}`));
        return (body as Translation).state === state && (body as Translation);
      },
      60,
    );
  const statusOf = async (id: string) =>
    (await engine.state(reference)).translations.find((one) => one.id === `${reference}.${id}`)?.status;

  describe('that is asked for, confirmed and reviewed', () => {
    let confirmed: Translation;
    beforeAll(async () => {
      const file = await attached('phone.csv', extract);
      await give('requestTranslation', { language: 'hu', extract: 'Exhibit DHR/4', file, priority: 'enforcement-day' });
      confirmed = await standing('T1', 'to-confirm');
      const mapping = { owner: phone.owner, ...confirmed.recognised?.mapping };
      expect(await give('confirmExtract', { translation: `${reference}.T1`, mapping })).toMatchObject({ status: 200 });
      await standing('T1', 'translated');
    });

    it('is recognised, with its first messages to confirm it by', () => {
      expect(confirmed.recognised).toMatchObject({ mapping: { format: 'delimited' } });
      expect(confirmed.recognised?.sample).toHaveLength(20);
    });

    it('is worked through to the last row, by what runs on this machine', async () => {
      expect(await read<Translation>('/translations/T1')).toMatchObject({
        ...{ rows: ROWS, problem: null, paused: false, priority: 'enforcement-day', providers: null },
      });
      const { items } = await read<TranslationList>('/translations');
      expect(items[0]?.unitsDone).toBe(items[0]?.units);
      expect(items[0]?.units).toBeGreaterThan(20);
    });

    it('is side by side with its English in the order of the file', async () => {
      const rows: TranslatedMessage[] = [];
      let next: string | null = of('/translations/T1/messages?limit=100');
      while (next !== null) {
        const { body } = (await officer.send(next)) as { body: MessagePage };
        rows.push(...body.items);
        expect(body.note).toContain('intelligence, not evidence');
        next = body.next;
      }
      expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: ROWS }, (_, nth) => nth + 1));
      const hungarian = rows.filter(({ language }) => language === 'hu');
      expect(hungarian.length).toBeGreaterThan(50);
      expect(hungarian.filter(({ kind }) => kind === 'gloss').length).toBeGreaterThan(hungarian.length / 2);
      expect(rows.some(({ kind, provider }) => kind === 'translation' && provider === 'apertium')).toBe(true);
      expect(rows.some(({ flags }) => flags.length > 0)).toBe(true);
    });

    it('is searched in both languages, and filtered', async () => {
      const flagged = await read<MessagePage>('/translations/T1/messages?flag=money&limit=100');
      expect(flagged.items.length).toBeGreaterThan(0);
      expect(flagged.items.every(({ flags }) => flags.some(({ theme }) => theme === 'money'))).toBe(true);
      const [first] = flagged.items as [TranslatedMessage];
      const word = first.original.slice(0, 12);
      const found = await read<MessagePage>(
        `/translations/T1/messages?search=${encodeURIComponent(word.toUpperCase())}`,
      );
      expect(found.items.map(({ row }) => row)).toContain(first.row);
      const person = first.sender ?? '';
      const theirs = await read<MessagePage>(
        `/translations/T1/messages?person=${encodeURIComponent(person)}&limit=100`,
      );
      expect(theirs.items.every(({ sender, recipient }) => [sender, recipient].includes(person))).toBe(true);
      const { items } = await read<MessagePage>('/translations/T1/messages?language=ro&limit=100');
      expect(new Set(items.map(({ language }) => language))).toEqual(new Set(['ro']));
    });

    it.each(['csv', 'xlsx', 'pdf'])('is exported whole as %s, with what it is and is not', async (format) => {
      const answer = await fetch(`${api.url}${of(`/translations/T1/product?format=${format}`)}`, {
        headers: { authorization: officer.authorization, accept: '*/*' },
      });
      expect(answer.status).toBe(200);
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (format === 'xlsx') return expect(bytes.subarray(0, 2).toString()).toBe('PK');
      if (format === 'pdf') return expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      const { data } = Papa.parse<string[]>(bytes.toString('utf8'));
      const head = data.findIndex(([title]) => title === 'Row');
      const said = new Map(data.slice(0, head).map(([label, value]) => [label, value]));
      expect(said.get('Messages selected')).toBe(String(ROWS));
      expect(said.get('Exhibit')).toBe('Exhibit DHR/4');
      const rows = data.slice(head + 1).filter((cells) => cells.length > 1);
      expect(rows.map(([row]) => Number(row))).toEqual(Array.from({ length: ROWS }, (_, nth) => nth + 1));
    });

    it('keeps a correction beside the English, wherever the same was written', async () => {
      const { items } = await read<MessagePage>('/translations/T1/messages?language=hu&limit=100');
      const [first] = items as [TranslatedMessage];
      const correct = (english: string) =>
        officer.send(of(`/translations/T1/messages/${first.row}/correction`), { method: 'PUT', body: { english } });
      await correct('Invented first try.');
      const { status, body } = await correct('Invented correction.');
      expect(status).toBe(200);
      expect(body).toMatchObject({
        ...{ english: first.english, correction: 'Invented correction.', correctedBy: 'senior-investigator-norfolk' },
      });
      const found = await read<MessagePage>('/translations/T1/messages?search=invented%20CORRECTION&limit=100');
      expect(found.items.length).toBe(
        (
          await read<MessagePage>(`/translations/T1/messages?search=${encodeURIComponent(first.original)}&limit=100`)
        ).items.filter(({ original }) => original === first.original).length,
      );
      expect(
        await officer.send(of('/translations/T1/messages/999999/correction'), {
          method: 'PUT',
          body: { english: 'x' },
        }),
      ).toMatchObject({ status: 404 });
    });

    it('is reported to its operation, and then reviewed', async () => {
      await eventually('a report', async () => (await statusOf('T1')) === 'reported');
      const review = { translation: `${reference}.T1`, findings: 'Invented findings.' };
      expect(await give('reviewTranslation', review)).toMatchObject({ status: 200 });
      expect(await statusOf('T1')).toBe('reviewed');
      expect(await give('reviewTranslation', review)).toMatchObject({ status: 422 });
    });

    it('shows who wrote to whom, and who began', async () => {
      const before = await read<ContactNetworkAnswer>('/translations/T1/network');
      const { rows } = await engine.pool.query<{ messages: number; named: number }>(
        `SELECT count(*)::integer AS messages, (count(*) FILTER (WHERE sender IS NOT NULL AND recipient IS NOT NULL))::integer AS named
         FROM translation_message m JOIN translation t ON t.nth = m.translation WHERE t.id = $1`,
        [`${reference}.T1`],
      );
      const tied = before.ties.reduce((sum, { messages }) => sum + messages, 0);
      expect(before).toMatchObject({ messages: rows[0]?.messages, firstContacts: [] });
      expect(tied + before.toThemselves).toBe(rows[0]?.named);
      for (const { messages, byMonth, byHour } of before.ties) {
        expect(Object.values(byMonth).reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(messages);
        expect(byHour.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(messages);
      }
      const [tie] = before.ties;
      const [suspect = '', victim = ''] = tie?.between ?? [];
      const query = `suspect=${encodeURIComponent(suspect)}&potentialVictim=${encodeURIComponent(victim)}`;
      const { firstContacts, summary } = await read<ContactNetworkAnswer>(`/translations/T1/network?${query}`);
      expect(firstContacts).toMatchObject([
        { suspect, potentialVictim: victim, fromSuspect: tie?.sent[0], fromVictim: tie?.sent[1] },
      ]);
      expect(summary).toContain('wrote first to');
      expect(summary.length).toBeLessThanOrEqual(4_000);
    });

    it('offers people as subjects, their contacts as links, and what is named as identifiers', async () => {
      const network = () => read<ContactNetworkAnswer>('/translations/T1/network');
      const { people, ties } = await network();
      const tie = ties.find(({ between }) =>
        between.every((id) => people.find((one) => one.id === id)?.numbers.length === 1),
      );
      const added: string[] = [];
      for (const id of tie?.between ?? []) {
        const { offer, subject, numbers } = people.find((one) => one.id === id)!;
        expect([offer?.command, subject]).toEqual(['addSubject', null]);
        const { body } = await give('addSubject', { ...offer?.body, roles: ['witness'], grounds: 'Invented.' });
        const [event] = (body as { events: { payload: { subject: string } }[] }).events;
        added.push(event!.payload.subject);
        await give('addIdentifier', { subject: event?.payload.subject, kind: 'phone', value: numbers[0] });
      }
      const after = await network();
      expect(tie?.between.map((id) => after.people.find((one) => one.id === id)?.subject)).toEqual(added);
      const linked = () =>
        network().then((told) => told.ties.find(({ between }) => String(between) === String(tie?.between)));
      const offer = (await linked())?.offer;
      expect(offer).toMatchObject({ command: 'linkEntities', body: { from: added[0], to: added[1] } });
      const grade = { sourceEvaluation: '2', intelligenceAssessment: 'B', handlingCode: 'P' };
      expect(await give('linkEntities', { ...offer?.body, kind: 'related-to', grade })).toMatchObject({ status: 200 });
      expect((await linked())?.offer).toBeNull();

      const { items } = await read<EntityList>('/translations/T1/entities?kind=phone&limit=5');
      const named = items.find(({ heldBy }) => heldBy === null)!;
      expect(named.offer).toEqual({ command: 'addIdentifier', body: { kind: 'phone', value: named.value } });
      await give('addIdentifier', { subject: added[0], ...named.offer?.body });
      const { items: held } = await read<EntityList>('/translations/T1/entities?kind=phone&limit=5');
      expect(held.find(({ value }) => value === named.value)).toMatchObject({ heldBy: added[0], offer: null });
      const { items: all, more } = await read<EntityList>('/translations/T1/entities?limit=500');
      expect(all.map(({ messages }) => messages)).toEqual(all.map(({ messages }) => messages).sort((a, b) => b - a));
      expect([new Set(all.map(({ kind }) => kind)).size > 4, more]).toEqual([true, false]);
    });

    it.each(['nodes', 'edges'])('gives tables of its network to keep: %s', async (table) => {
      const answer = await fetch(`${api.url}${of(`/translations/T1/network/table?table=${table}`)}`, {
        headers: { authorization: officer.authorization, accept: 'text/csv' },
      });
      const { data } = Papa.parse<string[]>(await answer.text(), { skipEmptyLines: true });
      const { parties, pairs } = await read<ContactNetworkAnswer>('/translations/T1/network');
      if (table === 'nodes') expect(data).toHaveLength(parties + 1);
      else expect(data.length).toBeGreaterThan(pairs);
    });

    it('is asked of a qualified translator for court, and tracked to its return', async () => {
      const asked = await give('requestQualifiedTranslation', {
        ...{
          translation: `${reference}.T1`,
          messages: 'Rows 3 to 12.',
          translator: 'Invented agency',
          dueOn: '2026-12-31',
        },
      });
      expect(asked).toMatchObject({ status: 200 });
      const tracked = async () => (await read<OperationView>('')).qualifiedTranslations;
      expect(await tracked()).toMatchObject([{ id: 'C1', status: 'requested', dueOn: '2026-12-31', file: null }]);
      const file = await attached('statement.txt', 'Invented translation with its statement.');
      const back = { request: 'C1', file, statement: 'Invented statement.' };
      expect(await give('recordQualifiedTranslation', back)).toMatchObject({ status: 200 });
      expect(await tracked()).toMatchObject([{ id: 'C1', status: 'returned', file }]);
      expect(await give('withdrawQualifiedTranslation', { request: 'C1', reason: 'Invented.' })).toMatchObject({
        status: 422,
      });
    });

    it('is not there for whoever does not see the operation', async () => {
      const outsider = await Caller.as('tasking-officer-essex', api.url);
      for (const path of [
        '/translations',
        '/translations/T1',
        '/translations/T1/messages',
        '/translations/T1/network',
        '/translations/T1/entities',
      ])
        expect(await outsider.send(of(path))).toMatchObject({ status: 404 });
    });

    it('goes with its file: nothing that it said is left', async () => {
      const { file } = await read<Translation>('/translations/T1');
      const supervisor = await Caller.as('supervisor-norfolk', api.url);
      await supervisor.post(of('/commands/eraseFile'), { file, reason: 'Invented ground.' });
      await standing('T1', 'erased');
      expect((await read<MessagePage>('/translations/T1/messages')).items).toEqual([]);
      expect((await read<EntityList>('/translations/T1/entities')).items).toEqual([]);
      for (const table of ['memory', 'contact', 'entity', 'text', 'english']) {
        const { rows } = await engine.pool.query(
          `SELECT 1 FROM translation t JOIN translation_${table} m ON m.translation = t.nth WHERE t.id = $1 LIMIT 1`,
          [`${reference}.T1`],
        );
        expect([table, rows]).toEqual([table, []]);
      }
    });
  });

  it('that cannot be read is told so, and the operation with it', async () => {
    const file = await attached('empty.csv', 'sender,text\n');
    await give('requestTranslation', { language: 'hu', extract: 'Exhibit DHR/5', file });
    const failed = await standing('T2', 'failed');
    expect(failed.problem).toMatch(/no message/);
    await eventually('a report', async () => (await statusOf('T2')) === 'unreadable');
  });

  it('can be paused, resumed and called off', async () => {
    const file = await attached('more.csv', extract);
    await give('requestTranslation', { language: 'hu', extract: 'Exhibit DHR/6', file });
    const { recognised } = await standing('T3', 'to-confirm');
    // The first phone had the same columns, until it was erased.
    expect(recognised?.isConfirmedBefore).toBe(false);
    for (const path of ['/translations/T3/network', '/translations/T3/entities'])
      expect(await officer.send(of(path))).toMatchObject({
        status: 422,
        body: { blockers: [{ code: 'not-translated' }] },
      });
    const translation = `${reference}.T3`;
    await give('confirmExtract', { translation, mapping: { owner: phone.owner, ...recognised?.mapping } });
    expect(await give('pauseTranslation', { translation })).toMatchObject({ status: 200 });
    await eventually('a pause', async () => (await read<Translation>('/translations/T3')).paused);
    expect(await give('resumeTranslation', { translation })).toMatchObject({ status: 200 });
    await eventually('an end of it', async () => !(await read<Translation>('/translations/T3')).paused);
    const given = await give('cancelTranslation', { translation, reason: 'Invented reason.' });
    expect([200, 422]).toContain(given.status);
    if (given.status === 200) await standing('T3', 'cancelled');
  });

  it('is searched for what its force has added to the lexicon', async () => {
    const analyst = await Caller.as('intelligence-analyst-norfolk', api.url);
    const term = { language: 'hu', term: 'mintaszó*', theme: 'control', meaning: 'Invented.', source: 'Invented.' };
    const saved = await analyst.send('/api/v1/lexicons/norfolk', {
      method: 'PUT',
      body: { added: [term], withdrawn: [] },
    });
    expect(saved).toMatchObject({ status: 200, body: { inVain: [], changes: { added: [term] } } });
    const file = await attached(
      'word.csv',
      'sender,recipient,time,text\nAnna,Béla,2026-03-01T10:00:00Z,Holnap hozd el a mintaszót kérlek\n',
    );
    const { body } = await give('requestTranslation', { language: 'hu', extract: 'Exhibit DHR/7', file });
    const { translation } = (body as { events: { payload: { translation: string } }[] }).events[0]?.payload ?? {};
    const id = translation?.slice(reference.length + 1) ?? '';
    const { recognised } = await standing(id, 'to-confirm');
    await give('confirmExtract', { translation: `${reference}.${id}`, mapping: recognised?.mapping });
    expect((await standing(id, 'translated')).lexicon).toMatch(/\+norfolk\.\d+$/);
    const { items: found } = await read<MessagePage>(`/translations/${id}/messages?flag=control`);
    expect(found.map(({ row }) => row)).toEqual([1]);
    await analyst.send('/api/v1/lexicons/norfolk', { method: 'PUT', body: { added: [], withdrawn: [] } });
  });

  it('has providers of this machine, with what they are and know', async () => {
    const { body } = await officer.send('/api/v1/translation-providers');
    const { items } = body as { items: { id: string; kind: string; leavesPremises: boolean; languages: string[] }[] };
    expect(items.map(({ id, kind, leavesPremises }) => [id, kind, leavesPremises])).toEqual([
      ['apertium', 'translation', false],
      ['gloss', 'gloss', false],
    ]);
    expect(items.find(({ id }) => id === 'gloss')?.languages).toContain('hu');
  });

  it('names a translation that there is', async () => {
    expect(await officer.send(of('/translations/T9'))).toMatchObject({ status: 404 });
    const { body, status } = await give('pauseTranslation', { translation: `${reference}.T9` });
    expect(status).toBe(422);
    expect((body as ProblemBody & { blockers: { sentence: string }[] }).blockers[0]?.sentence).toContain('There is no');
  });
});
