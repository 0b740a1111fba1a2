import { Redis } from 'ioredis';
import { askPage, PageSession, postForm } from '../../support/page-session';
import { Engine, testStack } from '../../support/stack';

const { web, issuer, redis: redisUrl } = testStack().urls;
const OFFICER = 'tasking-officer-norfolk';
const SUBJECT = { roles: 'suspect', name: 'Invented Example', grounds: 'Invented grounds.' };

describe('a session of the pages', () => {
  let engine: Engine;
  let reference: string;
  let officer: PageSession;
  const redis = new Redis(redisUrl);

  beforeAll(async () => {
    engine = new Engine();
    reference = await engine.open();
    officer = await PageSession.as(OFFICER, web);
  });
  afterAll(async () => {
    redis.disconnect();
    await engine.close();
  });

  const address = () => `/operations/${reference}/do/addSubject`;

  it('is asked for before any page is shown, and leads back to it', async () => {
    const { status, headers } = await askPage(`${web}/operations?stage=referral`);
    expect(status).toBe(303);
    expect(headers.get('location')).toBe('/sign-in?to=%2Foperations%3Fstage%3Dreferral');
  });

  it('begins at the identity provider, by authorization code with PKCE and a state', async () => {
    const { headers } = await askPage(`${web}/sign-in?to=/people`);
    const to = new URL(headers.get('location') ?? '');
    expect(to.origin).toBe(issuer);
    expect(Object.fromEntries(to.searchParams)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256' });
    expect(to.searchParams.get('state')).toBeTruthy();
  });

  it('is not begun by an answer that this browser did not ask for', async () => {
    const { status, text } = await askPage(`${web}/callback?code=invented&state=invented`);
    expect(status).toBe(400);
    expect(text).toContain('You are not signed in');
  });

  it('has a cookie that no script reads and no other site sends', async () => {
    const { headers } = await askPage(`${web}/sign-in`);
    expect(headers.get('set-cookie')).toMatch(/^waymark=.*; HttpOnly; SameSite=Lax$/);
  });

  it('keeps nothing in Redis that can be read there', async () => {
    // The quotes of JSON and the dots of a token: sealed text is base64, which has neither, and no long words by chance.
    const readable = /"|eyJ[\w-]+\.|tasking|refresh/;
    const keys = await redis.keys('web:*');
    expect(keys.length).toBeGreaterThan(1);
    for (const key of keys)
      if ((await redis.type(key)) === 'string') expect(await redis.get(key)).not.toMatch(readable);
  });

  it('does not take what another site has a browser send', async () => {
    const crossSite = { 'sec-fetch-site': 'cross-site' };
    const { status } = await officer.post(address(), SUBJECT, crossSite);
    expect(status).toBe(403);
    // A browser that says nothing of where it comes from says its origin.
    const foreign = { 'sec-fetch-site': '', origin: 'https://example.org' };
    expect((await officer.post(address(), SUBJECT, foreign)).status).toBe(403);
    expect((await engine.state(reference)).subjects).toEqual([]);
  });

  it('answers what is no form with a file, and goes on', async () => {
    const { status } = await officer.post(
      '/operations/OP-1999-000001/files/attach',
      {},
      { 'content-type': 'text/plain' },
    );
    expect(status).toBe(400);
    expect((await askPage(`${web}/healthz`)).status).toBe(200);
  });

  it('leads nowhere by the name of a command that only JavaScript knows', async () => {
    const { status } = await officer.get(`/operations/${reference}/do/constructor`);
    expect(status).toBe(400);
  });

  it('that has ended keeps what was typed for whoever typed it, and shows it to nobody else', async () => {
    const { text: form } = await officer.get(address());
    const _by = /name="_by" value="([^"]+)"/.exec(form)?.[1] ?? '';
    const typed = { ...SUBJECT, grounds: 'Typed at length.', _by, _key: 'k-of-this-form', _version: '1' };
    const { status, headers } = await postForm(`${web}${address()}`, typed);
    expect(status).toBe(303);
    const back = new URL(headers.get('location') ?? '', web).searchParams.get('to') ?? '';
    expect(back).toMatch(/\?kept=[\w-]+$/);
    const mine = await officer.get(back);
    expect(mine.text).toContain('Typed at length.');
    expect(mine.text).toContain('value="k-of-this-form"');
    const other = await PageSession.as('intelligence-analyst-norfolk', web);
    expect((await other.get(back)).text).not.toContain('Typed at length.');
  });

  it('that has ended keeps nothing for somebody whom a form only says it is of', async () => {
    const before = await redis.keys('web:kept:*');
    const { headers } = await postForm(`${web}${address()}`, { ...SUBJECT, _by: OFFICER });
    expect(headers.get('location')).not.toContain('kept');
    expect(await redis.keys('web:kept:*')).toHaveLength(before.length);
  });

  it('ends where its person signs out', async () => {
    const leaving = await PageSession.as(OFFICER, web);
    const { status, headers } = await leaving.post('/sign-out', {});
    expect(status).toBe(303);
    expect(headers.get('location')).toMatch(new RegExp(`^${issuer}/session/end\\?`));
    expect((await leaving.get('/')).status).toBe(303);
  });

  it('shows pages that no browser keeps, frames or lets scripts of others into', async () => {
    const { headers } = await officer.get(`/operations/${reference}`);
    expect(headers.get('cache-control')).toBe('no-store');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });
});
