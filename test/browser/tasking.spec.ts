import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser/browser';
import { Desk } from '../support/browser/desk';
import { fillIn } from '../support/browser/fill';
import { Keys } from '../support/browser/keys';
import { faultsOf } from '../support/browser/looks-well';
import { ownCodename, ownDocument, Preparing } from '../support/browser/referrals';
import { isDone } from '../support/browser/steps';
import { HIGH_THREAT } from '../support/threat-inputs';

jest.setTimeout(180_000);

const TASKING = 'tasking-officer-norfolk';
const ABOUT = { threatArea: 'county-lines', leadForce: 'norfolk', marking: 'OFFICIAL-SENSITIVE' };
const GRADE = { sourceEvaluation: '2', intelligenceAssessment: 'B', handlingCode: 'P' };
const SUBJECT = { name: 'Katinka Példa', roles: ['suspect'], grounds: 'Named by two callers.' };

/** The tasking officer's journey: from a referral that is begun to an operation that is adopted. */
describe('the desk of a tasking officer', () => {
  let browser: Browser;
  let desk: Desk;
  let page: Page;
  const document = ownDocument();
  const preparing = new Preparing(TASKING);
  beforeAll(async () => {
    browser = await openBrowser();
    await preparing.referral(ownCodename(), { document });
    await new Preparing('tasking-officer-essex').referral(ownCodename(), { document, leadForce: 'essex' });
    await preparing.found(document, 1, true);
    desk = await Desk.of(TASKING, browser);
    ({ page } = desk);
  });
  afterAll(() => browser.close());

  const goOn = (on = page) => on.getByRole('button', { name: 'Save and continue' }).last().click();
  const send = (name: string, on = page) => on.getByRole('button', { name }).last().click();
  /** The pages of a referral up to its subjects. */
  const begin = async (codename: string, on = page) => {
    await on.goto('/referrals/new');
    await fillIn(on, { ...ABOUT, codename });
    await goOn(on);
    await on.waitForURL(/\/source$/);
    await goOn(on);
    await on.waitForURL(/\/grounds$/);
    await fillIn(on, { grounds: 'Invented grounds.', grade: GRADE });
    await goOn(on);
    await on.waitForURL(/\/subjects$/);
  };
  const addSubject = async (identifier: string, on = page) => {
    await on.getByRole('button', { name: 'Add a subject' }).click();
    await fillIn(on, { ...SUBJECT, identifiers: [{ kind: 'document', value: identifier }] });
  };

  it('keeps a referral that is left, and goes on where something is missing', async () => {
    const codename = ownCodename();
    await page.goto('/referrals/new');
    expect(await faultsOf(page)).toEqual([]);
    await goOn();
    await page.locator('.govuk-error-summary').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await fillIn(page, { ...ABOUT, codename });
    await goOn();
    await page.waitForURL(/\/source$/);
    expect(await faultsOf(page)).toEqual([]);
    await goOn();
    await page.waitForURL(/\/grounds$/);
    await fillIn(page, { grounds: 'Not graded yet.' });
    await send('Save and come back later');
    await isDone(page);
    expect(await faultsOf(page)).toEqual([]);

    await page.goto('/');
    await page.getByRole('link', { name: codename, exact: true }).click();
    await page.waitForURL(/\/grounds$/);
    expect(await page.locator('[name="grounds"]').inputValue()).toBe('Not graded yet.');
    expect(await faultsOf(page)).toEqual([]);

    await page.goto('/referrals');
    await page.getByRole('link', { name: `Delete the draft ${codename}` }).click();
    expect(await faultsOf(page)).toEqual([]);
    await send('Delete the draft');
    await isDone(page);
    expect(await page.getByText(codename).count()).toBe(0);
  });

  it('refuses together what contradicts itself, before anything is sent', async () => {
    await page.goto('/referrals/new');
    await fillIn(page, ABOUT);
    await goOn();
    await fillIn(page, { source: 'partner', anonymous: true, consent: false, contact: '01632 960001' });
    await goOn();
    await page.getByText('An anonymous referral names no contact.').first().waitFor();
    await page.goto(page.url().replace('/source', '/check'));
    expect(await page.getByText('Something is missing').count()).toBe(2);
    expect(await page.getByRole('button', { name: 'Open the referral' }).count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
  });

  it('shows who else holds an interest while a subject is typed, and opens the referral with its subjects', async () => {
    const codename = ownCodename();
    await begin(codename);
    expect(await faultsOf(page)).toEqual([]);
    await addSubject(document);
    await page.locator('[data-hits] a').first().waitFor();
    await page.getByText('Another operation, which you do not see, holds an interest.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await goOn();
    await page.waitForURL(/\/subjects$/);
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Add another subject' }).click();
    await fillIn(page, { ...SUBJECT, name: 'Second Example' });
    await goOn();
    await page.waitForURL(/\/check$/);
    await send('Open the referral');
    await page.waitForURL(/\/operations\/OP-/);
    await isDone(page);
    await page.getByRole('link', { name: SUBJECT.name }).waitFor();
    await page.goto('/referrals');
    expect(await page.getByRole('link', { name: codename, exact: true }).count()).toBe(1);
    expect(await page.getByRole('link', { name: `Delete the draft ${codename}` }).count()).toBe(0);
  });

  it('opens one operation, however often it is sent', async () => {
    const codename = ownCodename();
    await begin(codename);
    await page.getByRole('button', { name: 'Continue' }).click();
    const address = page.url();
    const form = Object.fromEntries(
      await Promise.all(
        ['_key', '_version', '_by'].map(async (name) => [name, await page.locator(`[name="${name}"]`).inputValue()]),
      ),
    ) as Record<string, string>;
    const sent = await Promise.all([1, 2, 3].map(() => page.request.post(address, { form })));
    expect(new Set(sent.map((answer) => answer.url())).size).toBe(1);
    expect(await preparing.count(codename)).toBe(1);
  });

  it('finds what was typed after the session has ended', async () => {
    await begin(ownCodename());
    await addSubject(ownDocument());
    await desk.context.clearCookies();
    await goOn();
    await desk.signInIfAsked();
    await page.getByText('What you typed is here, as you left it').waitFor();
    expect(await page.locator('[name="name"]').inputValue()).toBe(SUBJECT.name);
    await goOn();
    await page.waitForURL(/\/subjects$/);
    await page.getByRole('heading', { name: SUBJECT.name }).waitFor();
  });

  it('scores with the effect in sight, confirms, and adopts', async () => {
    const reference = await preparing.referral(ownCodename(), { document: ownDocument() });
    await preparing.give(reference, 'submitReferral', {});
    await page.goto(`/operations/${reference}/decide`);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Record a threat score' }).first().click();
    await page.waitForURL(/\/score$/);
    expect(await faultsOf(page)).toEqual([]);
    const { factors, ...rest } = HIGH_THREAT;
    await fillIn(page, { factors, ...rest, rationale: 'Several victims at a time.' });
    await page.locator('[data-risk]', { hasText: '150' }).waitFor();
    await page.locator('[name="factors.scale"][value="4"]').check();
    await page.locator('[data-risk]', { hasText: '165' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await send('Record a threat score');
    await page.waitForURL(/\/scores$/);
    await isDone(page);
    expect(await faultsOf(page)).toEqual([]);

    await page.getByRole('link', { name: 'Confirm T1, risk 165' }).click();
    expect(await page.locator('[name="risk"][value="165"]').isChecked()).toBe(true);
    await send('Confirm the threat score');
    await isDone(page);
    await page.goto(`/operations/${reference}/decide`);
    await page.getByRole('button', { name: 'Adopt the operation' }).click();
    expect(await faultsOf(page)).toEqual([]);
    await fillIn(page, { codename: ownCodename(), products: ['telecoms', 'network'], rationale: 'High risk.' });
    await send('Adopt the operation');
    await isDone(page);
    await page.goto(`/operations/${reference}`);
    await page.locator('.govuk-tag', { hasText: 'Intelligence build' }).waitFor();
  });

  it('opens a referral by keyboard alone', async () => {
    const keys = new Keys(page);
    const further = '.govuk-button-group button:not([name])';
    await page.goto('/');
    await keys.enter('main a[href="/referrals"], main a[href="/referrals/new"]');
    if (!page.url().endsWith('/new')) await keys.enter('a[href="/referrals/new"]');
    for (const name of ['threatArea', 'marking']) await keys.tick(`[name="${name}"]`);
    await keys.enter(further);
    await page.waitForURL(/\/source$/);
    await keys.enter(further);
    await page.waitForURL(/\/grounds$/);
    await keys.type('[name="grounds"]', 'Invented grounds.');
    for (const name of Object.keys(GRADE)) await keys.tick(`[name="grade.${name}"]`);
    await keys.enter(further);
    await page.waitForURL(/\/subjects$/);
    await keys.enter('a.govuk-button[href$="/check"]');
    await page.waitForURL(/\/check$/);
    await keys.enter(further);
    await isDone(page);
  });

  it('tells whoever may not open a referral before they type', async () => {
    const supervisor = await Desk.of('supervisor-norfolk', browser);
    await supervisor.page.goto('/referrals/new');
    await supervisor.page.getByText('A referral is opened by a tasking officer.').waitFor();
    expect(await faultsOf(supervisor.page)).toEqual([]);
    await supervisor.close();
  });

  it('does all of this without scripts', async () => {
    const plain = await Desk.of(TASKING, browser, { javaScript: false });
    const codename = ownCodename();
    await begin(codename, plain.page);
    await addSubject(document, plain.page);
    await plain.page.getByRole('button', { name: 'Check', exact: true }).click();
    await plain.page.locator('[data-hits] a').first().waitFor();
    expect(await plain.page.locator('[name="name"]').inputValue()).toBe(SUBJECT.name);
    await plain.page.locator('button[name="_add"][value="identifiers"]').click();
    expect(await plain.page.locator('[name="identifiers.0.value"]').inputValue()).toBe(document);
    await goOn(plain.page);
    await plain.page.getByRole('button', { name: 'Continue' }).click();
    await send('Open the referral', plain.page);
    await isDone(plain.page);
    await plain.page.getByRole('link', { name: 'Submit the referral' }).click();
    await send('Submit the referral', plain.page);
    const { pathname } = new URL(plain.page.url());
    await plain.page.goto(`${pathname.split('/').slice(0, 3).join('/')}/score`);
    const { factors, ...rest } = HIGH_THREAT;
    await fillIn(plain.page, { factors, ...rest, rationale: 'Several victims at a time.' });
    await plain.page.getByRole('button', { name: 'Show the effect' }).click();
    await plain.page.locator('[data-risk]', { hasText: '150' }).waitFor();
    await send('Record a threat score', plain.page);
    await isDone(plain.page);
    await plain.close();
  });

  it('meets no error in the browser', () => {
    expect(desk.complaints).toEqual([]);
  });
});
