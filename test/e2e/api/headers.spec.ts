import { connect } from 'node:net';
import type { CommandAnswer } from '../../../apps/api/commands/command.schema';
import { Caller, ask, startApi, type TestApi } from '../../support/api';
import { REFERRAL } from '../../support/stack';
import { upload } from '../../support/upload';

const OPERATIONS = '/api/v1/operations';

const OF_DATA = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

describe('headers', () => {
  let api: TestApi;
  let officer: Caller;
  let supervisor: Caller;
  let reference: string;
  beforeAll(async () => {
    api = await startApi({ RATE_PER_ADDRESS: '1000' });
    officer = await Caller.as('tasking-officer-norfolk', api.url);
    supervisor = await Caller.as('supervisor-norfolk', api.url);
    reference = ((await officer.post(OPERATIONS, REFERRAL)).body as CommandAnswer).reference;
    await upload(officer, reference);
  });
  afterAll(() => api.close());

  const anyOrigin = { origin: 'https://elsewhere.example' };
  const by = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    supervisor.send(path, { headers: { ...anyOrigin, ...headers } });

  const answers: readonly [string, () => Promise<{ headers: Headers; status: number }>, number][] = [
    ['a list', () => by(OPERATIONS), 200],
    ['a problem', () => by(`${OPERATIONS}/OP-2020-999999`), 404],
    ['an address that is none', () => by('/nowhere'), 404],
    ['an address that is too long', () => by(`${OPERATIONS}?cursor=${'x'.repeat(3_000)}`), 414],
    ['a refusal of nobody', () => ask(api.url, OPERATIONS, { headers: anyOrigin }), 401],
    ['a command', () => officer.post(`${OPERATIONS}/${reference}/commands/submitReferral`, {}, anyOrigin), 200],
    ['a body that is none', () => officer.post(OPERATIONS, '{"a":'), 400],
    ['an export', () => by(`${OPERATIONS}/${reference}/export`), 200],
    ['an archive', () => by(`${OPERATIONS}/${reference}/export?format=csv`, { accept: 'application/zip' }), 200],
    ['a file', () => by(`${OPERATIONS}/${reference}/files/F1`, { accept: '*/*' }), 200],
    ['a live stream', () => stream(), 200],
    ['measurements', () => ask(api.url, '/metrics', { headers: anyOrigin }), 200],
    ['readiness', () => ask(api.url, '/readyz', { headers: anyOrigin }), 200],
    ['the document', () => ask(api.url, '/api/openapi.json', { headers: anyOrigin }), 200],
    ['what is no HTTP', () => nonsense(), 400],
  ];

  it.each(answers)('keep %s from being kept, framed, run or read by another site', async (_, answer, status) => {
    const found = await answer();
    expect(found.status).toBe(status);
    expect(Object.fromEntries(found.headers)).toMatchObject(OF_DATA);
    expect(found.headers.has('access-control-allow-origin')).toBe(false);
    expect(found.headers.has('set-cookie')).toBe(false);
    expect(found.headers.has('x-powered-by')).toBe(false);
  });

  it('let the documentation show itself, and nothing from elsewhere', async () => {
    const { headers } = await ask(api.url, '/api/docs');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('allow no other site anything when its browser asks first', async () => {
    const { headers } = await ask(api.url, OPERATIONS, {
      method: 'OPTIONS',
      headers: { ...anyOrigin, 'access-control-request-method': 'POST' },
    });
    expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  it('prove nobody by a cookie, so that no other site can act for them', async () => {
    const token = supervisor.authorization.replace('Bearer ', '');
    for (const cookie of [
      `token=${token}`,
      `authorization=Bearer ${token}`,
      `access_token=${token}; session=${token}`,
    ]) {
      const idempotent = { cookie, 'idempotency-key': 'k' };
      expect((await ask(api.url, OPERATIONS, { headers: { cookie } })).status).toBe(401);
      expect((await ask(api.url, OPERATIONS, { body: REFERRAL, headers: idempotent })).status).toBe(401);
    }
    expect((await ask(api.url, `${OPERATIONS}?access_token=${token}`)).status).toBe(401);
  });

  async function stream() {
    const abort = new AbortController();
    const headers = { accept: 'text/event-stream', authorization: supervisor.authorization, ...anyOrigin };
    const response = await fetch(`${api.url}/api/v1/events`, { headers, signal: abort.signal });
    abort.abort();
    return response;
  }

  function nonsense(): Promise<{ headers: Headers; status: number }> {
    const { hostname, port } = new URL(api.url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write('nonsense\r\n\r\n'));
      let received = '';
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.on('error', reject);
      socket.on('end', () => {
        const [status = '', ...lines] = (received.split('\r\n\r\n')[0] ?? '').split('\r\n');
        const headers = new Headers(lines.map((line) => line.split(': ') as [string, string]));
        resolve({ status: Number(status.split(' ')[1]), headers });
      });
    });
  }
});
