import { randomUUID } from 'node:crypto';
import { accessPage } from '../../../apps/api/access-log/access-log.schema';
import type { BulkAct, BulkView } from '../../../apps/api/bulk/bulk.schema';
import { feedEvent } from '../../../apps/api/events/feed.schema';
import { inboxPage } from '../../../apps/api/inbox/inbox.schema';
import type { Role } from '../../../domain/access/actor';
import { Random } from '../../../samples/random';
import { ask, startApi, type Reply, type Request, type TestApi } from '../../support/api';
import { Issuer } from '../../support/issuer';
import { ownReference } from '../../support/own-reference';
import { Engine, eventually, REFERRAL, someone, SUPERVISOR, TASKING } from '../../support/stack';

const OPERATIONS = '/api/v1/operations';
/** A force that leads nothing of this threat area in any other test. */
const FORCE = 'warwickshire';
const reason = 'Invented reason.';
const TIMED = 400;
/** Four standard errors of the statistic below, were there no difference. */
const CHANCE = 0.082;

describe('a hidden operation', () => {
  let api: TestApi;
  let issuer: Issuer;
  let engine: Engine;
  /** One that the reader sees, so that there is something to be told. */
  let seen: string;
  let hidden: string;
  const absent = ownReference();
  const reader = `reader-${randomUUID().slice(0, 8)}`;
  const lead = someone('lead-elsewhere', 'tasking-officer');

  beforeAll(async () => {
    issuer = await Issuer.start();
    api = await startApi({ OIDC_ISSUER: issuer.url });
    engine = new Engine();
    const signedIn = await issuer.signed({ sub: lead.id, roles: ['tasking-officer'], force: 'norfolk' });
    await ask(api.url, '/api/v1/me', { headers: { authorization: `Bearer ${signedIn}` } });
    seen = await opened({ leadForce: FORCE });
    hidden = await opened({ leadForce: 'lincolnshire' });
    await engine.does(seen, TASKING, 'assignTeam', { person: reader, role: 'intelligence-analyst' });
  });
  afterAll(async () => {
    await Promise.all([api.close(), engine.close()]);
    issuer.close();
  });

  async function opened(more: object): Promise<string> {
    const reference = ownReference();
    await engine.gateway.open(reference, engine.envelope(lead, 'openReferral', { ...REFERRAL, ...more }), null);
    return reference;
  }
  async function as(
    path: string,
    { role = 'intelligence-analyst' as Role, ...request }: Request & { role?: Role } = {},
  ) {
    const token = await issuer.signed({ sub: reader, roles: [role], force: FORCE });
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID(), ...request.headers };
    return ask(api.url, path, { ...request, headers });
  }
  const told = ({ status, body, headers }: Reply, reference: string) =>
    JSON.stringify([
      status,
      body,
      [...headers].filter(([name]) => !['date', 'x-request-id'].includes(name)),
    ]).replaceAll(reference, 'X');

  /** The log counts the asking itself: out of hours, each of the two requests is one more access by the reader. */
  const withoutOwnReading = (body: unknown) => {
    if (typeof body !== 'object' || body === null || !('rules' in body) || !('items' in body)) return body;
    const items = body.items as readonly { rule: string; person: string | null }[];
    return { ...body, items: items.filter(({ rule, person }) => rule !== 'out-of-hours' || person !== reader) };
  };

  /** Everything that somebody can list or count. */
  const lists = [
    [OPERATIONS, 'intelligence-analyst'],
    [`${OPERATIONS}?leadForce=lincolnshire`, 'intelligence-analyst'],
    [`${OPERATIONS}?stage=referral&limit=1`, 'intelligence-analyst'],
    [`${OPERATIONS}?order=risk&search=OP-1999`, 'supervisor'],
    [`${OPERATIONS}?person=${lead.id}`, 'intelligence-analyst'],
    [`${OPERATIONS}?awaiting=any&order=due`, 'supervisor'],
    [`/api/v1/people/${lead.id}`, 'supervisor'],
    ['/api/v1/figures', 'tasking-officer'],
    ['/api/v1/figures?leadForce=lincolnshire', 'supervisor'],
    ['/api/v1/workload', 'supervisor'],
    ['/api/v1/overdue', 'supervisor'],
    ['/api/v1/inbox', 'intelligence-analyst'],
    ['/api/v1/access-log/unusual', 'supervisor'],
  ] as const;

  it.each(lists)('changes neither list nor count: %s as %s', async (path, role) => {
    const before = (await as(path, { role })).body;
    const another = await opened({ leadForce: 'lincolnshire' });
    await engine.does(another, lead, 'addSubject', { roles: ['suspect'], name: 'Invented', grounds: 'Invented.' });
    await engine.does(another, lead, 'assignTeam', { person: lead.id, role: 'intelligence-analyst' });
    const after = (await as(path, { role })).body;
    const still = (body: unknown) =>
      JSON.stringify(withoutOwnReading(body)).replaceAll(/"(madeAt|from|to)":"[^"]*"/g, '""');
    expect(still(after)).toBe(still(before));
    expect(JSON.stringify(after)).not.toMatch(another);
  });

  it.each([
    ['', {}],
    ['/timeline', {}],
    ['/timeline?merged=true', {}],
    ['/timeline/verify', {}],
    ['/actions', {}],
    ['/clocks', {}],
    ['/export', { role: 'supervisor' as const }],
    ['/export?format=csv', { role: 'supervisor' as const, headers: { accept: 'application/zip' } }],
    ['/export?format=pdf', { role: 'supervisor' as const, headers: { accept: 'application/zip' } }],
    ['/timeline/summary', {}],
    ['/disclosure/MG6C', {}],
    ['/europol/messages/M1/file', { role: 'rocu-liaison-officer' as const }],
    ['/files/F1', {}],
    ['/events', { headers: { accept: 'text/event-stream' } }],
    ['/commands/addSubject', { method: 'POST', body: { roles: ['suspect'], name: 'Invented', grounds: 'Invented.' } }],
    ['/commands/addSubject', { method: 'POST', body: {} }],
    ['/commands/close', { method: 'POST', body: {}, headers: { 'if-match': '"1"' } }],
    ['/commands/eraseText', { method: 'POST', role: 'supervisor' as const, body: { record: randomUUID(), reason } }],
  ])('is answered as one that does not exist: %s', async (path, request) => {
    expect(told(await as(`${OPERATIONS}/${hidden}${path}`, request), hidden)).toBe(
      told(await as(`${OPERATIONS}/${absent}${path}`, request), absent),
    );
  });

  it('cannot be linked, merged with or acted on in bulk, as one that does not exist', async () => {
    for (const [command, field, role] of [
      ['linkOperation', 'operation', 'intelligence-analyst'],
      ['requestMerge', 'into', 'tasking-officer'],
    ] as const) {
      const refused = await Promise.all(
        [hidden, absent].map(async (reference) => {
          const body = { [field]: reference, reason, ...(field === 'operation' ? { kind: 'other' } : {}) };
          return told(await as(`${OPERATIONS}/${seen}/commands/${command}`, { method: 'POST', role, body }), reference);
        }),
      );
      expect(refused[0]).toMatch(/no-such-operation/);
      expect(refused[0]).toBe(refused[1]);
    }
    const asked = { command: 'assignTeam', body: { person: 'x-y', role: 'intelligence-analyst' }, reason };
    const body = { ...asked, operations: [hidden, absent] };
    const started = await as('/api/v1/bulk', { method: 'POST', role: 'tasking-officer', body });
    const { id } = started.body as BulkAct;
    const items = await eventually('the end of the bulk act', async () => {
      const view = (await as(`/api/v1/bulk/${id}`, { role: 'tasking-officer' })).body as BulkView;
      return view.state === 'done' && view.items;
    });
    const same = items.map(({ settledAt: _, ...item }) => JSON.stringify(item).replaceAll(item.reference, 'X'));
    expect(same[0]).toBe(same[1]);
    expect(items[0]).toMatchObject({ status: 'failed' });
  });

  it('is not named by an operation that is linked with it', async () => {
    await engine.does(seen, TASKING, 'linkOperation', { operation: hidden, kind: 'other', reason });
    for (const path of ['', '/timeline']) {
      const { status, body } = await as(`${OPERATIONS}/${seen}${path}`);
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(hidden);
      expect(JSON.stringify(body)).toMatch(/"operation":"restricted"/);
    }
  });

  it('sends nothing to those who follow live events, and its events leave no gap', async () => {
    const token = await issuer.signed({ sub: reader, roles: ['intelligence-analyst'], force: FORCE });
    const leaving = new AbortController();
    const response = await fetch(`${api.url}/api/v1/events`, {
      headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
      signal: leaving.signal,
    });
    let stream = '';
    const reading = (async () => {
      for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) stream += chunk;
    })().catch(() => undefined);
    const subject = { roles: ['suspect'], name: 'Invented', grounds: 'Invented.' };
    for (let nth = 0; nth < 3; nth++) await engine.does(hidden, lead, 'addSubject', subject);
    await engine.does(seen, TASKING, 'addSubject', subject);
    const messages = () =>
      [...stream.matchAll(/^data: (.*)$/gm)].map(([, data]) => feedEvent.parse(JSON.parse(String(data))));
    await eventually('the event of the other', async () => messages().length > 0);
    leaving.abort();
    await reading;
    // What was recorded of it before may come a moment late.
    expect(new Set(messages().map(({ reference }) => reference))).toEqual(new Set([seen]));
    expect(stream).not.toMatch(/position|"\d+"/);
    expect(stream).not.toMatch(hidden);
  });

  it('notifies nobody who does not see it any more', async () => {
    const left = await opened({ leadForce: 'lincolnshire' });
    const body = { person: reader, role: 'intelligence-analyst' };
    await engine.does(left, lead, 'assignTeam', body);
    const entries = async () => inboxPage.parse((await as('/api/v1/inbox?limit=100')).body).items;
    const entry = await eventually('the notice', async () =>
      (await entries()).find(({ reference }) => reference === left),
    );
    await engine.does(left, SUPERVISOR, 'excludePerson', { person: reader, reason });
    expect((await entries()).map(({ reference }) => reference)).not.toContain(left);
    expect(told(await as(`/api/v1/inbox/${entry.id}/read`, { method: 'POST', body: {} }), '')).toBe(
      told(await as('/api/v1/inbox/none/read', { method: 'POST', body: {} }), ''),
    );
  });

  it('is not proved by the access log, though somebody of one’s own force has read it', async () => {
    const colleague = await issuer.signed({ sub: 'colleague', roles: ['supervisor'], force: 'lincolnshire' });
    await ask(api.url, `${OPERATIONS}/${hidden}`, { headers: { authorization: `Bearer ${colleague}` } });
    const search = async (reference: string) =>
      accessPage.parse(
        (await as(`/api/v1/access-log?operation=${reference}&outcome=answered`, { role: 'supervisor' })).body,
      );
    expect((await search(hidden)).items).toEqual([]);
    expect((await search(absent)).items).toEqual([]);
  });

  it('takes as long to be refused as one that does not exist', async () => {
    const random = new Random(1);
    const taken = { there: [] as number[], nowhere: [] as number[] };
    const once = async (kind: keyof typeof taken, reference: string) => {
      const began = performance.now();
      await as(`${OPERATIONS}/${reference}`);
      taken[kind].push(performance.now() - began);
    };
    for (let nth = 0; nth < TIMED; nth++) {
      const order = random.chance(0.5);
      await once(order ? 'there' : 'nowhere', order ? hidden : absent);
      await once(order ? 'nowhere' : 'there', order ? absent : hidden);
    }
    // The chance that one is slower than the other (Mann and Whitney): a half, were there no difference.
    const slower = taken.there.flatMap((one) => taken.nowhere.map((other) => Number(one > other)));
    const chance = slower.reduce((sum, each) => sum + each, 0) / slower.length;
    expect(Math.abs(chance - 0.5)).toBeLessThan(CHANCE);
  }, 300_000);
});
