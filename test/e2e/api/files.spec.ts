import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { CommandAnswer } from '../../../apps/api/commands/command.schema';
import type { ProblemBody } from '../../../apps/api/http/problems';
import { abandonedRound, erase } from '../../../apps/jobs/erasure';
import { proveTimelines } from '../../../apps/cli/verify-run';
import { createStore } from '../../../platform/files/create-store';
import { claim } from '../../../platform/files/claims';
import type { FileStore } from '../../../platform/files/file-store';
import { Caller, startApi, type Reply, type TestApi } from '../../support/api';
import { INFECTED, startClamd } from '../../support/clamd';
import { nowhere } from '../../support/listener';
import { Engine, eventually, REFERRAL, SUPERVISOR, testStack } from '../../support/stack';
import { PDF, PNG, upload } from '../../support/upload';

const LIMIT = 200_000;
const digestOf = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
const payloadOf = ({ body }: Reply) => (body as CommandAnswer).events[0]?.payload as Record<string, unknown>;

describe('the files of an operation', () => {
  let folder: string;
  let store: FileStore;
  let clamd: Awaited<ReturnType<typeof startClamd>>;
  let engine: Engine;
  let api: TestApi;
  let officer: Caller;
  let supervisor: Caller;
  let reference: string;

  // The stack's own jobs process looks into the stack's own store: erasures are followed there.
  beforeAll(async () => {
    folder = testStack().env.api['FILES_DIR'] as string;
    store = createStore({
      FILES_DIR: folder,
      FILES_S3_BUCKET: undefined,
      FILES_S3_ENDPOINT: undefined,
      FILES_S3_REGION: '',
    });
    clamd = await startClamd();
    engine = new Engine();
    api = await startApi({ CLAMD_ADDRESS: clamd.address, FILES_MAX_BYTES: String(LIMIT) });
    officer = await Caller.as('tasking-officer-norfolk', api.url);
    supervisor = await Caller.as('supervisor-norfolk', api.url);
  });
  beforeEach(async () => {
    reference = await opened();
  });
  afterAll(async () => {
    await Promise.all([api.close(), clamd.close(), engine.close()]);
  });

  const opened = async () => {
    const { body } = await officer.post('/api/v1/operations', REFERRAL);
    return (body as CommandAnswer).reference;
  };
  const attach = async (given: Parameters<typeof upload>[2], to = reference) => {
    const reply = await upload(officer, to, given);
    expect(reply).toMatchObject({ status: 200 });
    return reply;
  };
  const download = (file: string, of = reference) =>
    fetch(`${api.url}/api/v1/operations/${of}/files/${file}`, {
      headers: { authorization: officer.authorization },
    });
  const eraseFile = (file: string, of = reference) =>
    supervisor.post(`/api/v1/operations/${of}/commands/eraseFile`, { file, reason: 'Invented reason.' });
  const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const isStored = (sha256: string) => existsSync(placeOf(sha256));
  const incoming = () => readdirSync(join(folder, 'incoming'));
  const claimsOf = async (sha256: string) =>
    (await engine.pool.query('SELECT id FROM file_claim WHERE sha256 = $1', [sha256])).rowCount;
  /** That nothing is kept of a content: neither bytes nor claim, and no event speaks of it. */
  const expectNothing = async (content: Buffer | string) => {
    expect(isStored(digestOf(content))).toBe(false);
    expect(await claimsOf(digestOf(content))).toBe(0);
    expect((await engine.events(reference)).filter(({ type }) => type === 'fileAttached')).toEqual([]);
    expect(incoming()).toEqual([]);
  };
  const unique = () => `Invented ${randomUUID()}`;

  it('come back as they were sent, to be saved under their name', async () => {
    const reply = await attach({ name: 'lage – übersicht.png', content: PNG, fields: { note: 'Invented note.' } });
    expect(payloadOf(reply)).toEqual({
      file: 'F1',
      sha256: digestOf(PNG),
      size: PNG.length,
      mediaType: 'image/png',
      scan: 'clean',
      name: expect.objectContaining({ digest: expect.any(String) as string }) as object,
      note: expect.objectContaining({ digest: expect.any(String) as string }) as object,
      about: null,
    });
    const response = await download('F1');
    expect(Buffer.from(await response.arrayBuffer()).equals(PNG)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(PNG.length),
      'content-disposition': `attachment; filename="lage ? ?bersicht.png"; filename*=UTF-8''${encodeURIComponent('lage – übersicht.png')}`,
      'x-content-type-options': 'nosniff',
      'repr-digest': `sha-256=:${createHash('sha256').update(PNG).digest('base64')}:`,
    });
    expect(incoming()).toEqual([]);
    const { body } = await officer.send(`/api/v1/operations/${reference}`);
    expect(body).toMatchObject({ files: [{ id: 'F1', sha256: digestOf(PNG), status: 'kept' }] });
  });

  it('are attached once however often a request is repeated, and a key serves one file', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const content = unique();
    const first = await attach({ content, headers });
    const again = await attach({ content, headers });
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await claimsOf(digestOf(content))).toBe(1);
    const other = unique();
    expect(await upload(officer, reference, { content: other, headers })).toMatchObject({
      status: 422,
      body: { type: '/problems/idempotency-mismatch' },
    });
    expect(isStored(digestOf(other))).toBe(false);
  });

  it('are stored once, and stay until the last that has the content is erased', async () => {
    const content = unique();
    const elsewhere = await opened();
    await attach({ content });
    await attach({ content, name: 'again.txt' });
    await attach({ content }, elsewhere);
    const gone = (file: string, of = reference) =>
      eventually(`${file} of ${of} to be given up`, async () => (await texts(file, of)).every((one) => one === null));

    for (const [file, of] of [
      ['F1', reference],
      ['F1', elsewhere],
    ] as const) {
      expect((await eraseFile(file, of)).status).toBe(200);
      expect(await (await download(file, of)).json()).toMatchObject({ type: '/problems/gone' });
      await gone(file, of);
      expect(isStored(digestOf(content))).toBe(true);
    }
    expect(await (await download('F2')).text()).toBe(content);
    await eraseFile('F2');
    await eventually('the bytes to be gone', async () => !isStored(digestOf(content)));
    await eventually('the claims to be gone', async () => (await claimsOf(digestOf(content))) === 0);
    expect(await eraseFile('F2')).toMatchObject({ status: 422, body: { blockers: [{ code: 'file-status' }] } });
  });

  const texts = async (file: string, of = reference): Promise<readonly (string | null)[]> => {
    const { rows } = await engine.pool.query<{ text: string | null }>(
      `SELECT t.text FROM timeline_event e JOIN text_record t ON t.operation = e.operation
         AND t.id IN (e.payload_json -> 'name' ->> 'record', e.payload_json -> 'note' ->> 'record')
       WHERE e.operation = $1 AND e.event_type = 'fileAttached' AND e.payload_json ->> 'file' = $2`,
      [of, file],
    );
    return rows.map((row) => row.text);
  };

  it('are not stored again by a repeat after their erasure', async () => {
    const given = { content: unique(), headers: { 'idempotency-key': randomUUID() } };
    await attach(given);
    await eraseFile('F1');
    await eventually('the bytes to be gone', async () => !isStored(digestOf(given.content)));
    expect((await attach(given)).headers.get('idempotency-replayed')).toBe('true');
    expect(isStored(digestOf(given.content))).toBe(false);
  });

  it.each([
    ['a PDF', PDF, 'a.pdf', 'application/pdf'],
    ['a table', 'place,day\nInvented,1\n', 'A.CSV', 'text/csv'],
    ['a note that begins like a picture', 'BM was seen at the invented place.', 'a.txt', 'text/plain'],
    ['text that is not in UTF-8', Buffer.from('M\xfcnchen', 'latin1'), 'a.txt', 'text/plain'],
    ['a table in UTF-16', Buffer.from('\ufeffplace\tday\n', 'utf16le'), 'a.tsv', 'text/tab-separated-values'],
    ['lines of JSON', '{"text":"Invented"}\n', 'a.jsonl', 'application/x-ndjson'],
  ])('are what their content says: %s', async (_, content, name, type) => {
    await attach({ name, content });
    expect((await download('F1')).headers.get('content-type')).toContain(type);
  });

  it.each([
    ['a picture that is called a PDF', Buffer.concat([PNG, Buffer.from('unique')]), 'a.pdf', 400, /ends in \.png/],
    ['a note that is called a picture', 'Only words.', 'a.png', 400, /\.txt or \.csv or \.tsv or \.jsonl/],
    ['a program', Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0', 'latin1'), 'a.txt', 415, /Files may be/],
    ['half a letter of UTF-16', Buffer.from('\ufeffM\xfc', 'utf16le').subarray(0, 5), 'a.txt', 415, /Files may be/],
    ['nothing', '', 'a.txt', 400, /empty/],
  ])('are refused where they are %s', async (_, content, name, status, sentence) => {
    const reply = await upload(officer, reference, { name, content });
    expect(reply.status).toBe(status);
    expect(JSON.stringify(reply.body)).toMatch(sentence);
    await expectNothing(content);
  });

  it('may have so many bytes and not one more', async () => {
    const most = Buffer.alloc(LIMIT, unique());
    const more = Buffer.concat([most, Buffer.from('x')]);
    expect(await upload(officer, reference, { content: more })).toMatchObject({
      status: 413,
      body: { type: '/problems/too-large', detail: 'A file may have 200,000 bytes.' },
    });
    await expectNothing(more);
    await attach({ content: most });
  });

  it.each([
    ['no file', [['note', 'Only a note.']], 'file'],
    [
      'an unknown field',
      [
        ['file', null],
        ['sha256', 'f'.repeat(64)],
      ],
      'sha256',
    ],
    [
      'two files',
      [
        ['file', null],
        ['file', null],
      ],
      'file',
    ],
    [
      'a note twice',
      [
        ['note', 'a'],
        ['note', 'b'],
        ['file', null],
      ],
      'note',
    ],
    ['another name for the file', [['picture', null]], 'picture'],
  ] as const)('come in a form; not with %s', async (_, parts, path) => {
    const form = new FormData();
    const content = unique();
    for (const [name, value] of parts)
      if (value === null) form.append(name, new Blob([content]), 'a.txt');
      else form.append(name, value);
    const { status, body } = await officer.form(`/api/v1/operations/${reference}/files`, form, {
      'idempotency-key': randomUUID(),
    });
    expect({ status, paths: (body as ProblemBody).errors?.map((error) => error.path) }).toEqual({
      status: 400,
      paths: [path],
    });
    await expectNothing(content);
  });

  it('are about what the operation holds', async () => {
    const content = unique();
    expect(await upload(officer, reference, { content, fields: { about: 'S1' } })).toMatchObject({
      status: 422,
      body: { blockers: [{ code: 'no-such-matter' }] },
    });
    await expectNothing(content);
    await officer.post(`/api/v1/operations/${reference}/commands/addSubject`, {
      roles: ['witness'],
      name: 'Invented Person',
      grounds: 'Invented grounds.',
    });
    expect(payloadOf(await attach({ content, fields: { about: 'S1' } }))).toMatchObject({ about: 'S1' });
  });

  describe('are refused before their body is read', () => {
    it.each([
      ['who may not attach', () => supervisor, {}, 403, 'forbidden'],
      ['who has looked at another version', () => officer, { 'if-match': '"0"' }, 409, 'version-conflict'],
      ['no key', () => officer, { 'idempotency-key': '' }, 400, 'validation'],
    ] as const)('of %s', async (_, by, headers, status, problem) => {
      const answer = await beginUpload(by().authorization, headers);
      expect(answer).toContain(`HTTP/1.1 ${status} `);
      expect(answer).toContain(`/problems/${problem}`);
      expect(incoming()).toEqual([]);
    });

    it('in a stage that has no place for them', async () => {
      await officer.post(`/api/v1/operations/${reference}/commands/withdrawReferral`, { reason: 'Invented.' });
      const answer = await beginUpload(officer.authorization);
      expect(answer).toContain('HTTP/1.1 422 ');
      expect(answer).toContain('"code":"stage"');
    });

    it('where it is said to be too long', async () => {
      expect(await beginUpload(officer.authorization, { 'content-length': '10000000' })).toContain('HTTP/1.1 413 ');
    });
  });

  /** Sends the head of an upload and the beginning of its body, and waits for the answer without sending any more. */
  async function beginUpload(authorization: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
    const socket = await uploading(authorization, more);
    const answer = await new Promise<string>((resolve) =>
      socket.once('data', (chunk: Buffer) => resolve(String(chunk))),
    );
    socket.destroy();
    return answer;
  }

  async function uploading(authorization: string, more: Readonly<Record<string, string>> = {}) {
    const { hostname, port, host } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    const headers = {
      host,
      authorization,
      'idempotency-key': randomUUID(),
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': '100000',
      ...more,
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`POST /api/v1/operations/${reference}/files HTTP/1.1\r\n${lines.join('')}\r\n`);
    socket.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nThe beginning');
    return socket;
  }

  it('leave nothing where the upload breaks off', async () => {
    const socket = await uploading(officer.authorization);
    await eventually('the beginning', async () => incoming().length === 1);
    socket.destroy();
    await eventually('nothing left', async () => incoming().length === 0);
    expect(await engine.events(reference)).toHaveLength(1);
  });

  it('leave nothing where they are infected, and name what was found', async () => {
    const content = `${unique()} ${INFECTED}`;
    expect(await upload(officer, reference, { content })).toMatchObject({
      status: 422,
      body: {
        type: '/problems/blocked',
        blockers: [{ code: 'infected', sentence: expect.stringContaining('Test.Invented') as string }],
      },
    });
    await expectNothing(content);
  });

  it('wait for the scanner where it is away, and leave nothing; a record says where there is none', async () => {
    const away = await startApi({ CLAMD_ADDRESS: await nowhere() });
    const content = unique();
    const reply = await upload(await Caller.as('tasking-officer-norfolk', away.url), reference, { content });
    expect(reply).toMatchObject({ status: 503, body: { detail: 'The virus scanner gave no answer.' } });
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
    await away.close();
    await expectNothing(content);

    const without = await startApi();
    const unscanned = await upload(await Caller.as('tasking-officer-norfolk', without.url), reference, { content });
    expect(payloadOf(unscanned)).toMatchObject({ scan: 'not-scanned' });
    await without.close();
  });

  it('are kept where it is not known whether they were attached, and given up after a day', async () => {
    const away = await startApi({ TEMPORAL_ADDRESS: await nowhere() });
    const content = unique();
    const sha256 = digestOf(content);
    const reply = await upload(await Caller.as('tasking-officer-norfolk', away.url), reference, { content });
    expect(reply.status).toBe(503);
    await away.close();
    expect(isStored(sha256)).toBe(true);

    await abandonedRound(engine.pool, store);
    expect(isStored(sha256)).toBe(true);
    await engine.pool.query(`UPDATE file_claim SET claimed_at = now() - interval '25 hours' WHERE sha256 = $1`, [
      sha256,
    ]);
    await abandonedRound(engine.pool, store);
    await expectNothing(content);
  });

  it('that are attached stay, however old their claim', async () => {
    const content = unique();
    await attach({ content });
    await engine.pool.query(`UPDATE file_claim SET claimed_at = now() - interval '1 year' WHERE sha256 = $1`, [
      digestOf(content),
    ]);
    await abandonedRound(engine.pool, store);
    expect(isStored(digestOf(content))).toBe(true);
  });

  it('are erased by a repeat where the jobs process died in the middle', async () => {
    const content = unique();
    const given = await attach({ content });
    const { rows } = await engine.pool.query<{ command: string }>(
      'SELECT command_id AS command FROM file_claim WHERE sha256 = $1',
      [digestOf(content)],
    );
    expect(rows).toEqual([{ command: (given.body as CommandAnswer).commandId }]);
    await eraseFile('F1');
    await eventually('the claims to be gone', async () => (await claimsOf(digestOf(content))) === 0);
    // As after a crash between the bytes and the commit: the claim and the outbox row are there still.
    await claim(engine.pool, digestOf(content), reference, rows[0]?.command ?? '');
    const { rows: outbox } = await engine.pool.query<{ id: string }>(
      'INSERT INTO outbox (operation, sequence, queued_at) VALUES ($1, 3, now()) RETURNING id',
      [reference],
    );
    await erase(engine.pool, store, { outbox: outbox[0]?.id ?? '' });
    expect(await claimsOf(digestOf(content))).toBe(0);
    await engine.pool.query('DELETE FROM outbox WHERE id = $1', [outbox[0]?.id]);
  });

  it('are there as they were attached, or verification says so and they are not served whole', async () => {
    const content = unique();
    const sha256 = digestOf(content);
    await attach({ content });
    const verify = async () => {
      const said: string[] = [];
      const { problems } = await proveTimelines(testStack().env.auditor, reference, (line) => said.push(line));
      return { problems, said: said[0] };
    };
    expect(await verify()).toMatchObject({ problems: 0 });

    writeFileSync(placeOf(sha256), content.replace('Invented', 'Altered!'));
    expect(await verify()).toEqual({
      problems: 1,
      said: `${reference} at 2: its file F1 is not the one that was attached`,
    });
    await expect(download('F1').then((response) => response.text())).rejects.toThrow();

    rmSync(placeOf(sha256));
    expect(await verify()).toEqual({ problems: 1, said: `${reference} at 2: its file F1 is not in the file store` });
    expect((await download('F1')).status).toBe(500);

    await attach({ content });
    expect(await verify()).toMatchObject({ problems: 0 });
  });

  it('are found by their identifier alone', async () => {
    for (const file of ['F1', 'F0', 'x', '..%2f..%2fsecrets']) expect((await download(file)).status).toBe(404);
  });

  it('cannot be attached by a digest that somebody makes up', async () => {
    expect(await officer.post(`/api/v1/operations/${reference}/commands/attachFile`, {})).toMatchObject({
      status: 404,
      body: { detail: expect.stringContaining('/files') as string },
    });
  });

  it('can be erased after the operation has closed', async () => {
    const content = unique();
    await attach({ content });
    await officer.post(`/api/v1/operations/${reference}/commands/withdrawReferral`, { reason: 'Invented.' });
    expect((await eraseFile('F1')).status).toBe(200);
    await eventually('the bytes to be gone', async () => !isStored(digestOf(content)));
    expect(await engine.give(reference, SUPERVISOR, 'eraseFile', { file: 'F1', reason: 'Again.' })).toMatchObject({
      kind: 'blocked',
    });
  });
});
