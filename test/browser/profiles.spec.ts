import type { Browser, Page } from 'playwright-core';
import { violationsOf } from '../support/browser/accessible';
import { openBrowser } from '../support/browser/browser';
import { Desk } from '../support/browser/desk';
import { forceFile } from '../support/browser/force-file';
import { follow, isDone, press, untilEnded } from '../support/browser/steps';

jest.setTimeout(300_000);

/** From a force's file to a referral, by the pages alone, with scripts and without. */
describe.each([{ javaScript: true }, { javaScript: false }])('force data and profiles, %o', ({ javaScript }) => {
  const file = forceFile(new Date().toISOString());
  let browser: Browser;
  let analyst: Desk;
  let officer: Desk;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    analyst = await Desk.of('intelligence-analyst-norfolk', browser, { javaScript });
    officer = await Desk.of('tasking-officer-norfolk', browser, { javaScript });
    page = analyst.page;
  });
  afterAll(() => browser.close());

  const look = async (of: Page) => expect(await violationsOf(of, { javaScript })).toEqual([]);
  const choose = (of: Page, name: string, text: string) => of.locator(`[name="${name}"]`).selectOption({ label: text });
  const payload = { name: file.name, mimeType: 'text/csv', buffer: file.content };

  it('has it suggested how a file is read, and says what could not be found out', async () => {
    await page.goto('/profiles');
    await page.click('text=Records of forces');
    await look(page);
    await page.goto('/profiles/mappings/norfolk/suggestion');
    await press(page, 'Suggest');
    await page.locator('.govuk-error-summary', { hasText: 'file' }).waitFor();
    await look(page);
    await page.setInputFiles('#file', payload);
    await press(page, 'Suggest');
    await page.locator('main', { hasText: 'not read: Hat Size' }).waitFor();
    expect(await page.locator('[name="columns.reference"]').inputValue()).toBe('Crime Ref');
    expect(await page.locator('[name="dates"]').inputValue()).toBe('dd/mm/yyyy');
    await look(page);
  });

  it('keeps what was chosen while a row is added, and says what is missing', async () => {
    await page.locator('button[name="_add"][value="kinds"]').click();
    const last = Number(await page.locator('[name="kinds.rows"]').inputValue()) - 1;
    await page.fill(`[name="kinds.${last}.word"]`, 'cus');
    await page.locator('.govuk-button-group button').click();
    await page.locator('.govuk-error-summary').waitFor();
    expect(await page.locator('[name="columns.reference"]').inputValue()).toBe('Crime Ref');
    await look(page);
    await choose(page, `kinds.${last}.means`, 'Custody');
    await page.locator('.govuk-button-group button').click();
    await isDone(page, 'read so from now on');
  });

  it('hands a file in and sees how far it is, what was taken in, and what was not and why', async () => {
    await look(page);
    await page.setInputFiles('#file', payload);
    await press(page, 'Hand in');
    await page.locator('h1', { hasText: file.name }).waitFor();
    await untilEnded(page, { javaScript });
    await page.locator('#import', { hasText: 'Loaded' }).waitFor();
    expect(await page.locator('#import').innerText()).toMatch(new RegExp(`Taken in\\s+${file.records}\\s`));
    await look(page);
    await follow(page.locator('text=See which, and why'));
    expect(await page.locator('main tbody tr').allInnerTexts()).toEqual([expect.stringContaining('Nobody')]);
    await look(page);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=Download all as CSV')]);
    expect(download.suggestedFilename()).toMatch(/^rejects-.*\.csv$/);
  });

  it('takes the same file in once', async () => {
    await page.goto('/profiles/imports');
    await page.locator('#files tbody tr', { hasText: file.name }).first().waitFor();
    await look(page);
    await page.locator('main a', { hasText: 'Hand in a file' }).click();
    await page.setInputFiles('#file', payload);
    await press(page, 'Hand in');
    await untilEnded(page, { javaScript });
    await page.locator('#import', { hasText: 'Taken in before' }).waitFor();
    await look(page);
  });

  it('profiles everybody, by the usual model or by one’s own, and sees how far that is', async () => {
    await page.goto('/profiles/runs/new?model=own');
    await look(page);
    await page.fill('[name="model.name"]', 'Not A Name');
    await press(page, 'Start profiling');
    await page.locator('.govuk-error-summary').waitFor();
    await look(page);
    await page.goto('/profiles');
    await page.click('text=Profile everybody');
    await look(page);
    await press(page, 'Start profiling');
    await page.locator('h1', { hasText: 'Profiling as of' }).waitFor();
    await untilEnded(page, { javaScript });
    await page.locator('#run', { hasText: 'Done' }).waitFor();
    await look(page);
  });

  it('sees who is ranked first, with what their place rests on', async () => {
    if (!javaScript) await page.reload();
    await page.click('text=Who is ranked first');
    await choose(page, 'area', 'County lines');
    await choose(page, 'scope', 'Norfolk');
    await press(page, 'Show');
    const first = page.locator('.govuk-summary-card').first();
    expect(await first.innerText()).toMatch(/Serial suspect.*Recency.*Frequency: 100 of 100.*Gravity: 100 of 100/s);
    expect(await first.innerText()).toMatch(/\d+ events in 24 months; 10 make 100/);
    await look(page);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=Download as CSV')]);
    expect(download.suggestedFilename()).toBe('ranking.csv');
  });

  it('sees harm and volume as charts that say what they show, beside their table', async () => {
    await page.click('text=Harm and volume');
    for (const by of ['Month', 'Place']) {
      await choose(page, 'by', by);
      await press(page, 'Show');
      const says = await page
        .locator('main figure img')
        .evaluateAll((all) => all.map((one) => one.getAttribute('alt')));
      expect(says).toEqual([expect.stringMatching(/^Crimes\. The most: /), expect.stringMatching(/^Days of harm\. /)]);
      expect(await page.locator('main tbody tr').count()).toBeGreaterThan(1);
      await look(page);
    }
  });

  it('reads what their forces hold of somebody', async () => {
    await page.goBack();
    await page.goto('/profiles');
    await page.click('text=See who is ranked first');
    await choose(page, 'area', 'County lines');
    await press(page, 'Show');
    await page.locator('main a', { hasText: 'What your forces hold' }).first().click();
    await page.locator('main h3[id^="identity-"]').first().waitFor();
    await look(page);
  });

  it('compares somebody with another person, and says who is who', async () => {
    await page.fill('[name="with"]', 'no number');
    await press(page, 'Look at both');
    await page.locator('.govuk-error-message').waitFor();
    await look(page);
    await page.goto('/profiles');
    await follow(page.locator('text=See who is ranked first'));
    const people = await page.locator('main h2').allInnerTexts();
    const numbers = people.flatMap((text) => /Person (\d+)/.exec(text)?.[1] ?? []);
    await page.goto(`/profiles/people/${numbers[0]}/beside?with=${numbers[1]}`);
    await look(page);
    await press(page, 'Compare these two');
    await page.locator('h1', { hasText: 'Are these one person?' }).waitFor();
    expect(await page.locator('main').innerText()).toContain('Nothing holds these two together by itself.');
    await look(page);
    await press(page, 'Record');
    await page.locator('.govuk-error-summary').waitFor();
    await look(page);
    await page.locator('[name="outcome"]').last().check();
    await page.fill('[name="reason"]', 'Seen apart by an officer; invented.');
    await press(page, 'Record');
    await isDone(page);
    await look(page);
  });

  it('opens the referral that a profile suggests by one press, and says why another is not opened', async () => {
    const { page: desk } = officer;
    await desk.goto('/profiles');
    await look(desk);
    const suggested = (area: string) =>
      desk.locator('.govuk-summary-card', { hasText: area }).filter({ hasText: '10 events' }).first();
    const titles = await desk.locator('.govuk-summary-card__title').allInnerTexts();
    expect(titles).toContainEqual(expect.stringMatching(/^Person \d+, place \d+: County lines$/));
    expect(new Set(titles).size).toBe(titles.length);
    await suggested('Violence against women and girls').locator('text=Change it first').click();
    await look(desk);
    await desk.click('text=What your forces hold');
    await desk.locator('main h3[id^="identity-"]').first().waitFor();
    await desk.goBack();
    await desk.goBack();
    await suggested('County lines').locator('text=Open none').click();
    await look(desk);
    await press(desk, 'Open no referral');
    await desk.locator('.govuk-error-summary').waitFor();
    await desk.fill('[name="reason"]', 'Already worked on; invented.');
    await press(desk, 'Open no referral');
    await isDone(desk, 'not suggested again');
    await suggested('Violence against women and girls').locator('button').click();
    await isDone(desk, 'The referral is open');
    expect(desk.url()).toMatch(/\/operations\/OP-/);
  });

  it('is refused to whoever may not, in words', async () => {
    const desk = await Desk.of('digital-media-investigator-norfolk', browser, { javaScript });
    await desk.open('/profiles');
    await desk.page.locator('h1', { hasText: 'You cannot do this' }).waitFor();
    await look(desk.page);
    await officer.open('/profiles/imports');
    await officer.page.locator('h1', { hasText: 'You cannot do this' }).waitFor();
  });

  it('meets no error in any browser', () => {
    expect([...analyst.complaints, ...officer.complaints]).toEqual([]);
  });
});
