import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { castOf } from '../../apps/cli/scenarios/cast';
import { scenarios } from '../../apps/cli/scenarios';
import { SignedIn } from '../../platform/embedded/identity/sign-in';
import { Stack } from '../../platform/embedded/stack';
import { UNTHROTTLED } from '../../platform/embedded/unthrottled';
import { PageSession, postForm } from '../support/page-session';
import { eventually, REFERRAL } from '../support/stack';

jest.setTimeout(240_000);

/** Said nowhere else; each stands for a kind of what people enter. */
const NAME = 'Quietname Surnamesson';
const PHONE = '+447700900461';
const TEXT = 'quiet-free-text-of-a-report';
const SEARCH = 'quiet-search-term';
const FILE = 'quiet-file-name';
const REASON = 'quiet-justification';
/** What Operation Derail's people and reports are called. */
const OF_THE_SCENARIO = [
  'Bence Minta',
  'Katinka Példa',
  'Csenge Teszt',
  'Dávid Próba',
  'Eszter Kitalált',
  'Safeguarding visits',
];
const OPERATIONS = '/api/v1/operations';

describe('logs', () => {
  let stack: Stack;
  let dataDir: string;
  let officer: SignedIn;
  const tokens: string[] = [];
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'waymark-logs-'));
    const env = { ...UNTHROTTLED, LOG_LEVEL: 'debug' };
    stack = await Stack.start({ dataDir, ports: 'free', environment: {}, env });
    officer = new SignedIn(stack.urls.issuer, 'tasking-officer-norfolk');
  });
  afterAll(async () => {
    await stack?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function send(path: string, body?: string, headers: Readonly<Record<string, string>> = {}) {
    const token = await officer.token();
    tokens.push(token);
    const response = await fetch(`${stack.urls.api}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    return { status: response.status, body: await response.text() };
  }

  it('of no process and no service hold anything that people have entered, or a token', async () => {
    await scenarios.derail(castOf(stack.urls), () => undefined);

    const opened = await send(OPERATIONS, JSON.stringify({ ...REFERRAL, grounds: TEXT }));
    const { reference } = JSON.parse(opened.body) as { reference: string };
    const command = (name: string, body: object) =>
      send(`${OPERATIONS}/${reference}/commands/${name}`, JSON.stringify(body));
    const subject = { roles: ['suspect'], name: NAME, grounds: `${TEXT} ${PHONE}` };
    const said = [
      await command('addSubject', subject),
      await command('addIdentifier', { subject: 'S1', kind: 'phone', value: PHONE }),
      // Refused, and malformed in every way that leads to another place.
      await command('addSubject', { ...subject, [NAME]: PHONE }),
      await command('addSubject', { ...subject, roles: [NAME] }),
      await command('addSubject', { ...subject, name: `${NAME}\u0000` }),
      await command('addSubject', { ...subject, grounds: TEXT.repeat(20_000) }),
      await command('confirmThreatScore', { risk: NAME }),
      await command(NAME, {}),
      await send(`${OPERATIONS}/${reference}/commands/addSubject`, `{"name": "${NAME}", "grounds": "${TEXT}`),
      await send(`${OPERATIONS}/${encodeURIComponent(NAME)}`),
      await send(`/${encodeURIComponent(NAME)}?q=${SEARCH}`),
      await send(`${OPERATIONS}?q=${SEARCH}`),
      await send(`${OPERATIONS}?cursor=${SEARCH}`),
      await send(`${OPERATIONS}?limit=1`, undefined, { 'x-justification': REASON }),
      await send(`${OPERATIONS}/${reference}/timeline`, undefined, { 'x-justification': REASON, 'x-request-id': NAME }),
      await send(`/api/v1/events?after=${SEARCH}`, undefined, { accept: 'text/event-stream' }),
      await send(OPERATIONS, JSON.stringify(REFERRAL), { authorization: `Bearer ${SEARCH}` }),
      await send(OPERATIONS, JSON.stringify(REFERRAL), { authorization: `${NAME}` }),
    ];
    expect(new Set(said.map(({ status }) => status))).toEqual(new Set([200, 400, 401, 404, 413]));
    expect(await uploaded(reference)).toBe(200);
    expect(await seenOnPages(reference)).toEqual(new Set([200, 303, 400, 404]));
    await stack.kill('jobs');
    await stack.restart('jobs');

    const logs = readdirSync(stack.at.logs);
    expect(logs).toEqual(
      expect.arrayContaining(
        ['web', 'api', 'worker', 'jobs', 'identity', 'postgres', 'redis', 'temporal'].map((name) => `${name}.log`),
      ),
    );
    await eventually('the last request in the log', async () => logged('api.log').includes(reference));
    const secrets = [...new Set(tokens)].map((token) => token.split('.')[2] as string);
    const texts = [NAME, encodeURIComponent(NAME), PHONE, TEXT, SEARCH, FILE, REASON, ...OF_THE_SCENARIO, ...secrets];
    expect(
      logs.flatMap((log) => texts.filter((text) => logged(log).includes(text)).map((text) => [log, text])),
    ).toEqual([]);
  });

  const logged = (log: string) => readFileSync(join(stack.at.logs, log), 'utf8');

  /** The same on the pages: shown, looked for, typed, refused, and kept for somebody whose session has ended. */
  async function seenOnPages(reference: string): Promise<ReadonlySet<number>> {
    const { web } = stack.urls;
    const pages = await PageSession.as('tasking-officer-norfolk', web);
    const form = `/operations/${reference}/do/addSubject`;
    const typed = { roles: 'suspect', name: NAME, grounds: `${TEXT} ${PHONE}`, _by: 'tasking-officer-norfolk' };
    const replies = [
      await pages.get(`/operations/${reference}/people`),
      await pages.get(`/search?kind=name&q=${encodeURIComponent(NAME)}`),
      await pages.get(`/search?kind=phone&q=${encodeURIComponent(SEARCH)}`),
      await pages.get(`/operations/${encodeURIComponent(NAME)}`),
      await pages.get(`/${encodeURIComponent(NAME)}?q=${SEARCH}`),
      await pages.post(form, typed),
      await pages.post(form, { ...typed, roles: '' }),
      await postForm(`${web}${form}`, typed),
    ];
    return new Set(replies.map(({ status }) => status));
  }

  async function uploaded(reference: string): Promise<number> {
    const form = new FormData();
    form.set('file', new Blob([TEXT], { type: 'text/plain' }), `${FILE}.txt`);
    const { status } = await fetch(`${stack.urls.api}${OPERATIONS}/${reference}/files`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await officer.token()}`, 'idempotency-key': randomUUID() },
      body: form,
    });
    return status;
  }
});
