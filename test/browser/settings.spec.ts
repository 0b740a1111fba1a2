import { randomInt } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { violationsOf } from '../support/browser/accessible';
import { openBrowser } from '../support/browser/browser';
import { Desk } from '../support/browser/desk';
import { follow, press, untilEnded } from '../support/browser/steps';
import { Receiver } from '../support/receiver';

jest.setTimeout(240_000);

const unique = () => randomInt(1_000_000_000).toString(36).replaceAll(/\d/g, 'x');

/** What is set and kept, by the pages alone, with scripts and without. */
describe.each([{ javaScript: true }, { javaScript: false }])('settings, %o', ({ javaScript }) => {
  let browser: Browser;
  let administrator: Desk;
  let supervisor: Desk;
  beforeAll(async () => {
    browser = await openBrowser();
    administrator = await Desk.of('administrator-ersou', browser, { javaScript });
    supervisor = await Desk.of('supervisor-norfolk', browser, { javaScript });
  });
  afterAll(() => browser.close());

  const look = async (of: Page) => expect(await violationsOf(of, { javaScript })).toEqual([]);
  const said = async (of: Page, text: string) => {
    const alert = of.locator('.moj-alert--success');
    await alert.waitFor();
    expect(await alert.innerText()).toContain(text);
  };

  it('offers each person what is theirs to look at, from every page', async () => {
    for (const { page } of [administrator, supervisor]) {
      await page.locator('footer a', { hasText: 'Settings' }).click();
      await look(page);
    }
    expect(await administrator.page.locator('main a', { hasText: 'Webhooks' }).count()).toBe(1);
    expect(await administrator.page.locator('main').innerText()).toContain('identity provider of the force');
    expect(await supervisor.page.locator('main a', { hasText: 'Webhooks' }).count()).toBe(0);
    expect(await supervisor.page.locator('main a', { hasText: 'Lexicon' }).count()).toBe(1);
  });

  it('tells everybody who they are and what that lets them see', async () => {
    const { page } = supervisor;
    await follow(page.locator('header a', { hasText: 'Supervisor, Norfolk' }));
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/Known as\s+Supervisor, Norfolk/);
    expect(text).toMatch(/Clearance\s+SECRET\s+Operations marked up to SECRET/);
    expect(text).toContain('Sees all that their force leads');
    expect(text).toContain('How a source is handled');
    await look(page);
    await administrator.open('/me');
    expect(await administrator.page.locator('main').innerText()).toContain('Sees no operation');
  });

  it('adds, changes and retires a theme, and says what somebody else has changed meanwhile', async () => {
    const { page } = administrator;
    const [code, title] = [`theme-${unique()}`, `Theme ${unique()}`];
    await page.goto('/settings/support-needs');
    await look(page);
    await page.click('text=Add a theme');
    await look(page);
    await page.fill('[name="code"]', code);
    await press(page, 'Add');
    await page.locator('.govuk-error-summary').waitFor();
    await look(page);
    await page.fill('[name="title"]', title);
    await page.fill('[name="code"]', 'accommodation');
    await press(page, 'Add');
    await page.locator('.govuk-error-summary', { hasText: 'has this code already' }).waitFor();
    await look(page);
    await page.fill('[name="code"]', code);
    await press(page, 'Add');
    await said(page, title);
    const other = await Desk.of('administrator-ersou', browser, { javaScript });
    await other.open(`/settings/support-needs/${code}`);
    await page.goto(`/settings/support-needs/${code}`);
    await look(page);
    await other.page.fill('[name="title"]', `${title}, changed`);
    await press(other.page, 'Save');
    await said(other.page, title);
    await page.locator('[name="retired"][value="yes"]').check();
    await press(page, 'Save');
    await page.locator('[data-conflict]').waitFor();
    expect(await page.locator('main').innerText()).toContain(`${title}, changed`);
    expect(await page.locator('[name="title"]').inputValue()).toBe(title);
    expect(await page.locator('[name="retired"][value="yes"]').isChecked()).toBe(true);
    await look(page);
    await press(page, 'Save');
    await said(page, 'no longer offered');
    await supervisor.open('/settings/support-needs');
    expect(await supervisor.page.locator('main tr', { hasText: title }).innerText()).toContain('Retired');
    expect(await supervisor.page.locator('text=Add a theme').count()).toBe(0);
    await other.close();
  });

  it('makes a threat model of a unit, says what is wrong of each row, and keeps its versions', async () => {
    const { page } = supervisor;
    const name = `model-${unique()}`;
    await page.goto('/settings/threat-models');
    await look(page);
    await page.click('text=MoRiLE tactical matrix');
    await look(page);
    await page.click('text=Make another from it');
    await page.fill('[name="name"]', name);
    await page.fill('[name="title"]', `Model ${name}`);
    await page.fill('[name="factors.1.weight"]', '9');
    await press(page, 'Save the model');
    const error = page.locator('.govuk-error-summary a');
    expect(await error.getAttribute('href')).toBe('#factors-1-weight');
    await look(page);
    await page.fill('[name="factors.1.weight"]', '2');
    await page.locator('button[name="_remove"][value="factors.0"]').click();
    await press(page, 'Save the model');
    await said(page, 'version 1');
    await look(page);
    await page.click('text=Change it');
    await page.fill('[name="factors.0.question"]', 'How much does it hurt?');
    await press(page, 'Save as the next version');
    await said(page, 'version 2');
    expect(await page.locator('main').innerText()).toContain('How much does it hurt?');
    await follow(page.locator('main a', { hasText: /^1$/ }));
    expect(await page.locator('main').innerText()).not.toContain('How much does it hurt?');
  });

  it('adds a term to the lexicon, withdraws one, and takes both back', async () => {
    const { page } = supervisor;
    const term = `przyklad ${unique()}`;
    await page.goto('/settings/lexicons');
    expect(page.url()).toMatch(/\/settings\/lexicons\/norfolk$/);
    await look(page);
    await page.click('text=Add a term');
    await press(page, 'Add the term');
    await page.locator('.govuk-error-summary').waitFor();
    await look(page);
    await page.locator('[name="language"]').selectOption('pl');
    await page.fill('[name="term"]', term);
    await page.locator('[name="theme"][value="money"]').check();
    await page.fill('[name="meaning"]', 'example');
    await page.fill('[name="source"]', 'Invented for a test');
    await press(page, 'Add the term');
    await said(page, 'added');
    await page.locator('[name="language"]').selectOption('hu');
    await page.locator('[name="theme"]').selectOption('money');
    await press(page, 'Show');
    await look(page);
    const withdraw = page.locator('main a', { hasText: 'Withdraw' }).first();
    const withdrawn = (await withdraw.innerText()).replace('Withdraw', '').trim();
    await withdraw.click();
    await look(page);
    await page.fill('[name="reason"]', 'Everyday word; invented.');
    await press(page, 'Withdraw the term');
    await said(page, 'withdrawn');
    await look(page);
    for (const one of [term, withdrawn]) {
      await page.locator('main tr', { hasText: one }).locator('a', { hasText: 'Take back' }).first().click();
      await look(page);
      await press(page, 'Take it back');
      await said(page, 'taken back');
    }
    expect(await page.locator('main').innerText()).not.toContain(term);
  });

  it('has whoever serves several forces choose one', async () => {
    const desk = await Desk.of('intelligence-analyst-ersou', browser, { javaScript });
    await desk.open('/settings/lexicons');
    await look(desk.page);
    await desk.page.locator('main a', { hasText: 'Suffolk' }).click();
    await desk.page.locator('h1', { hasText: 'Lexicon of Suffolk' }).waitFor();
    await desk.close();
  });

  it('says what may leave the force’s machines, and who puts messages into English', async () => {
    const { page } = supervisor;
    await page.goto('/settings/premises');
    await look(page);
    for (const [value, words] of [
      ['OFFICIAL', 'Messages up to OFFICIAL may leave'],
      ['nothing', 'Nothing leaves'],
    ] as const) {
      await page.locator(`[name="mayLeaveUpTo"][value="${value}"]`).check();
      await press(page, 'Save');
      await said(page, words);
      expect(await page.locator(`[name="mayLeaveUpTo"][value="${value}"]`).isChecked()).toBe(true);
    }
    await page.goto('/settings/providers');
    await page.locator('main h2', { hasText: 'Apertium' }).waitFor();
    await look(page);
    await administrator.open('/settings/premises/norfolk');
    await administrator.page.locator('h1', { hasText: 'You cannot do this' }).waitFor();
  });

  describe('a webhook', () => {
    let receiver: Receiver;
    let page: Page;
    const title = `Partner ${unique()}`;
    beforeAll(async () => {
      receiver = await Receiver.start();
      page = administrator.page;
    });
    afterAll(() => receiver.close());

    it('is made, its secret shown once', async () => {
      await page.goto('/settings/webhooks');
      await look(page);
      await page.click('text=Make a webhook');
      await look(page);
      await page.fill('[name="title"]', title);
      await page.fill('[name="url"]', receiver.url('/told'));
      await page.locator('[name="force"]').selectOption('norfolk');
      await page.locator('[name="stages"][value="referral"]').check();
      await press(page, 'Make the webhook');
      expect(await page.locator('.govuk-error-summary a').getAttribute('href')).toBe('#types');
      await look(page);
      await page.locator('[name="types"][value="referralOpened"]').check();
      await press(page, 'Make the webhook');
      await page.locator('h1', { hasText: new RegExp(`^${title}$`) }).waitFor();
      expect(await page.locator('#secret').inputValue()).toMatch(/^whsec_/);
      await look(page);
      await page.reload();
      await page.locator('h1', { hasText: new RegExp(`^${title}$`) }).waitFor();
      expect(await page.content()).not.toContain('whsec_');
    });

    it('is sent a test message, which is sent again', async () => {
      await look(page);
      await page.click('text=Send a test message');
      await look(page);
      await press(page, 'Send');
      await said(page, 'on its way');
      await untilEnded(page, { javaScript });
      await page.locator('#deliveries', { hasText: 'Delivered' }).waitFor();
      await look(page);
      expect(receiver.received).toHaveLength(1);
      await press(page, 'Send again');
      await said(page, 'sent again');
      await untilEnded(page, { javaScript });
      await page.click('text=Send a period again');
      await look(page);
      await press(page, 'Send again');
      await page.locator('.govuk-error-summary').waitFor();
      await look(page);
    });

    it('sends all of a period again', async () => {
      const [from, until] = [-1, 1].map((days) => new Date(Date.now() + days * 86_400_000)) as [Date, Date];
      for (const [path, day] of [
        ['from', from],
        ['until', until],
      ] as const) {
        await page.fill(`[name="${path}-day"]`, String(day.getDate()));
        await page.fill(`[name="${path}-month"]`, String(day.getMonth() + 1));
        await page.fill(`[name="${path}-year"]`, String(day.getFullYear()));
        await page.fill(`[name="${path}-time"]`, '9:00');
      }
      await press(page, 'Send again');
      await said(page, 'One message is sent again');
      await untilEnded(page, { javaScript });
      await page.locator('[name="status"]').selectOption('failed');
      await press(page, 'Show');
      await page.locator('main', { hasText: 'No message has fared so.' }).waitFor();
      await look(page);
    });

    it('is changed, past what somebody else has changed', async () => {
      await page.click('text=Change');
      await look(page);
      const other = await Desk.of('administrator-ersou', browser, { javaScript });
      await other.open(page.url());
      await other.page.locator('[name="stages"][value="assessment"]').check();
      await press(other.page, 'Save');
      await said(other.page, 'switched on');
      await page.locator('[name="active"][value="no"]').check();
      await press(page, 'Save');
      await page.locator('[data-conflict]').waitFor();
      expect(await page.locator('main').innerText()).toMatch(/While in\s+Referral, Assessment/);
      await look(page);
      await press(page, 'Save');
      await said(page, 'switched off');
      await other.close();
    });

    it('gets another secret, and is removed once that is confirmed', async () => {
      await page.click('text=New secret');
      await look(page);
      await press(page, 'Give it another secret');
      expect(await page.locator('#secret').inputValue()).toMatch(/^whsec_/);
      expect(await page.locator('main').innerText()).toMatch(/Secret before\s+Signs messages too, until/);
      await page.click('text=Remove');
      await look(page);
      await press(page, 'Remove');
      await said(page, `${title} is removed`);
      expect(await page.locator('main table', { hasText: title }).count()).toBe(0);
    });
  });

  describe('a saved view', () => {
    const name = `View ${unique()}`;
    let address: string;

    it('is saved as the list is narrowed, and shared under an address', async () => {
      const { page } = supervisor;
      await page.goto('/operations');
      await page.locator('#stage').selectOption('referral');
      await press(page, 'Show');
      await look(page);
      await page.click('text=Save this as a view');
      await look(page);
      expect(await page.locator('[name="query.stage"]').inputValue()).toBe('referral');
      await press(page, 'Save the view');
      await page.locator('.govuk-error-summary').waitFor();
      await look(page);
      await page.fill('[name="name"]', name);
      await page.locator('[name="shared"][value="yes"]').check();
      await press(page, 'Save the view');
      await said(page, name);
      expect(await page.locator('main').innerText()).toContain(`View “${name}”. Stage: Referral.`);
      await look(page);
      address = page.url();
      await page.goto('/');
      await page.locator('main a', { hasText: name }).click();
      expect(page.url()).toBe(address);
    });

    it('is used by others of the force, and is theirs not to change', async () => {
      const desk = await Desk.of('intelligence-analyst-norfolk', browser, { javaScript });
      await desk.open('/views');
      await look(desk.page);
      await desk.page.locator('main a', { hasText: name }).click();
      expect(desk.page.url()).toBe(address);
      expect(await desk.page.locator('text=Change this view').count()).toBe(0);
      const id = new URL(address).searchParams.get('filter') ?? '';
      await desk.open(`/views/${id}/change`);
      await press(desk.page, 'Save');
      await desk.page.locator('.govuk-error-summary', { hasText: 'for its owner to change' }).waitFor();
      await desk.close();
    });

    it('is changed past what its owner has changed elsewhere, and deleted', async () => {
      const { page } = supervisor;
      const other = await Desk.of('supervisor-norfolk', browser, { javaScript });
      for (const each of [page, other.page]) {
        await each.goto(address);
        await each.click('text=Change this view');
      }
      await other.page.locator('[name="query.stage"]').selectOption('closed');
      await press(other.page, 'Save');
      await said(other.page, name);
      await page.fill('[name="name"]', `${name}, renamed`);
      await press(page, 'Save');
      await page.locator('[data-conflict]').waitFor();
      expect(await page.locator('main').innerText()).toMatch(/Shows\s+Stage: Closed/);
      expect(await page.locator('[name="name"]').inputValue()).toBe(`${name}, renamed`);
      await look(page);
      await press(page, 'Save');
      await said(page, 'renamed');
      await page.goto('/views');
      await look(page);
      await page
        .locator('main tr', { hasText: `${name}, renamed` })
        .locator('a', { hasText: 'Delete' })
        .click();
      await look(page);
      await press(page, 'Delete');
      await said(page, 'is deleted');
      await page.goto(address);
      await page.locator('h1', { hasText: 'Page not found' }).waitFor();
      await other.close();
    });
  });

  it('meets no error in any browser', () => {
    expect([...administrator.complaints, ...supervisor.complaints]).toEqual([]);
  });
});
