import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { compiled } from '../../platform/checkout';
import { violationsOf } from '../support/browser/accessible';
import { openBrowser } from '../support/browser/browser';
import { Desk } from '../support/browser/desk';
import { fillIn } from '../support/browser/fill';
import { follow, isDone, isWhole } from '../support/browser/steps';
import { whileHeld } from '../support/held-operation';
import { overseen } from '../support/overseen';
import { Engine, eventually, SIO, TASKING } from '../support/stack';

jest.setTimeout(300_000);

const OURS = 'violence-against-women-and-girls';
const CODENAME = 'Lantern';

interface Image {
  readonly naturalWidth: number;
  decode(): Promise<void>;
}

let browser: Browser;
let engine: Engine;
let folder: string;
beforeAll(async () => {
  [browser, engine] = [await openBrowser(), new Engine()];
  folder = mkdtempSync(join(tmpdir(), 'waymark-supervisor-'));
});
afterAll(async () => {
  await browser.close();
  await engine.close();
  rmSync(folder, { recursive: true });
});

describe.each([{ javaScript: true }, { javaScript: false }])('the supervisor’s desk, %o', ({ javaScript }) => {
  let desk: Desk;
  let page: Page;
  let reference: string;
  let sample: string;
  beforeAll(async () => {
    reference = await overseen(engine, { threatArea: OURS, codename: CODENAME });
    // Whoever has signed in can be chosen.
    await (await Desk.of('digital-media-investigator-norfolk', browser)).close();
    desk = await Desk.of('supervisor-norfolk', browser, { javaScript });
    page = desk.page;
  });
  afterAll(() => desk.close());

  const look = async () => expect(await violationsOf(page, { javaScript })).toEqual([]);
  const press = (text: string) =>
    follow(page.locator('main button:not(.govuk-visually-hidden), main a.govuk-button', { hasText: text }).first());
  const choose = (name: string, value: string) => page.locator(`main select[name="${name}"]`).selectOption(value);
  const timeline = (rest = '') => `/operations/${reference}/timeline${rest}`;
  const body = async () => {
    await isWhole(page);
    return page.locator('main').innerText();
  };

  it('shows from the first page on what is overdue and what waits, and leads to it', async () => {
    await page.click('nav[aria-label="Desks"] a:has-text("Oversight")');
    await page.locator('h1', { hasText: 'Oversight' }).waitFor();
    await look();
    await page.click('nav[aria-label="Oversight"] a:has-text("Overdue")');
    await choose('threatArea', OURS);
    await press('Show');
    const row = page.locator('tbody tr', { hasText: reference });
    expect(await row.innerText()).toMatch(/Europol message without an answer M1.*The team.*10 January 2020.*overdue/s);
    await look();
    await choose('stage', 'closed');
    await press('Show');
    await page.locator('main', { hasText: 'Nothing like this is overdue' }).waitFor();
    await look();
    await page.goBack();
    await row.locator('a').first().click();
    await page.locator('#identity', { hasText: CODENAME }).waitFor();
  });

  it('narrows the timeline by kind, person, what it is about and time, in an address that can be shared', async () => {
    await page.click('nav[aria-label="This operation"] a:has-text("Timeline")');
    await look();
    await choose('kind', 'section:people');
    await choose('actor', SIO.id);
    await choose('about', 'S1');
    await page.fill('#from', '1 1 2020');
    await press('Show');
    expect(new URL(page.url()).searchParams.get('about')).toBe('S1');
    expect(await page.locator('#timeline .moj-timeline__title').allInnerTexts()).toEqual(['Subject added']);
    await look();
    await page.fill('#from', 'yesterday');
    await press('Show');
    await page.locator('.govuk-error-summary', { hasText: 'real first day' }).waitFor();
    await look();
    await page.goto(timeline('?kind=section:orders'));
    await page.locator('main', { hasText: 'No event of this operation is like this' }).waitFor();
    await look();
  });

  it('shows what an event changed, old and new side by side, also to those who see no colour', async () => {
    await page.goto(timeline('?kind=taskingPlanRecorded'));
    await page.locator('a', { hasText: 'See what it changed' }).click();
    await page.locator('h1', { hasText: 'Tasking plan recorded' }).waitFor();
    const change = page.locator('section', { hasText: 'Pursue' });
    expect(await change.locator('ins').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('owns')]),
    );
    expect(await change.innerText()).toMatch(
      /Before.*Find who.*pays the rent.*From then on.*Find who.*owns.*pays the rent/s,
    );
    expect(await page.locator('#changed ~ section').count()).toBe(1);
    expect(await change.locator('ins .govuk-visually-hidden').first().textContent()).toContain('put in');
    await look();
    await page.click('text=Event before it');
    await page.locator('.govuk-caption-l').waitFor();
    await look();
  });

  it('shows who looked, each request folded up', async () => {
    await page.goto(timeline());
    await page.click('nav[aria-label="Timeline"] a:has-text("Who looked")');
    const row = page.locator('tbody tr', { hasText: 'Supervisor, Norfolk' }).first();
    expect(await row.innerText()).toMatch(/Read an operation.*Answered/s);
    await row.locator('summary').click();
    await row.locator('.govuk-details__text li').first().waitFor();
    await look();
    await choose('outcome', 'refused');
    await press('Show');
    await page.locator('main', { hasText: 'Nobody has looked like this' }).waitFor();
    await look();
  });

  it('proves the timeline with one press, and says what that means', async () => {
    await page.goto(timeline());
    await page.click('text=Prove it now');
    await page.locator('h1', { hasText: 'The timeline is as it was recorded' }).waitFor();
    expect(await body()).toMatch(/none was changed, added, moved or taken out/);
    await look();
  });

  it('says where a timeline does not prove, and what to do', async () => {
    const actor = (to: string, from: string) =>
      engine.pool.query(
        `BEGIN; ALTER TABLE timeline_event DISABLE TRIGGER USER;
         UPDATE timeline_event SET actor = '${to}' WHERE operation = '${reference}' AND sequence = 2 AND actor = '${from}';
         ALTER TABLE timeline_event ENABLE TRIGGER USER; COMMIT`,
      );
    await actor('someone-else', TASKING.id);
    try {
      await page.goto(timeline('/proof'));
      await page.locator('h1', { hasText: 'not as it was recorded' }).waitFor();
      expect(await body()).toMatch(
        /Event 2: does not match its hash: it has been altered.*What to do now.*Print or save/s,
      );
      await look();
    } finally {
      await actor(TASKING.id, 'someone-else');
    }
    await page.goto(timeline('/proof'));
    await page.locator('h1', { hasText: 'is as it was recorded' }).waitFor();
  });

  it.each(['JSON', 'PDF', 'CSV'])('exports it as %s, which proves itself on any machine', async (form) => {
    await page.goto(timeline('/export'));
    await look();
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(`text=Download as ${form}`)]);
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    const { stdout } = await promisify(execFile)(process.execPath, [compiled('apps/cli/main.js'), 'verify', file], {
      ...{ cwd: folder, env: {} },
    });
    expect(stdout).toMatch(/"verified":1,"problems":0\}\n$/);
  });

  it('draws a dip sample by chance, reviews each operation, and signs it off for ever', async () => {
    await page.goto('/oversight/dip-samples');
    await look();
    await press('Draw a sample');
    await look();
    await press('Draw');
    await page.locator('.govuk-error-summary').waitFor();
    await look();
    await fillIn(page, { count: 2, stage: 'intelligence-build', threatArea: OURS });
    await press('Draw');
    await isDone(page);
    sample = new URL(page.url()).pathname;
    await look();
    await page.click('text=Repeat the draw');
    await page.locator('h1', { hasText: 'comes out the same' }).waitFor();
    await look();
    await page.goto(sample);
    expect(await body()).toContain('The sample can be signed off once each of them is reviewed');
    for (let left = await page.locator('a:text-matches("^Review (?!again)")').count(); left > 0; left--) {
      await page.locator('a:text-matches("^Review (?!again)")').first().click();
      await look();
      await press('Record the review');
      await page.locator('.govuk-error-summary').waitFor();
      await fillIn(page, { outcome: 'action-needed', note: 'Invented: the plan names nobody.' });
      await press('Record the review');
      await isDone(page);
    }
    expect(await body()).toMatch(/Action needed.*Invented: the plan names nobody\./s);
    await look();
    await press('Sign off');
    expect(await body()).toContain('nobody can change it any more');
    await look();
    await press('Sign off');
    await isDone(page, 'Signed off');
    expect(await page.locator('main a:has-text("Review")').count()).toBe(0);
    await look();
  });

  it('approves what waits for a second person', async () => {
    await page.goto('/oversight/approvals');
    await choose('awaiting', 'package-sign-off');
    await choose('threatArea', OURS);
    await press('Show');
    const row = page.locator('tbody tr', { hasText: reference });
    expect(await row.innerText()).toContain('A second person to sign off the package');
    await look();
    await row.locator('a', { hasText: 'Sign off' }).click();
    await page.locator('form[data-keep] .govuk-button-group button').first().click();
    await desk.signInIfAsked();
    if (new URL(page.url()).searchParams.has('kept'))
      await page.locator('form[data-keep] .govuk-button-group button').first().click();
    await isDone(page);
    await page.goto(`/oversight/approvals?awaiting=package-sign-off&threatArea=${OURS}`);
    expect(await page.locator('tbody tr', { hasText: reference }).count()).toBe(0);
    await look();
  });

  it('sees who works on how much, and hands it over: one act on many, for one reason', async () => {
    await page.goto('/oversight/workload');
    await look();
    await follow(page.locator('tbody a', { hasText: 'Senior investigator, Norfolk' }));
    await look();
    const boxes = page.locator('main input[type="checkbox"][name="operations"]');
    for (const box of await boxes.all()) await box.setChecked((await box.getAttribute('value')) === reference);
    await press('1. Assign somebody else');
    expect(await page.inputValue('[name="operations"]')).toBe(reference);
    await look();
    await press('Begin');
    await page.locator('.govuk-error-summary').waitFor();
    await look();
    await fillIn(page, {
      ...{ operations: `${reference}\nOP-2020-999999`, reason: 'Invented: on leave.' },
      body: { person: 'digital-media-investigator-norfolk' },
    });
    await press('Begin');
    await isDone(page);
    await eventually('the end of the act', async () => {
      if (!javaScript) await page.reload();
      return /Done.*2 of 2 settled/s.test(await body());
    });
    expect(await page.locator('tbody tr[data-status="done"]').innerText()).toContain(reference);
    expect(await page.locator('tbody tr[data-status="failed"]').innerText()).toContain('OP-2020-999999');
    await look();
    await page.goto('/bulk');
    expect(await page.locator('tbody tr').first().innerText()).toContain('Invented: on leave.');
    await look();
    await page.goto(`/oversight/workload/${SIO.id}`);
    for (const box of await boxes.all()) await box.setChecked((await box.getAttribute('value')) === reference);
    await press('2. Release');
    await page.fill('[name="reason"]', 'Invented: on leave.');
    await press('Begin');
    await eventually('the release', async () => {
      await page.goto(`/oversight/workload/${SIO.id}`);
      return (await page.locator('tbody tr', { hasText: reference }).count()) === 0;
    });
  });

  /** Begins an act on three operations, and does something before the first of them can be over. */
  const whileMany = async (act: () => Promise<void>) => {
    const many = [await engine.open(), await engine.open(), await engine.open()] as const;
    await whileHeld(engine.pool, many[0], async () => {
      await page.goto('/bulk/new');
      await look();
      await page.check('[name="command"][value="changeMarking"]');
      await press('Continue');
      await fillIn(page, {
        operations: many.join('\n'),
        body: { marking: 'OFFICIAL-SENSITIVE' },
        reason: 'Invented.',
      });
      await press('Begin');
      await act();
    });
  };

  it('comes back to an act on many where signing in came before a step', async () => {
    await whileMany(async () => {
      await desk.context.clearCookies();
      await press('Pause');
      await desk.signInIfAsked();
      await page.getByText('What you pressed may not have been taken.').waitFor();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(new URL(page.url()).pathname).toMatch(/^\/bulk\/[^/]+\/pause$/);
      await look();
    });
  });

  it('pauses, resumes and cancels an act on many', async () => {
    await whileMany(async () => {
      await press('Pause');
      await page.locator('main', { hasText: 'Paused' }).first().waitFor();
      await look();
      await press('Go on');
      await isDone(page, 'It goes on');
      await press('Cancel what is left');
      await page.locator('main', { hasText: 'Cancelled' }).first().waitFor();
      await look();
    });
  });

  it('searches the access log, and comes from what is unusual to what is behind it', async () => {
    await page.goto('/oversight/access');
    await page.fill('[name="operation"]', reference);
    await page.fill('[name="person"]', 'supervisor-norfolk');
    await press('Search');
    expect(await page.locator('tbody tr').first().innerText()).toContain(reference);
    await look();
    await page.fill('[name="operation"]', 'nonsense');
    await press('Search');
    await page.locator('.govuk-error-summary', { hasText: 'whole reference' }).waitFor();
    await look();
    await page.goto('/oversight/access/unusual');
    expect(await body()).toMatch(/Answered about an operation in whose team the person is not/);
    await look();
    const finding = page.locator('section[aria-labelledby="outside-own-cases"] tbody tr', { hasText: reference });
    await finding.locator('a', { hasText: 'See what' }).click();
    expect(await page.locator('tbody tr').first().innerText()).toContain(reference);
    expect(await page.locator('.govuk-inset-text').innerText()).toContain('Only what is behind the finding');
    await look();
    await page.goto('/oversight/access/unusual?from=1+1+2020&to=1+6+2020');
    await page.locator('.govuk-error-summary', { hasText: 'at most 31 days' }).waitFor();
    await look();
  });

  it('reads the figures: charts with their tables, what each counts, by period; and takes them out', async () => {
    await page.goto('/oversight');
    await page.click('text=Figures by threat area and force');
    await choose('threatArea', OURS);
    await press('Count');
    const chart = page.locator('#operations ~ .app-figure img').first();
    expect(await chart.getAttribute('alt')).toMatch(
      /^Referrals by threat area\. Bar chart\. .*Violence against women and girls: [1-9]/,
    );
    expect(await chart.evaluate((image: Image) => image.decode().then(() => image.naturalWidth))).toBe(640);
    expect(await body()).toContain('Operations whose referral was opened in the period');
    await look();
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=Download as CSV')]);
    expect(download.suggestedFilename()).toBe('figures.csv');
    await page.click('text=Last financial year');
    await look();
    await page.goto('/figures?from=2+2+2026&to=1+1+2026');
    await page.locator('.govuk-error-summary', { hasText: 'not before the first' }).waitFor();
    await look();
  });

  it('meets no error in the browser', () => {
    expect(desk.complaints).toEqual([]);
  });
});

describe('pages of oversight', () => {
  it('are for supervisors, and say so', async () => {
    const desk = await Desk.of('intelligence-analyst-norfolk', browser);
    for (const path of ['/oversight/access', '/oversight/dip-samples', '/figures', '/oversight/workload']) {
      const answer = await desk.page.goto(path);
      expect([path, answer?.status()]).toEqual([path, 403]);
    }
    expect(await desk.page.locator('nav[aria-label="Desks"] a', { hasText: 'Oversight' }).count()).toBe(0);
    await desk.close();
  });
});
