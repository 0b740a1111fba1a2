import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Apertium } from './apertium';
import { fromStream, toStream } from './apertium-stream';
import type { ProviderFailure, ProviderRequest } from './provider';

describe('Apertium', () => {
  const apertium = new Apertium();
  afterAll(() => apertium.close());

  const request = (from: string, texts: readonly string[], signal = new AbortController().signal): ProviderRequest => ({
    texts,
    from,
    traceId: 'trace-1',
    signal,
  });
  const translate = async (from: string, ...texts: string[]) => (await apertium.translate(request(from, texts))).texts;

  it('has its pairs from Debian: install apertium-hbs-eng, apertium-mkd-eng, apertium-mkd-bul, apertium-es-ro and apertium-eng-spa', async () => {
    expect(await apertium.languages()).toEqual(expect.arrayContaining(['bg', 'bs', 'es', 'hr', 'mk', 'ro', 'sr']));
    expect(await apertium.health()).toMatchObject({ isHealthy: true });
  });

  it.each([
    ['hr', 'Dobro jutro, prijatelju.', /good morning.*friend/i],
    ['sr', 'Добро јутро.', /good morning/i],
    ['mk', 'Каде е куќата?', /where.*house/i],
    ['bg', 'Къде е къщата?', /where.*house/i],
    ['ro', 'Unde este casa?', /where.*house/i],
    ['es', '¿Dónde está la casa?', /where.*house/i],
  ])('puts %s into English', async (from, text, english) => {
    expect((await translate(from, text))[0]).toMatch(english);
  });

  it('keeps lines, places, signs and unknown words as they are, and adds no marks', async () => {
    const text = 'Dobro jutro QZX1067-ban 😀\n\nqwrtzu x@example.com *{5€} a/b\\c <d> [e]';
    const [answer = ''] = await translate('hr', text);
    for (const kept of ['QZX1067-ban', '😀', '\n\n', 'qwrtzu', 'x@example.com', '*{5€}', '<d>', '[e]', '\\'])
      expect(answer).toContain(kept);
    expect(answer).toMatch(/^Good morning/);
    expect(answer).not.toMatch(/\*qwrtzu|\.$/);
  });

  it('answers as many texts as it is asked, those without words among them, each in its place', async () => {
    const asked = ['kuća', '😀', '12:30', 'pas', '\n', 'mačka'];
    expect(await translate('hr', ...asked)).toEqual(['house', '😀', '12:30', 'dog', '\n', 'cat']);
    const many = Array.from({ length: 200 }, (_, at) => (at % 2 ? 'pas' : 'kuća'));
    expect(await translate('hr', ...many)).toEqual(many.map((word) => (word === 'pas' ? 'dog' : 'house')));
  });

  it('takes batches that come at once one after the other', async () => {
    const batches = await Promise.all(['kuća', 'pas', 'mačka'].map((word) => translate('hr', word)));
    expect(batches).toEqual([['house'], ['dog'], ['cat']]);
  });

  it('refuses a language that it has no pair for', async () => {
    await expect(translate('vi', 'xin chào')).rejects.toMatchObject({ kind: 'refused' });
  });

  describe('with a mode that misbehaves', () => {
    let folder: string;
    beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'waymark-apertium-'))));
    afterEach(() => rmSync(folder, { recursive: true }));
    const mode = (script: string) => writeFileSync(join(folder, 'spa-eng.mode'), script);
    const failure = (asked: Promise<unknown>) =>
      asked.then(
        () => undefined,
        (error: ProviderFailure) => error.kind,
      );

    it('is ended when its time is up, and starts anew', async () => {
      mode('/bin/sleep 600');
      const hanging = new Apertium({ folder, timeoutMs: 100 });
      expect(await failure(hanging.translate(request('es', ['casa'])))).toBe('unanswered');
      expect(await failure(hanging.translate(request('es', ['casa'])))).toBe('unanswered');
    });

    it.each(['/bin/false', '/bin/sleep 600 | /bin/false | /bin/cat', '/bin/none'])(
      'is unavailable where one of its programs ends, as in %s',
      async (programs) => {
        mode(programs);
        expect(await failure(new Apertium({ folder }).translate(request('es', ['casa'])))).toBe('unavailable');
      },
    );

    it('is stopped by who asked', async () => {
      const stop = new AbortController();
      stop.abort();
      expect(await failure(apertium.translate(request('hr', ['pas'], stop.signal)))).toBe('unavailable');
    });

    it('says what to install where there is nothing', async () => {
      const nothing = new Apertium({ folder: join(folder, 'none') });
      expect(await nothing.languages()).toEqual([]);
      expect((await nothing.health()).detail).toContain('install');
    });
  });
});

describe("Apertium's stream format", () => {
  it('gives any text back as it was', () => {
    const signs = fc.constantFrom(...'ab .!\n\r[]{}\\/^$<>@*#+~_=😀QZX1\uE000'.split(''));
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: signs }));
    fc.assert(fc.property(text, (written) => expect(fromStream(toStream(written))).toBe(written)));
  });
});
