import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { CommandAnswer } from '../../../apps/api/commands/command.schema';
import { createDocument } from '../../../apps/api/openapi/document';
import { MEDIA_TYPE, problemSchema, type ProblemBody, type ProblemName } from '../../../apps/api/http/problems';
import type { Actor } from '../../../domain/access/actor';
import { EngineUnavailable } from '../../../platform/commands/engine-unavailable';
import { TokenVerifier } from '../../../apps/api/identity/token-verifier';
import { WorklistRead } from '../../../apps/api/operations/worklist.read';
import { CommandGateway } from '../../../platform/commands/gateway';
import { ask, Caller, partOf, startApi, type Reply, type TestApi } from '../../support/api';
import { eventually, REFERRAL } from '../../support/stack';
import { upload } from '../../support/upload';

const OPERATIONS = '/api/v1/operations';
/** An address where nothing listens. */
const NOWHERE = '127.0.0.1:1';

describe('problems', () => {
  let api: TestApi;
  let tasking: Caller;
  let analyst: Caller;
  let reference: string;
  beforeAll(async () => {
    api = await startApi();
    tasking = await Caller.as('tasking-officer-norfolk', api.url);
    analyst = await Caller.as('intelligence-analyst-norfolk', api.url);
    reference = ((await tasking.post(OPERATIONS, REFERRAL)).body as CommandAnswer).reference;
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => api.close());

  const commands = (command: string) => `${OPERATIONS}/${reference}/commands/${command}`;

  /** One way to meet each problem. The document must not name one that is missing here, nor the other way round. */
  const met: Readonly<Record<ProblemName, () => Promise<Reply>>> = {
    validation: () => tasking.post(OPERATIONS, { ...REFERRAL, leadForce: 'nowhere' }),
    unauthenticated: () => ask(api.url, OPERATIONS),
    'step-up': async () => {
      const verifier = partOf(api.app, TokenVerifier);
      const actor: Actor = { id: 'somebody', roles: ['supervisor'], force: 'norfolk' };
      jest.spyOn(verifier, 'verify').mockResolvedValue({ actor, expiresAt: Date.now() + 60_000, signedInAt: 0 });
      return tasking.post(commands('challengeAccess'), { reason: 'Invented reason.' });
    },
    forbidden: () => analyst.post(OPERATIONS, REFERRAL),
    'not-found': () => tasking.send(`${OPERATIONS}/OP-2020-999999`),
    'method-not-allowed': () => tasking.send(OPERATIONS, { method: 'DELETE' }),
    'not-acceptable': () => tasking.send(OPERATIONS, { headers: { accept: 'text/html' } }),
    'version-conflict': () => tasking.post(commands('submitReferral'), {}, { 'if-match': '"0"' }),
    gone: async () => {
      await upload(tasking, reference);
      const supervisor = await Caller.as('supervisor-norfolk', api.url);
      await supervisor.post(commands('eraseFile'), { file: 'F1', reason: 'Invented reason.' });
      return tasking.send(`${OPERATIONS}/${reference}/files/F1`);
    },
    'too-large': () => tasking.post(OPERATIONS, { ...REFERRAL, grounds: 'x'.repeat(300_000) }),
    'uri-too-long': () => tasking.send(`${OPERATIONS}?cursor=${'x'.repeat(3_000)}`),
    'unsupported-media-type': () =>
      tasking.post(OPERATIONS, 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }),
    blocked: () => tasking.post(commands('confirmThreatScore'), { risk: 1 }),
    'idempotency-mismatch': async () => {
      const headers = { 'idempotency-key': randomUUID() };
      await tasking.post(OPERATIONS, REFERRAL, headers);
      return tasking.post(OPERATIONS, { ...REFERRAL, leadForce: 'essex' }, headers);
    },
    'too-busy': () => {
      const busy = new EngineUnavailable(true, {});
      jest.spyOn(partOf(api.app, CommandGateway), 'give').mockRejectedValue(busy);
      return tasking.post(commands('submitReferral'), {});
    },
    'headers-too-large': () => rawly(`GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`),
    internal: () => {
      const defect = new RangeError('a defect whose message says Invented Person');
      jest.spyOn(partOf(api.app, WorklistRead), 'page').mockRejectedValue(defect);
      return tasking.send(OPERATIONS);
    },
    unavailable: async () => {
      const away = await startApi({ DATABASE_URL: `postgresql://waymark_api@${NOWHERE}/waymark` });
      const reply = await (await Caller.as('tasking-officer-norfolk', away.url)).send(OPERATIONS);
      await away.close();
      return reply;
    },
  };

  it.each(Object.keys(met) as ProblemName[])('%s has its media type, type, status and title', async (name) => {
    const reply = await met[name]();
    const problem = problemSchema.parse(reply.body);
    expect(reply.headers.get('content-type')).toContain(MEDIA_TYPE);
    expect(problem.type).toBe(`/problems/${name}`);
    expect(problem.status).toBe(reply.status);
  });

  it('are all in the document, and the document names no other', () => {
    const document = createDocument(api.app);
    const { Problem } = document.components?.schemas as Record<string, { properties: { type: { enum: string[] } } }>;
    expect(Problem?.properties.type.enum.toSorted()).toEqual(
      Object.keys(met)
        .map((name) => `/problems/${name}`)
        .toSorted(),
    );
    // A method that is not in the document has no response there to describe.
    expect([...problemsOf(document), 'method-not-allowed'].toSorted()).toEqual(Object.keys(met).toSorted());
  });

  it('say when to try again', async () => {
    for (const name of ['too-busy', 'unavailable'] as const) {
      const { headers } = await met[name]();
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      jest.restoreAllMocks();
    }
  });

  it('challenge who has not signed in', async () => {
    expect((await met.unauthenticated()).headers.get('www-authenticate')).toBe('Bearer realm="waymark"');
  });

  it('name the methods there are', async () => {
    expect((await met['method-not-allowed']()).headers.get('allow')).toBe('GET, HEAD, POST');
  });

  it('of our own making tell nothing but what to ask the operators by', async () => {
    const { body, headers } = await met.internal();
    expect(body).toEqual({
      type: '/problems/internal',
      title: 'Something is wrong on our side',
      status: 500,
      requestId: headers.get('x-request-id'),
    });
  });

  it.each([
    ['no key', {}, 'Idempotency-Key'],
    ['a key too long', { 'idempotency-key': 'k'.repeat(129) }, 'Idempotency-Key'],
    ['no entity tag', { 'idempotency-key': 'k', 'if-match': '7' }, 'If-Match'],
    ['several entity tags', { 'idempotency-key': 'k', 'if-match': '"1", "2"' }, 'If-Match'],
  ])('are met by a command with %s', async (_, headers, path) => {
    const { status, body } = await tasking.send(commands('submitReferral'), { method: 'POST', body: {}, headers });
    expect(status).toBe(400);
    expect((body as ProblemBody).errors?.map((error) => error.path)).toEqual([path]);
  });

  it.each([
    ['half of JSON', '{"a":', 400],
    ['no object', '[]', 400],
    ['nothing of the command', '{}', 400],
    ['depth without end', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400],
  ])('are met by a body that is %s', async (_, body, status) => {
    expect((await tasking.post(OPERATIONS, body)).status).toBe(status);
  });

  it.each([
    `${OPERATIONS}?limit=101`,
    `${OPERATIONS}?limit=0`,
    `${OPERATIONS}?stage=nowhere`,
    `${OPERATIONS}?cursor=abc`,
    `${OPERATIONS}?unknown=1`,
    `${OPERATIONS}?stage=referral&stage=closed`,
    '/api/v1/inbox?unread=perhaps',
    '/api/v1/events?after=-1',
  ])('are met by the question %s', async (path) => {
    expect(await tasking.send(path)).toMatchObject({ status: 400, body: { type: '/problems/validation' } });
  });

  it('are met while the engine is away, and reads go on', async () => {
    const away = await startApi({ TEMPORAL_ADDRESS: NOWHERE });
    const someone = await Caller.as('tasking-officer-norfolk', away.url);
    const given = await someone.post(commands('submitReferral'), {});
    expect(given).toMatchObject({ status: 503, body: { type: '/problems/unavailable' } });
    expect((await someone.send(`${OPERATIONS}/${reference}/actions`)).status).toBe(200);
    expect((await someone.send(`${OPERATIONS}/${reference}/timeline/verify`)).body).toMatchObject({
      verified: true,
      workflow: 'no-answer',
    });
    await away.close();
  });

  it('are met by everyone while the identity provider is away', async () => {
    const away = await startApi({ OIDC_ISSUER: `http://${NOWHERE}` });
    const { authorization } = await Caller.as('tasking-officer-norfolk', api.url);
    expect(await ask(away.url, OPERATIONS, { headers: { authorization } })).toMatchObject({ status: 503 });
    await away.close();
  });

  it('of readiness name what is down', async () => {
    const away = await startApi({ REDIS_URL: `redis://${NOWHERE}`, OIDC_ISSUER: `http://${NOWHERE}` });
    const said = await eventually('what is up', async () => {
      const reply = await ask(away.url, '/readyz');
      return (reply.body as { temporal: string }).temporal === 'up' && reply;
    });
    expect(said).toMatchObject({
      status: 503,
      body: { ready: false, postgres: 'up', redis: 'down', temporal: 'up', identity: 'down' },
    });
    expect((await ask(away.url, '/healthz')).status).toBe(200);
    await away.close();
  });

  /** A request byte by byte, where a client of manners would refuse to send it. */
  function rawly(text: string): Promise<Reply> {
    const { hostname, port } = new URL(api.url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write(text));
      let received = '';
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.on('error', reject);
      socket.on('end', () => {
        const [head = '', body = ''] = received.split('\r\n\r\n');
        const [status = '', ...lines] = head.split('\r\n');
        const headers = new Headers(lines.map((line) => line.split(': ') as [string, string]));
        resolve({ status: Number(status.split(' ')[1]), headers, body: JSON.parse(body) as unknown });
      });
    });
  }
});

/** The names of all problems that some response of the document describes. */
function problemsOf(document: OpenAPIObject): readonly string[] {
  const named = new Set<string>();
  for (const path of Object.values(document.paths))
    for (const operation of [path.get, path.post, path.put, path.delete])
      for (const response of Object.values(operation?.responses ?? {}))
        if (response && 'content' in response && response.content?.[MEDIA_TYPE])
          for (const [, name] of (response.description ?? '').matchAll(/^`([a-z-]+)`:/gm)) named.add(name as string);
  return [...named];
}
