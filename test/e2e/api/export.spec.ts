import { allSeeing } from '../../support/all-seeing';
import { execFile, type ExecFileOptions } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ExportRead } from '../../../apps/api/export/export.read';
import { TextRead } from '../../../apps/api/timeline/text.read';
import { proveExport } from '../../../apps/cli/verify-file';
import { proveTimelines } from '../../../apps/cli/verify-run';
import { compiled } from '../../../platform/checkout';
import type { Export } from '../../../platform/export/export.schema';
import { makeExport } from '../../../platform/export/make-export';
import { fingerprintOf } from '../../../platform/timeline/signature';
import { Caller, startApi, type TestApi } from '../../support/api';
import { BareOperation } from '../../support/bare-operation';
import { OwnDatabase } from '../../support/own-database';
import { pdfContents } from '../../support/pdf-contents';
import { Engine, REFERRAL, SIO, SUPERVISOR, testStack } from '../../support/stack';
import { unzipped } from '../../support/unzipped';
import { zip } from '../../support/zip';

const NAME = 'Invented, "Person"';

describe('the export of an operation', () => {
  let api: TestApi;
  let engine: Engine;
  let supervisor: Caller;
  let folder: string;
  let reference: string;
  beforeAll(async () => {
    api = await startApi();
    engine = new Engine();
    supervisor = await Caller.as('supervisor-norfolk', api.url);
    folder = mkdtempSync(join(tmpdir(), 'waymark-export-'));
    reference = await engine.inAssessment();
    await engine.does(reference, SIO, 'addSubject', { roles: ['suspect'], name: NAME, grounds: '=1+1' });
  });
  afterAll(async () => {
    await Promise.all([api.close(), engine.close()]);
    rmSync(folder, { recursive: true });
  });

  const address = (of = reference) => `/api/v1/operations/${of}/export`;
  const download = async (of = reference, by = supervisor) => {
    const { status, body } = await by.send(address(of));
    expect(status).toBe(200);
    return body as Export;
  };
  const saved = (exported: object, name = `${reference}.json`) => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(exported));
    return file;
  };
  const prove = async (exported: object) => {
    const said: string[] = [];
    const totals = await proveExport(saved(exported), (line) => said.push(line));
    return { totals, said };
  };

  it('is one file that proves itself, signed by the key of the checkpoints', async () => {
    const { headers, body } = await supervisor.send(address());
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${reference}.json"`);
    expect(headers.get('content-type')).toContain('application/json');
    const { totals, said } = await prove(body as Export);
    expect(totals).toEqual({ operations: 1, events: 4, verified: 1, problems: 0 });
    const key = createPublicKey(readFileSync(testStack().env.jobs['CHECKPOINT_KEY_FILE'] as string, 'utf8'));
    expect(said).toContain(`Fingerprint of its key: ${fingerprintOf(key)}`);
    const atTheSource: string[] = [];
    await proveTimelines(testStack().env.auditor, reference, (line) => atTheSource.push(line));
    expect(atTheSource.join('\n')).toContain(fingerprintOf(key));
    expect((body as Export).texts.map(({ text }) => text)).toEqual(
      expect.arrayContaining([NAME, '=1+1', REFERRAL.grounds]),
    );
  });

  it('is found out by the command line, without configuration, where a word has been changed', async () => {
    const exported = await download();
    const verify = (file: string, place: ExecFileOptions = { cwd: folder, env: {} }) =>
      promisify(execFile)(process.execPath, [compiled('apps/cli/main.js'), 'verify', file], place);
    saved(exported, 'whole.json');
    expect((await verify('whole.json')).stdout).toMatch(/"verified":1,"problems":0\}\n$/);
    // As bin/waymark starts it, from its checkout.
    const elsewhere = { cwd: tmpdir(), env: { WAYMARK_CALLED_FROM: folder } };
    expect((await verify('whole.json', elsewhere)).stdout).toMatch(/"verified":1,"problems":0\}\n$/);

    const texts = exported.texts.map((one) => (one.text === NAME ? { ...one, text: 'Another Person' } : one));
    saved({ ...exported, texts }, 'altered.json');
    await expect(verify('altered.json')).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(
        new RegExp(`^${reference} at 4: its text [\\w-]+ is not the one that was recorded$`, 'm'),
      ) as string,
    });

    writeFileSync(join(folder, 'other.json'), '{"a":');
    await expect(verify('other.json')).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'waymark: other.json is no export of Waymark, or only a part of one: it is not JSON.\n',
    });
    await expect(verify('none.json')).rejects.toMatchObject({
      code: 1,
      stderr: 'waymark: none.json cannot be read (ENOENT).\n',
    });
  });

  it('is found out where an event was taken out', async () => {
    const exported = await download();
    const { totals, said } = await prove({
      ...exported,
      events: exported.events.filter(({ sequence }) => sequence !== 2),
    });
    expect(totals.verified).toBe(0);
    expect(said).toContain(`${reference} at 2: is missing`);
  });

  it('lets a file say nothing to the terminal', async () => {
    const exported = await download();
    const { said } = await prove({ ...exported, manifest: { ...exported.manifest, madeBy: 'x\u001b[2Jy\u009b' } });
    expect(said.join('')).not.toMatch(/\p{Cc}/u);
  });

  it('proves itself after a text was erased, and does not hold it any more', async () => {
    const erased = await engine.open();
    await engine.pool.query('UPDATE text_record SET text = NULL, salt = NULL, erased_at = now() WHERE operation = $1', [
      erased,
    ]);
    const exported = await download(erased);
    expect(exported.texts).toMatchObject([{ salt: null, text: null }]);
    expect((await prove(exported)).totals.problems).toBe(0);
  });

  it('shows what a superuser has done to the timeline before', async () => {
    const database = await OwnDatabase.create();
    const victim = (await (await BareOperation.open(database.recording)).getGoing()).reference;
    await database.tamper(
      `UPDATE timeline_event SET actor = 'someone-else' WHERE operation = '${victim}' AND sequence = 2`,
      `DELETE FROM timeline_event WHERE operation = '${victim}' AND sequence = 5`,
    );
    const parts = await new ExportRead(allSeeing(database.as.api), new TextRead()).one(victim, SUPERVISOR);
    const { privateKey } = generateKeyPairSync('ed25519');
    const making = { madeAt: '2026-01-01T10:00:00.000Z', madeBy: 'supervisor-norfolk' };
    const { said } = await prove(JSON.parse(makeExport(parts, making, privateKey)) as Export);
    expect(said.slice(0, 2)).toEqual([
      `${victim} at 2: does not match its hash: it has been altered`,
      `${victim} at 5: is missing: the operation had come to 5`,
    ]);
    await database.drop();
  });

  /** An archive as it comes, saved, and what is in it. */
  const archive = async (format: 'csv' | 'pdf') => {
    const bytes = await supervisor.file(`${address()}?format=${format}`);
    const file = join(folder, `${reference}.${format}.zip`);
    writeFileSync(file, bytes);
    return { file, files: await unzipped(bytes) };
  };

  it('is a table on request, which no spreadsheet runs, with the manifest that proves it', async () => {
    const { headers, status } = await supervisor.send(`${address()}?format=csv`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/zip');
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${reference}.csv.zip"`);
    const { file, files } = await archive('csv');
    expect([...files.keys()]).toEqual([`${reference}.csv`, 'manifest.json']);
    const table = String(files.get(`${reference}.csv`));
    expect(table).toMatch(/,"'=1\+1\nInvented, ""Person"""\r\n$/);
    expect(table.split('\r\n')).toHaveLength(6);
    const said: string[] = [];
    expect(await proveExport(file, (line) => said.push(line))).toEqual({
      ...{ operations: 1, events: 4, verified: 1, problems: 0 },
    });
    const { hash } = (await download()).operation;
    expect(said[0]).toMatch(`${reference}.csv of 4 events, the last with the hash ${hash}, 0 problems.`);
  });

  it('is paper on request, in words, with the marking on each page and the hash of each event', async () => {
    const { file, files } = await archive('pdf');
    const { pages, dictionaries } = pdfContents(files.get(`${reference}.pdf`) as Buffer);
    const words = pages.join('\n').replaceAll(/\s+/g, ' ');
    expect(words).toMatch(new RegExp(`Timeline of ${reference} .*4\\. Subject added .*Senior investigator, Norfolk`));
    expect(words).toContain(NAME);
    expect(words).toContain(REFERRAL.grounds);
    for (const page of pages) expect(page).toContain(REFERRAL.marking);
    for (const { hash } of (await download()).events) expect(words.replaceAll(' ', '')).toContain(hash);
    expect(dictionaries.some((one) => one.includes('/MarkInfo'))).toBe(true);
    expect((await proveExport(file, () => undefined)).problems).toBe(0);
  });

  it('is found out by the command line where an archive has been put together anew', async () => {
    const { files } = await archive('csv');
    const parts = [...files].map(([name, content]) => ({
      name,
      content: name.endsWith('.csv') ? Buffer.from(String(content).replace('Person', 'Parson')) : content,
    }));
    writeFileSync(join(folder, 'altered.zip'), zip(parts));
    await expect(
      promisify(execFile)(process.execPath, [compiled('apps/cli/main.js'), 'verify', 'altered.zip'], {
        ...{ cwd: folder, env: {} },
      }),
    ).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(
        new RegExp(`^${reference}: ${reference}.csv has been altered\n[^]*"problems":1}\n$`),
      ) as string,
    });
  });

  it('is for those alone who answer for the operation', async () => {
    const sio = await Caller.as('senior-investigator-norfolk', api.url);
    expect((await sio.send(address())).status).toBe(200);
    for (const person of ['intelligence-analyst-norfolk', 'tasking-officer-norfolk', 'administrator-ersou'] as const)
      for (const format of ['json', 'csv', 'pdf'])
        expect(await (await Caller.as(person, api.url)).send(`${address()}?format=${format}`)).toMatchObject({
          status: 403,
          body: { type: '/problems/forbidden', blockers: [{ code: 'role' }] },
        });
  });

  it('meets the same problems as every read', async () => {
    expect(await supervisor.send(address('OP-2020-999999'))).toMatchObject({ status: 404 });
    expect(await supervisor.send(`${address()}?format=docx`)).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'format' }] },
    });
    expect(await supervisor.send(address(), { headers: { accept: 'text/html' } })).toMatchObject({ status: 406 });
  });
});
