import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser/browser';
import { Desk } from '../support/browser/desk';
import { fillIn } from '../support/browser/fill';
import { faultsOf } from '../support/browser/looks-well';
import { ownCodename, ownDocument, Preparing } from '../support/browser/referrals';
import { isDone } from '../support/browser/steps';
import { HIGH_THREAT, LOW_THREAT } from '../support/threat-inputs';

jest.setTimeout(180_000);

const TASKING = 'tasking-officer-norfolk';
const ESSEX = 'tasking-officer-essex';
const AREA = 'organised-immigration-crime';
/** Of the area alone: what other tests leave could fill the first page. */
const TRIAGE = `/triage?threatArea=${AREA}`;

/** What a tasking officer has before deciding: the queue, two side by side, matches, other officers, and a pack. */
describe('triage', () => {
  let browser: Browser;
  let desk: Desk;
  let page: Page;
  const document = ownDocument();
  const [high, low] = [ownCodename(), ownCodename()];
  const preparing = new Preparing(TASKING, AREA);
  let first: string;
  let second: string;
  beforeAll(async () => {
    browser = await openBrowser();
    first = await preparing.scored(high, document, HIGH_THREAT);
    second = await preparing.scored(low, document, LOW_THREAT);
    await new Preparing(ESSEX).referral(ownCodename(), { document, leadForce: 'essex' });
    await preparing.found(document, 2, true);
    desk = await Desk.of(TASKING, browser);
    ({ page } = desk);
  });
  afterAll(() => browser.close());

  it('puts the higher risk before the lower, and says what each waits for', async () => {
    await page.goto(`${TRIAGE}&leadForce=norfolk`);
    const names = await page.locator('tbody th a').allTextContents();
    expect(names.indexOf(high)).toBeGreaterThanOrEqual(0);
    expect(names.indexOf(high)).toBeLessThan(names.indexOf(low));
    await page.getByRole('link', { name: `Threat score confirmation of ${high}` }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto('/triage?awaiting=merge&leadForce=norfolk&threatArea=county-lines');
    await page.getByText('No referral in assessment is like this.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('compares two referrals, and says each difference in words', async () => {
    await page.goto(TRIAGE);
    for (const one of [first, second]) await page.locator(`#pick-${one}`).check();
    await page.getByRole('button', { name: 'Compare the two chosen' }).click();
    await page.waitForURL(/compare\?a=/);
    await page.getByRole('cell', { name: `${high} is 135 higher` }).waitFor();
    await page.getByText('Dávid Próba (S1) and Dávid Próba (S1) may be the same').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: `${low} into ${high}` }).click();
    expect(await page.locator('[name="into"]').inputValue()).toBe(first);
    await page.goto(`/triage/compare?a=${first}&b=${first}`);
    await page.locator('.govuk-error-summary').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('keeps what is chosen when another referral comes', async () => {
    await page.goto(`${TRIAGE}&leadForce=norfolk`);
    for (const one of [first, second]) await page.locator(`#pick-${one}`).check();
    await page.getByRole('heading', { level: 1 }).click();
    const third = await preparing.scored(ownCodename(), ownDocument(), HIGH_THREAT);
    await page.locator(`#row-${third}`).waitFor();
    const chosen = page.locator('[name="pick"]:checked');
    const values = await chosen.evaluateAll((all) => all.map((one) => one.getAttribute('value')));
    expect(values.toSorted()).toEqual([first, second].toSorted());
  });

  it('confirms a match with its reason, and keeps the decision', async () => {
    await page.goto(`/operations/${first}/people`);
    await page.getByRole('link', { name: 'Matches with other operations' }).click();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: `Confirm or reject S1, ${second}` }).click();
    await page.getByRole('button', { name: 'Record the decision' }).last().click();
    await page.locator('.govuk-error-summary').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await fillIn(page, { outcome: 'confirmed', reason: 'The passport is the same.' });
    await page.getByRole('button', { name: 'Record the decision' }).last().click();
    await page.getByText('Held to be the same by').waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('puts officers in touch over what one does not see of the other', async () => {
    await page.goto(`/search?kind=document&q=${encodeURIComponent(document)}`);
    await page.getByRole('button', { name: 'Ask to be put in touch' }).click();
    expect(await faultsOf(page)).toEqual([]);
    await fillIn(page, { message: 'Call me on 01632 960002.' });
    await page.getByRole('button', { name: 'Send' }).last().click();
    await isDone(page);
    expect(await faultsOf(page)).toEqual([]);
    const essex = await Desk.of(ESSEX, browser);
    await essex.open('/contact-requests');
    expect(await faultsOf(essex.page)).toEqual([]);
    await essex.page.locator('tbody a').first().click();
    await essex.page.getByText('Call me on 01632 960002.').waitFor();
    await fillIn(essex.page, { message: 'I shall.' });
    await essex.page.getByRole('button', { name: 'Send' }).last().click();
    await isDone(essex.page);
    expect(await essex.page.locator('[name="message"]').inputValue()).toBe('');
    await page.reload();
    await page.getByText('I shall.').waitFor();
    await page.goto('/contact-requests');
    await page.getByText('Waits for you').first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await essex.close();
  });

  it('makes a meeting pack of what is chosen', async () => {
    await page.goto(TRIAGE);
    await page.locator(`#pick-${first}`).check();
    await page.getByRole('button', { name: 'Make a meeting pack' }).click();
    expect(await page.locator(`[name="pick"][value="${first}"]`).isChecked()).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    await page.locator(`[name="pick"][value="${second}"]`).check();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Make the pack' }).click();
    expect((await coming).suggestedFilename()).toMatch(/^tasking-meeting-pack-\d{4}-\d\d-\d\d\.pdf$/);
    const empty = await page.goto('/triage/pack.pdf');
    expect(empty?.status()).toBe(400);
    expect(await faultsOf(page)).toEqual([]);
  });

  it('meets no error in the browser', () => {
    expect(desk.complaints).toEqual([]);
  });
});
