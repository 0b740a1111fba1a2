import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Browser, Page } from 'playwright-core';
import { TokenVerifier } from '../../apps/api/identity/token-verifier';
import type { PersonId } from '../../platform/embedded/identity/people';
import { partOf, startApi } from '../support/api';
import { violationsOf } from '../support/browser/accessible';
import { openBrowser } from '../support/browser/browser';
import { Desk, type DeskOptions } from '../support/browser/desk';
import { isDone } from '../support/browser/steps';
import { startWeb } from '../support/browser/web';
import { EnforcementDay } from '../support/enforcement-day';
import { PageSession } from '../support/page-session';
import { Engine, eventually, SIO, someone, TASKING, testStack } from '../support/stack';

jest.setTimeout(300_000);

const OFFICER: PersonId = 'tasking-officer-norfolk';
const ANALYST: PersonId = 'intelligence-analyst-norfolk';
const SUPERVISOR: PersonId = 'supervisor-norfolk';
const { web: WEB, issuer: ISSUER, redis: REDIS } = testStack().urls;
const TYPED = 'Typed at length, with care.';

let browser: Browser;
let engine: Engine;
const redis = new Redis(REDIS);
beforeAll(async () => {
  [browser, engine] = [await openBrowser(), new Engine()];
});
afterAll(async () => {
  redis.disconnect();
  await browser.close();
  await engine.close();
});

const addSubject = (reference: string) => `/operations/${reference}/do/addSubject`;
const fillIn = async (page: Page, name: string) => {
  await page.getByRole('checkbox', { name: 'Suspect' }).check();
  await page.locator('[name="name"]').fill(name);
  await page.locator('[name="grounds"]').fill(TYPED);
};
const send = (page: Page, title = 'Add a subject') =>
  page.getByRole('button', { name: title, exact: true }).last().click();
const keyOf = (page: Page) => page.locator('input[name="_key"]').inputValue();
const isThere = async (page: Page, name: string) => {
  expect(await page.locator('[name="name"]').inputValue()).toBe(name);
  expect(await page.locator('[name="grounds"]').inputValue()).toBe(TYPED);
  expect(await page.getByRole('checkbox', { name: 'Suspect' }).isChecked()).toBe(true);
};
const subjectsOf = async (reference: string) => (await engine.state(reference)).subjects.length;

/** Ends the session of a browser at the pages, as when it was not used for too long. */
async function sessionLost({ context }: Desk, alsoAtTheProvider = false): Promise<void> {
  const cookie = (await context.cookies(WEB)).find(({ name }) => name === 'waymark');
  const [sid = ''] = decodeURIComponent(cookie?.value ?? '')
    .slice(2)
    .split('.');
  expect(await redis.del(`web:session:${sid}`)).toBe(1);
  await redis.del(`web:tokens:${sid}`);
  if (alsoAtTheProvider) await context.clearCookies({ name: /^_/ });
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('a form %s', (_, javaScript) => {
  let reference: string;
  const desks: Desk[] = [];
  beforeEach(async () => {
    reference = await engine.open();
    await engine.does(reference, TASKING, 'assignTeam', { person: ANALYST, role: 'intelligence-analyst' });
    await engine.does(reference, TASKING, 'assignTeam', { person: SIO.id, role: 'senior-investigating-officer' });
  });
  afterEach(async () => {
    for (const desk of desks.splice(0)) await desk.close();
  });
  const look = async (page: Page) => expect(await violationsOf(page, { javaScript })).toEqual([]);
  const at = async (person: PersonId, options: DeskOptions = {}) => {
    const desk = await Desk.of(person, browser, { javaScript, ...options });
    desks.push(desk);
    return desk;
  };

  it('that two fill in: the second sees what has changed and by whom, keeps their text and can send it again', async () => {
    const [first, second] = [await at(OFFICER), await at(ANALYST)];
    for (const desk of [first, second]) await desk.open(addSubject(reference));
    await fillIn(first.page, 'First Example');
    await fillIn(second.page, 'Second Example');
    await send(first.page);
    await isDone(first.page);
    await send(second.page);
    const conflict = second.page.locator('[data-conflict]');
    await conflict.waitFor();
    const told = await conflict.textContent();
    expect(told).toContain('Subject added, by Tasking officer, Norfolk');
    expect(told).toContain('First Example');
    await look(second.page);
    await isThere(second.page, 'Second Example');
    await send(second.page);
    await isDone(second.page);
    expect(await subjectsOf(reference)).toBe(2);
  });

  it('is not interrupted by what it is not about', async () => {
    const { page } = await at(OFFICER);
    await page.goto(addSubject(reference));
    await fillIn(page, 'Only Example');
    for (const report of ['One.', 'Two.'])
      await engine.does(reference, someone(ANALYST, 'intelligence-analyst'), 'recordIntelligenceReport', {
        grade: { sourceEvaluation: '1', intelligenceAssessment: 'A', handlingCode: 'P' },
        ...{ source: 'Invented source.', content: report },
      });
    await send(page);
    await isDone(page);
    expect(await subjectsOf(reference)).toBe(1);
  });

  it('is as it was after its session was lost, and goes on', async () => {
    const desk = await at(OFFICER);
    await desk.page.goto(addSubject(reference));
    await fillIn(desk.page, 'Kept Example');
    const key = await keyOf(desk.page);
    await sessionLost(desk, true);
    await send(desk.page);
    expect(desk.page.url().startsWith(ISSUER)).toBe(true);
    await desk.signInIfAsked();
    await isThere(desk.page, 'Kept Example');
    expect(await keyOf(desk.page)).toBe(key);
    // Nobody else is shown it, by the address or otherwise.
    const other = await at(ANALYST);
    await other.open(desk.page.url());
    expect(await other.page.locator('[name="grounds"]').inputValue()).toBe('');
    await send(desk.page);
    await isDone(desk.page);
    expect(await subjectsOf(reference)).toBe(1);
  });

  it('is not shown to somebody else who signs in with the same browser', async () => {
    const desk = await at(OFFICER);
    const { page } = desk;
    await page.goto(addSubject(reference));
    await fillIn(page, 'Kept Example');
    await sessionLost(desk, true);
    await send(page);
    await page.click(`button[value="${ANALYST}"]`);
    expect(page.url()).toContain('kept=');
    expect(await page.locator('[name="grounds"]').inputValue()).toBe('');
    expect(await page.content()).not.toContain('Kept Example');
  });

  it('is not sent in the name of somebody else who has signed in meanwhile', async () => {
    const desk = await at(OFFICER);
    await desk.page.goto(addSubject(reference));
    await fillIn(desk.page, 'Not Mine');
    await desk.context.clearCookies();
    const other = await desk.context.newPage();
    await other.goto('/');
    await other.click(`button[value="${ANALYST}"]`);
    await send(desk.page);
    await desk.page.getByRole('heading', { name: 'This form is somebody else’s' }).waitFor();
    expect(await desk.page.content()).not.toContain('Not Mine');
    await look(desk.page);
    expect(await subjectsOf(reference)).toBe(0);
  });

  it('is not sent in the name of somebody else either where it has a file', async () => {
    const desk = await at(OFFICER);
    await desk.page.goto(`/operations/${reference}/files/attach`);
    const buffer = Buffer.from('Invented.');
    await desk.page.setInputFiles('#file', { name: 'invented.txt', mimeType: 'text/plain', buffer });
    await desk.context.clearCookies();
    const other = await desk.context.newPage();
    await other.goto('/');
    await other.click(`button[value="${SUPERVISOR}"]`);
    await send(desk.page, 'Attach a file');
    await desk.page.getByRole('heading', { name: 'This form is somebody else’s' }).waitFor();
    expect((await engine.state(reference)).files).toEqual([]);
  });

  it('is recorded once, however often it is pressed', async () => {
    const { page } = await at(OFFICER);
    await page.goto(addSubject(reference));
    await fillIn(page, 'Pressed Twice');
    await page.getByRole('button', { name: 'Add a subject', exact: true }).last().dblclick();
    await isDone(page);
    expect(await subjectsOf(reference)).toBe(1);
  });

  it('is empty after it was sent and its author goes back, and is another act then', async () => {
    const { page } = await at(OFFICER);
    await page.goto(addSubject(reference));
    await fillIn(page, 'Sent Once');
    const key = await keyOf(page);
    await send(page);
    await isDone(page);
    await page.goBack();
    await page.locator('[name="grounds"]').waitFor();
    if ((await keyOf(page)) === key) {
      // A browser that shows the page as it was left: sending it again records nothing.
      await send(page);
      await isDone(page);
    } else expect(await page.locator('[name="grounds"]').inputValue()).toBe('');
    expect(await subjectsOf(reference)).toBe(1);
    await page.goto(addSubject(reference));
    expect(await page.locator('[name="name"]').inputValue()).toBe('');
  });

  it('keeps text and key while the API is away, and is recorded once it is back', async () => {
    let api = await startApi();
    const own = await startWeb({ API_URL: api.url });
    const { page } = await at(OFFICER);
    await page.goto(`${own.url}${addSubject(reference)}`);
    await fillIn(page, 'Patient Example');
    const key = await keyOf(page);
    await api.close();
    await send(page);
    await page.getByRole('heading', { name: 'Waymark cannot answer just now' }).waitFor();
    await look(page);
    api = await startApi({}, Number(new URL(api.url).port));
    await page.getByRole('link', { name: 'Go back to it' }).click();
    await isThere(page, 'Patient Example');
    expect(await keyOf(page)).toBe(key);
    await send(page);
    await isDone(page);
    expect(await subjectsOf(reference)).toBe(1);
    await own.close();
    await api.close();
  });

  it('is as it was after a fresh sign-in that it demands', async () => {
    const reason = 'The interest has been declared and has ended.';
    await engine.does(reference, SIO, 'excludePerson', { person: 'supervisor-essex', reason: 'Invented.' });
    const api = await startApi();
    const desk = await at(SUPERVISOR);
    // Whoever has signed in until now has done so too long ago; the provider tells when in whole seconds.
    const now = Math.ceil(Date.now() / 1_000) * 1_000;
    const verifier = partOf(api.app, TokenVerifier);
    const verify = verifier.verify.bind(verifier);
    jest.spyOn(verifier, 'verify').mockImplementation(async (token) => {
      const identity = await verify(token);
      return { ...identity, signedInAt: (identity.signedInAt ?? 0) >= now ? (identity.signedInAt as number) : 0 };
    });
    const own = await startWeb({ API_URL: api.url, WEB_URL: WEB });
    const { page } = desk;
    await page.goto(`${own.url}/operations/${reference}/do/liftExclusion?person=supervisor-essex`);
    await page.locator('[name="reason"]').fill(reason);
    // As after more than a minute: the provider asks who it is.
    await desk.context.clearCookies({ name: /^_/ });
    await sleep(Math.max(0, now - Date.now()));
    await send(page, 'Lift an exclusion');
    await desk.signInAgain();
    expect(await page.locator('[name="reason"]').inputValue()).toBe(reason);
    await send(page, 'Lift an exclusion');
    await isDone(page);
    expect((await engine.state(reference)).excluded).toEqual([]);
    await own.close();
    await api.close();
  });
});

describe('a form sent twice at the same moment', () => {
  it('is recorded once, and both are told so', async () => {
    const reference = await engine.open();
    const officer = await PageSession.as(OFFICER, WEB);
    const { text } = await officer.get(addSubject(reference));
    const hidden = Object.fromEntries(
      [...text.matchAll(/name="(_\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    ) as Record<string, string>;
    const form = { ...hidden, roles: 'suspect', name: 'At Once', grounds: TYPED };
    const replies = await Promise.all([1, 2, 3].map(() => officer.post(addSubject(reference), form)));
    expect(replies.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await subjectsOf(reference)).toBe(1);
  });
});

describe('a form in a browser that loses the network', () => {
  let reference: string;
  let desk: Desk;
  let page: Page;
  beforeEach(async () => {
    reference = await engine.open();
    desk = await Desk.of(OFFICER, browser);
    ({ page } = desk);
    await page.goto(addSubject(reference));
  });
  afterEach(() => desk.close());

  it('keeps what is typed and says so, also when it is loaded again', async () => {
    await fillIn(page, 'Offline Example');
    const key = await keyOf(page);
    await desk.context.setOffline(true);
    const told = page.getByText('There is no connection to Waymark. What you type is kept on this page.');
    await told.waitFor();
    await send(page);
    expect(await told.isVisible()).toBe(true);
    expect(await violationsOf(page)).toEqual([]);
    await isThere(page, 'Offline Example');
    await desk.context.setOffline(false);
    await page.reload();
    await page.getByText('What you typed before is here.').waitFor();
    await isThere(page, 'Offline Example');
    // The same act: whether it was sent before the network was lost or not, it is recorded once.
    expect(await keyOf(page)).toBe(key);
    expect(await violationsOf(page)).toEqual([]);
    await send(page);
    await isDone(page);
    await page.goto(addSubject(reference));
    expect(await page.locator('[name="name"]').inputValue()).toBe('');
    expect(await page.getByText('What you typed before is here.').count()).toBe(0);
    expect(await subjectsOf(reference)).toBe(1);
  });

  it('is recorded once where the answer was lost on its way', async () => {
    await fillIn(page, 'Answer Lost');
    await page.route('**/do/addSubject', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch({ maxRedirects: 0 });
      await route.abort('internetdisconnected');
    });
    await send(page);
    await eventually('the act', async () => (await subjectsOf(reference)) === 1);
    await page.unroute('**/do/addSubject');
    await page.waitForURL(/^chrome-error:/);
    await page.goto(addSubject(reference));
    // It was taken: nothing is there to be sent again, and its author is told.
    await isDone(page);
    expect(await page.locator('[name="name"]').inputValue()).toBe('');
  });

  it('begins anew where its author wants to', async () => {
    await fillIn(page, 'Given Up');
    await page.reload();
    await page.getByRole('button', { name: 'Begin anew' }).click();
    await eventually('an empty form', async () => (await page.locator('[name="name"]').inputValue()) === '');
    await page.reload();
    expect(await page.locator('[name="name"]').inputValue()).toBe('');
  });

  it('is not put into the form about something else', async () => {
    for (const name of ['One Example', 'Two Example'])
      await engine.does(reference, TASKING, 'addSubject', { roles: ['suspect'], name, grounds: 'Invented.' });
    const alias = (subject: string) => `/operations/${reference}/do/addAlias?subject=${subject}`;
    await page.goto(alias('S1'));
    await page.locator('[name="alias"]').fill('Known As');
    await page.goto(alias('S2'));
    expect(await page.locator('[name="alias"]').inputValue()).toBe('');
    expect(await page.getByRole('radio', { name: /Two Example/ }).isChecked()).toBe(true);
    await page.goto(alias('S1'));
    expect(await page.locator('[name="alias"]').inputValue()).toBe('Known As');
    expect(await page.getByRole('radio', { name: /One Example/ }).isChecked()).toBe(true);
  });

  it('has its rows again, as many as were typed into', async () => {
    const day = await EnforcementDay.begun(engine);
    const lead = await Desk.of('senior-investigator-norfolk', browser);
    const address = (row: number) => lead.page.locator(`[name="premises.${row}.address"]`);
    await lead.page.goto(`/operations/${day.reference}/do/signEnforcementPlan`);
    await address(0).fill('1 First Road');
    for (const row of [1, 2]) {
      await lead.page.locator('button[name="_add"][value="premises"]').click();
      // Its scripts keep what is typed from now on.
      await lead.page.waitForLoadState();
      const focused = () => lead.page.evaluate<string>('document.activeElement.id');
      await eventually('the new row', async () => (await focused()) === `premises-${row}-row`);
      await address(row).fill(`${row + 1} Later Road`);
    }
    await lead.page.goto(`/operations/${day.reference}`);
    await lead.page.goto(`/operations/${day.reference}/do/signEnforcementPlan`);
    await lead.page.getByText('What you typed before is here.').waitFor();
    expect(await address(2).inputValue()).toBe('3 Later Road');
    expect(await address(0).inputValue()).toBe('1 First Road');
    expect(await violationsOf(lead.page)).toEqual([]);
    await lead.close();
  });

  it('is forgotten when its person signs out', async () => {
    await fillIn(page, 'Gone Example');
    const place = 'Object.keys(sessionStorage).length';
    expect(await page.evaluate<number>(place)).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.goto(`${WEB}/signed-out`);
    expect(await page.evaluate<number>(place)).toBe(0);
  });
});
