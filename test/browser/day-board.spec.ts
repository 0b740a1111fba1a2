import type { Browser, Page } from 'playwright-core';
import { FeedHub } from '../../apps/api/events/feed-hub';
import type { OperationView } from '../../apps/api/operations/operation.schema';
import { partOf, startApi, type TestApi } from '../support/api';
import { violationsOf } from '../support/browser/accessible';
import { openBrowser } from '../support/browser/browser';
import { Desk } from '../support/browser/desk';
import { heldBy, listenTo, scrollsSideways, streamsOf } from '../support/browser/listening';
import { follow } from '../support/browser/steps';
import { startWeb, type TestWeb } from '../support/browser/web';
import { EnforcementDay } from '../support/enforcement-day';
import { apiAs, Engine, eventually, SUPERVISOR } from '../support/stack';

jest.setTimeout(600_000);

const SIO = 'senior-investigator-norfolk';
const ANALYST = 'intelligence-analyst-norfolk';
const EVENTS = 500;
const UPDATES = 200;

/** What a board shows, without the times that tick. */
const shownOn = (page: Page): Promise<string> =>
  page.evaluate<string>(`(() => {
    const copy = document.querySelector('#board').cloneNode(true);
    copy.querySelectorAll('[data-left], [data-since]').forEach((one) => one.remove());
    return copy.textContent.replaceAll(/\\s+/g, ' ').trim();
  })()`);

const connectionOn = (page: Page) => page.locator('#app-connection');

let browser: Browser;
let engine: Engine;
beforeAll(async () => {
  [browser, engine] = [await openBrowser(), new Engine()];
});
afterAll(async () => {
  await browser.close();
  await engine.close();
});

describe('the day board on two desks', () => {
  let day: EnforcementDay;
  let api: TestApi;
  let web: TestWeb;
  const desks: Desk[] = [];
  beforeAll(async () => {
    day = await EnforcementDay.begun(engine);
    api = await startApi();
    web = await startWeb({ API_URL: api.url });
    for (const person of [SIO, ANALYST] as const) desks.push(await Desk.of(person, browser));
    for (const { page } of desks) await page.goto(`${web.url}${day.board}`);
  });
  afterAll(async () => {
    for (const desk of desks) await desk.close();
    await web.close();
    await api.close();
  });

  const restarted = async () => {
    const { port } = new URL(api.url);
    await api.close();
    api = await startApi({}, Number(port));
  };

  it(`ends as the read model is, with nothing missed, after ${EVENTS} events and two restarts of the API`, async () => {
    for (const [nth] of EnforcementDay.SUSPECTS.entries()) {
      await day.does('recordArrest', { subject: `S${nth + 1}`, station: 'NOR-WYM' });
      await day.does('authoriseDetention', { subject: `S${nth + 1}`, grounds: 'Invented.' });
    }
    await day.does('executeWarrant', { warrant: 'W1' });
    await day.does('recordSearch', { premises: 'P1', power: 'warrant-pace-s8', outcome: 'Cash, and phones.' });
    await day.does('askForMediaInvestigator', { premises: 'P1', reason: 'Phones.' });
    await day.does('recordSafeguardingOnScene', { premises: 'P2', note: 'Two people met.' });
    const seized = EVENTS - 2 * EnforcementDay.SUSPECTS.length - 4;
    for (let nth = 1; nth <= seized; nth++) {
      if (nth === 150 || nth === 300) await restarted();
      const premises = `P${(nth % 3) + 1}`;
      await day.does('seizeExhibit', { kind: nth % 5 ? 'device' : 'cash', premises, description: `Item ${nth}` });
    }

    const { body } = await apiAs(SIO).get<OperationView>(`/api/v1/operations/${day.reference}`);
    expect(body.exhibits).toHaveLength(seized);
    for (const { page } of desks) {
      await page.locator(`[data-news="${body.sequence}"]`).waitFor();
      const shown = await shownOn(page);
      const fresh = await page.context().newPage();
      await fresh.goto(`${web.url}${day.board}`);
      expect(shown).toBe(await shownOn(fresh));
      await fresh.close();
      expect(shown).toContain(`Exhibits seized${seized}`);
      for (const name of EnforcementDay.SUSPECTS) expect(shown).toContain(name);
      expect(await connectionOn(page).textContent()).toBe('');
    }
  });

  it('does not notice that the API ends a stream with its token', async () => {
    const [{ page }] = desks as [Desk];
    const streams = streamsOf(page);
    const hub = partOf(api.app, FeedHub) as unknown as { readonly streams: Set<{ end(): void }> };
    for (let nth = 1; nth <= 3; nth++) {
      hub.streams.forEach((stream) => stream.end());
      await day.does('recordPolicyDecision', { what: `Decided ${nth}.`, reasons: 'Invented.' });
      await eventually('the event', async () => (await shownOn(page)).split('Policy decision recorded').length > nth);
    }
    expect(streams).toEqual([]);
  });

  it('met no error in any browser but that the API was away', () => {
    const others = desks.flatMap(({ complaints }) => complaints).filter((one) => !/net::ERR_|status of 50/.test(one));
    expect(others).toEqual([]);
  });
});

describe('the day board at one desk', () => {
  let day: EnforcementDay;
  let desk: Desk;
  let page: Page;
  beforeEach(async () => {
    day ??= await EnforcementDay.begun(engine);
    desk = await Desk.of(SIO, browser);
    ({ page } = desk);
    await desk.open(day.board);
  });
  afterEach(() => desk.close());
  const decided = (what = 'Decided.') => day.does('recordPolicyDecision', { what, reasons: 'Invented.' });
  const lastSequence = async () => (await engine.state(day.reference)).sequence;
  const isCurrent = async (on = page) => on.locator(`[data-news="${await lastSequence()}"]`).waitFor();

  it('is reached from the overview and the section, by its day', async () => {
    for (const from of ['', '/enforcement']) {
      await page.goto(`/operations/${day.reference}${from}`);
      await page.getByRole('link', { name: /^Day board/ }).click();
      await page.getByRole('listitem').filter({ hasText: 'Today' }).getByRole('link').click();
      expect(new URL(page.url()).pathname).toBe(day.board);
    }
  });

  it('has a name for each of its parts, its figures and its acts', async () => {
    const parts = ['Premises', 'Arrests', 'Media investigators', 'Exhibits seized', 'Safeguarding on scene'];
    for (const name of [...parts, 'What happened last', 'Team and briefing'])
      expect(await page.getByRole('region', { name, exact: true }).count()).toBe(1);
    expect(await page.getByLabel('The day in figures').count()).toBe(1);
    const arrests = page.getByRole('region', { name: 'Arrests' });
    for (const name of EnforcementDay.SUSPECTS)
      expect(await arrests.getByRole('link', { name: `Record an arrest (${name})` }).count()).toBe(1);
    for (const address of EnforcementDay.ADDRESSES)
      expect(await page.getByRole('link', { name: `Seize an exhibit (${address})` }).count()).toBe(1);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  });

  it('leads to a form that is filled in, and back', async () => {
    await page.getByRole('link', { name: `Record a search (${EnforcementDay.ADDRESSES[1]})` }).click();
    expect(await page.getByRole('radio', { name: /2 Sample Road/ }).isChecked()).toBe(true);
    expect(await page.getByRole('radio', { name: 'PACE 1984 s. 17' }).isChecked()).toBe(true);
    await page.getByLabel('What was found').fill('Two phones.');
    await page.getByRole('button', { name: 'Record a search' }).last().click();
    await page.getByText('Recorded: Record a search').first().waitFor();
    expect(new URL(page.url()).pathname).toBe(day.board);
    expect(await page.getByRole('region', { name: 'Premises' }).textContent()).toContain('Two phones.');
  });

  it('tells by name what happened, and never more than one thing each second', async () => {
    const spoken = await listenTo(page);
    await day.does('recordArrest', { subject: 'S1', station: 'NOR-WYM' });
    await eventually('the arrest', async () =>
      (await spoken()).some(({ text }) => text === 'Arrest recorded: Bence Minta'),
    );
    for (let nth = 1; nth <= 12; nth++) await decided(`Decided ${nth}.`);
    await isCurrent();
    await decided();
    await isCurrent();
    await eventually('several announcements', async () => (await spoken()).length >= 3);
    const said = await spoken();
    const gaps = said.slice(1).map(({ at }, nth) => at - (said[nth]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(900);
  });

  it('says since when it is stale without a connection, and catches up when it is back', async () => {
    await desk.context.setOffline(true);
    await connectionOn(page)
      .getByText(/^No connection since \d+:\d\d[ap]m: what you see may be old\.$/)
      .waitFor();
    expect(await page.locator('[data-clock]').textContent()).toMatch(/^As it was at /);
    expect(await violationsOf(page)).toEqual([]);
    await decided('While away.');
    await desk.context.setOffline(false);
    await isCurrent();
    await eventually('the connection', async () => (await connectionOn(page).textContent()) === '');
    await eventually('the time', async () => /^Now /.test((await page.locator('[data-clock]').textContent()) ?? ''));
  });

  /** Signs out in another tab, which is left open. */
  const signedOutElsewhere = async () => {
    const other = await desk.context.newPage();
    await other.goto('/help');
    await other.getByRole('button', { name: 'Sign out' }).click();
    await connectionOn(page)
      .getByText(/^Your session has ended\./)
      .waitFor();
    return other;
  };

  it('says that the session has ended, shows nothing new then, and leads back after signing in', async () => {
    await signedOutElsewhere();
    expect(await violationsOf(page)).toEqual([]);
    const shown = await shownOn(page);
    await decided('Not for whoever has left.');
    expect(await shownOn(page)).toBe(shown);
    await connectionOn(page).getByRole('link', { name: 'Sign in again' }).click();
    await desk.signInIfAsked();
    expect(new URL(page.url()).pathname).toBe(day.board);
    await isCurrent();
  });

  it('goes on once its person has signed in again in another tab, and says until then that it is old', async () => {
    const other = await signedOutElsewhere();
    await decided('Not for whoever has left.');
    await other.goto('/');
    await desk.signInIfAsked(other);
    await isCurrent();
    await eventually('the connection', async () => (await connectionOn(page).textContent()) === '');
    await decided();
    await isCurrent();
  });

  it('goes on in the tabs that are left, with one stream for all, when the listening one is closed', async () => {
    const others = [await desk.context.newPage(), await desk.context.newPage()] as const;
    for (const other of others) await other.goto(day.board);
    const streams = streamsOf(page);
    await page.close();
    await decided();
    for (const other of others) await isCurrent(other);
    expect(streams).toHaveLength(1);
    expect(streams[0]).toMatch(/^\?after=[\w-]{22}$/);
  });

  it('listens for itself in a browser whose tabs cannot talk to each other', async () => {
    const old = await Desk.of(ANALYST, browser);
    await old.context.addInitScript('delete window.BroadcastChannel');
    await old.open(day.board);
    await decided();
    await isCurrent(old.page);
    await old.close();
  });

  it('is of whoever has signed in: another person in the same browser is not shown what it shows', async () => {
    const other = await desk.context.newPage();
    await desk.context.clearCookies();
    await other.goto('/');
    await other.click(`button[value="${ANALYST}"]`);
    await other.goto(day.board);
    await connectionOn(page)
      .getByText(/^Your session has ended\./)
      .waitFor();
  });

  it('does not grow over many updates', async () => {
    const address = await page.locator('script[type="module"]').getAttribute('src');
    const look = `import(${JSON.stringify(address?.replace('main.js', 'refresh.js'))}).then((it) => it.refreshRegions())`;
    const updated = async (times: number) => {
      for (let nth = 0; nth < times; nth++) {
        await decided(`Decided ${nth}.`);
        await page.evaluate(look);
      }
      await isCurrent();
      return heldBy(page);
    };
    const before = await updated(20);
    await updated(UPDATES);
    // A page that has just been read is held until the next collection: what has grown never comes back to this.
    await eventually('no more to be held than before', async () => {
      const after = await heldBy(page);
      const grown = after.nodes >= before.nodes * 1.1 || after.heap >= before.heap * 1.1 + 500_000;
      return !grown && after.listeners <= before.listeners;
    });
  });
});

describe('the day board in every view', () => {
  let day: EnforcementDay;
  let desk: Desk;
  let page: Page;
  beforeAll(async () => {
    day = await EnforcementDay.begun(engine);
    desk = await Desk.of(SIO, browser);
    ({ page } = desk);
  });
  afterAll(() => desk.close());
  const happens = async () => {
    await day.does('recordArrest', { subject: 'S1', station: 'NOR-WYM' });
    await day.does('authoriseDetention', { subject: 'S1', grounds: 'Invented.' });
    await day.does('askForMediaInvestigator', { premises: 'P1', reason: 'Phones.' });
    await day.does('askForMediaInvestigator', { premises: 'P2', reason: 'Laptops.' });
    await day.does('assignMediaInvestigator', { request: 'R2', person: 'digital-media-investigator-norfolk' });
    await day.does('seizeExhibit', { kind: 'device', premises: 'P1', description: 'A phone' });
    await day.does('recordSafeguardingOnScene', { premises: 'P1', note: 'Two people met.' });
  };

  it('breaks no rule of accessibility and loses nothing when it is zoomed, empty or full, at a desk or on a wall', async () => {
    for (const what of ['empty', 'full']) {
      if (what === 'full') await happens();
      for (const view of ['', '?view=wall']) {
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.goto(`${day.board}${view}`);
        expect(await violationsOf(page)).toEqual([]);
        const whole = await shownOn(page);
        for (const width of [640, 320]) {
          await page.setViewportSize({ width, height: 480 });
          expect([view, width, await scrollsSideways(page)]).toEqual([view, width, false]);
          expect(await shownOn(page)).toBe(whole);
        }
        expect(await violationsOf(page)).toEqual([]);
      }
    }
  });

  it('has nothing to find one’s way by on a wall, and a marking', async () => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.goto(`${day.board}?view=wall`);
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.locator('.app-acts').count()).toBe(0);
    expect(await page.locator('.app-marking').count()).toBe(2);
    const size = await page.evaluate<number>('parseFloat(getComputedStyle(document.documentElement).fontSize)');
    expect(size).toBeGreaterThan(18);
    await follow(page.getByRole('link', { name: 'Leave the wall view' }));
    expect(await page.getByRole('navigation').count()).toBeGreaterThan(0);
  });

  it('counts down without being loaded again', async () => {
    await page.goto(day.board);
    const left = page.locator('[data-left]').first();
    expect(await left.textContent()).toMatch(/^5 h 5\d min left$/);
    await left.evaluate((element) => element.setAttribute('data-left', new Date(Date.now() + 90_000).toISOString()));
    await eventually('the countdown', async () => /^1 min \d+ s left$/.test((await left.textContent()) ?? ''));
    await left.evaluate((element) => element.setAttribute('data-left', new Date(Date.now() - 61_000).toISOString()));
    await eventually('the end', async () => (await left.textContent()) === '1 min over');
  });

  it('is there without scripts, and says as of when', async () => {
    const plain = await Desk.of(SIO, browser, { javaScript: false });
    await plain.open(day.board);
    expect(await plain.page.locator('[data-clock]').textContent()).toMatch(/^As it was at \d/);
    expect(await plain.page.getByRole('link', { name: 'Look again' }).count()).toBe(1);
    await plain.close();
  });

  it('says what to do first where there is no plan, and where no day is set', async () => {
    const reference = await engine.open();
    await page.setViewportSize({ width: 1280, height: 900 });
    const supervisor = await Desk.of(SUPERVISOR.id as 'supervisor-norfolk', browser);
    await supervisor.open(`/operations/${reference}/day`);
    expect(await supervisor.page.getByRole('link', { name: 'Sign the enforcement plan' }).count()).toBe(1);
    expect(await violationsOf(supervisor.page)).toEqual([]);
    expect((await supervisor.page.goto(`/operations/${reference}/day/2026-02-30`))?.status()).toBe(404);
    await supervisor.close();
    await page.goto(`/operations/${day.reference}/day/2099-01-01`);
    expect(await page.getByText('is not set as a day of enforcement').count()).toBe(1);
    expect(await page.getByRole('link', { name: 'Set a day of enforcement' }).count()).toBe(1);
  });
});
