import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Download, Page } from 'playwright-core';
import { castOf } from '../../apps/cli/scenarios/cast';
import { takenOn } from '../../apps/cli/scenarios/derail';
import { analyst, sio, supervisor } from '../../apps/cli/scenarios/people';
import { Play } from '../../apps/cli/scenarios/scenario';
import type { PersonId } from '../../platform/embedded/identity/people';
import { violationsOf } from '../support/browser/accessible';
import { openBrowser } from '../support/browser/browser';
import { Desk } from '../support/browser/desk';
import { PageClient } from '../support/browser/page-client';
import { follow, isDone } from '../support/browser/steps';
import { testStack } from '../support/stack';

jest.setTimeout(300_000);

const GRADE = { sourceEvaluation: '1', intelligenceAssessment: 'B', handlingCode: 'P' };
const DOUBTED = { sourceEvaluation: '2', intelligenceAssessment: 'D', handlingCode: 'P' };

/** An analyst and a senior investigating officer at their desk, from the people to the package and a phone in English. */
describe('the team’s desk', () => {
  let browser: Browser;
  let reference: string;
  let desk: Desk;
  let team: PageClient;
  const folder = mkdtempSync(join(tmpdir(), 'waymark-team-'));
  const at = (rest: string) => `/operations/${reference}${rest}`;
  const quiet = async (page: Page) => expect(await violationsOf(page)).toEqual([]);
  const saved = async (download: Download) => readFileSync(await download.path());
  const save = async (page: Page, press: () => Promise<void>) => {
    const [download] = await Promise.all([page.waitForEvent('download'), press()]);
    return saved(download);
  };
  const deskOf = (person: PersonId, options = {}) => Desk.of(person, browser, options);

  beforeAll(async () => {
    browser = await openBrowser();
    const play = new Play(castOf(testStack().urls), () => undefined);
    await takenOn(play);
    ({ reference } = play);
    desk = await deskOf(analyst);
    team = new PageClient(desk);
    const give = async (command: string, body: object) => {
      const { status } = await team.command(reference, command, body);
      expect(status).toBe(200);
    };
    // The first suspect has been named already.
    await give('addSubject', { roles: ['suspect'], name: 'Katinka Példa', grounds: 'Runs the adverts.' });
    await give('addSubject', { roles: ['potential-victim'], name: 'Name withheld', grounds: 'Met at the address.' });
    await give('addIdentifier', { subject: 'S1', kind: 'phone', value: '+36 30 123 4567' });
    await give('addIdentifier', { subject: 'S2', kind: 'phone', value: '0036301234567' });
    await give('addEntity', { kind: 'event', label: 'Flight W6 2201 to Luton' });
    await give('addEntity', { kind: 'object', label: '=Cash handed over weekly' });
    await give('linkEntities', { from: 'S1', to: 'E1', kind: 'pays', grade: GRADE, source: 'Bookings.' });
    await give('linkEntities', { from: 'S3', to: 'E1', kind: 'present-at', grade: GRADE, source: 'Passenger list.' });
    await give('linkEntities', { from: 'S1', to: 'S3', kind: 'controls', grade: DOUBTED, source: 'A caller.' });
  });
  afterAll(async () => {
    await browser.close();
  });

  describe('people', () => {
    it('are cards with what identifies and links them, and what can be done about each', async () => {
      await desk.open(at('/people'));
      const card = desk.page.locator('#S1');
      expect(await card.textContent()).toMatch(/Suspect/);
      expect(await card.locator('.app-rows').getByText('+36 30 123 4567').count()).toBe(1);
      expect(await card.locator('.app-rows').getByText('pays Flight W6 2201 to Luton (E1)').count()).toBe(1);
      await quiet(desk.page);
      await card.getByRole('link', { name: /^Add another name of a subject/ }).click();
      expect(await desk.page.locator('[name="subject"][value="S1"]').isChecked()).toBe(true);
      await quiet(desk.page);
    });
  });

  describe('the link chart', () => {
    const names = (page: Page) =>
      page.locator('#link-chart a[data-node]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));

    it('is read out person by person, each by name, what they are, and how many links they have', async () => {
      await desk.open(at('/links'));
      expect(await names(desk.page)).toEqual([
        'Bence Minta, suspect, 3 links',
        'Name withheld, potential victim, 2 links',
        'Katinka Példa, suspect, 1 link',
        '+36 30 123 4567, phone, 2 links',
        '=Cash handed over weekly, object, no links',
        'Flight W6 2201 to Luton, event, 2 links',
      ]);
      expect(await desk.page.getByRole('link', { name: 'Bence Minta, suspect, 3 links', exact: true }).count()).toBe(1);
      expect(await desk.page.getByRole('group', { name: /^Link chart: 6 on the chart, 5 links/ }).count()).toBe(1);
      await quiet(desk.page);
    });

    it('is the same in the tables beneath', async () => {
      await desk.open(at('/links'));
      const rows = desk.page.locator('[data-node-row]');
      expect(await rows.locator('th').allInnerTexts()).toEqual(
        (await names(desk.page)).map((name) => expect.stringContaining(name?.split(', ')[0] ?? '') as string),
      );
      expect(await rows.nth(0).innerText()).toMatch(/^Bence Minta\s+Suspect \(person\)\s+3\s/);
    });

    it('is one stop of the tab key, and the arrow keys go to the next one in their direction', async () => {
      const { page } = desk;
      await desk.open(at('/links'));
      await page.getByRole('region', { name: /^Picture of the links/ }).focus();
      await page.keyboard.press('Tab');
      const focused = () => page.evaluate<string | null>('document.activeElement?.getAttribute("data-node") ?? null');
      expect(await focused()).toBe('S1');
      const met = new Set<string | null>();
      for (const key of [
        'ArrowDown',
        'ArrowRight',
        'ArrowUp',
        'ArrowLeft',
        'ArrowLeft',
        'ArrowDown',
        'ArrowDown',
        'End',
      ]) {
        await page.keyboard.press(key);
        met.add(await focused());
      }
      expect(met.size).toBeGreaterThan(2);
      expect(met.has(null)).toBe(false);
      await page.keyboard.press('Home');
      expect(await focused()).toBe('S1');
      // One more leaves the picture.
      await page.keyboard.press('Tab');
      expect(await focused()).toBeNull();
    });

    it('goes around a person when they are chosen, as many links away as is asked', async () => {
      const { page } = desk;
      await desk.open(at('/links'));
      await page.locator('#link-chart a[data-node="S2"]').focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/around=S2/);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Links around Katinka Példa');
      expect(await names(page)).toEqual(['Katinka Példa, suspect, 1 link', '+36 30 123 4567, phone, 1 link']);
      await page.getByLabel('Up to how many links away').selectOption('2');
      await page.waitForURL(/steps=2/);
      expect(await names(page)).toHaveLength(3);
      await quiet(page);
    });

    it('shows what is chosen at once, in the picture, the tables and the address', async () => {
      const { page } = desk;
      await desk.open(at('/links'));
      await page.getByLabel(/^People/).check();
      expect(await page.locator('#link-chart a[data-node]:visible').count()).toBe(3);
      expect(await page.locator('#chart-nodes tbody tr:visible').count()).toBe(3);
      expect(await page.locator('#chart-links tbody tr:visible').count()).toBe(1);
      expect(await page.locator('#chart-counts').textContent()).toBe('3 on the chart, 1 link; 3 left out');
      expect(page.url()).toMatch(/kind=person/);
      await page.reload();
      expect(await page.locator('#link-chart a[data-node]:visible').count()).toBe(3);
      await page.getByLabel(/^People/).uncheck();
      // The first suspect was named in 2021, everything else became known today.
      const slider = page.getByLabel(/^To /);
      await slider.focus();
      await page.keyboard.press('Home');
      expect(await page.locator('#link-chart a[data-node]:visible').count()).toBe(1);
      await quiet(page);
    });

    it('is taken out as tables that no spreadsheet runs, and as pictures with the marking in them', async () => {
      const { page } = desk;
      await desk.open(at('/links'));
      const csv = (
        await save(page, () => page.getByRole('link', { name: 'People and things (CSV)' }).click())
      ).toString();
      expect(csv).toContain("'=Cash handed over weekly");
      expect(csv).toContain('OFFICIAL-SENSITIVE');
      const links = (await save(page, () => page.getByRole('link', { name: 'Links (CSV)' }).click())).toString();
      expect(links).toContain('S1,Bence Minta,pays,E1,Flight W6 2201 to Luton');
      const svg = (await save(page, () => page.getByRole('link', { name: 'Picture (SVG)' }).click())).toString();
      expect(svg.match(/OFFICIAL-SENSITIVE/g)).toHaveLength(2);
      const [, width = '', height = ''] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
      const png = await save(page, () => page.getByRole('button', { name: 'Picture (PNG)' }).click());
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(width) * 2, Number(height) * 2]);
    });

    it('works without scripts: nodes are links, and a form chooses what is shown', async () => {
      const plain = await deskOf(analyst, { javaScript: false });
      await plain.open(at('/links'));
      await plain.page.getByRole('link', { name: 'Katinka Példa, suspect, 1 link' }).click();
      expect(plain.page.url()).toMatch(/around=S2/);
      await plain.open(at('/links'));
      await plain.page.getByLabel(/^People/).check();
      await plain.page.fill('[name="to-day"]', '31');
      await plain.page.fill('[name="to-month"]', '2');
      await plain.page.fill('[name="to-year"]', '2022');
      await follow(plain.page.getByRole('button', { name: 'Show' }));
      expect(await plain.page.locator('.govuk-error-message').count()).toBe(1);
      await plain.page.fill('[name="to-day"]', '28');
      await plain.page.getByRole('button', { name: 'Show' }).click();
      await plain.page.waitForLoadState();
      expect(await plain.page.locator('#link-chart a[data-node]:visible').count()).toBe(1);
      expect(await plain.page.locator('#chart-nodes tbody tr:visible').count()).toBe(1);
      await plain.close();
    });

    it('scrolls in its own region on a narrow screen', async () => {
      const narrow = await deskOf(analyst, { width: 320, height: 640 });
      await narrow.open(at('/links'));
      expect(await narrow.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      await quiet(narrow.page);
      await narrow.close();
    });
  });

  describe('intelligence and products', () => {
    it('shows a report with its grade spelt out, and what was made of it', async () => {
      const report = {
        grade: GRADE,
        material: false,
        source: 'A partner agency',
        content: 'Adverts share one number.',
      };
      await team.command(reference, 'recordIntelligenceReport', report);
      await team.command(reference, 'sanitiseReport', { report: 'I1', content: 'Adverts share one number.' });
      await team.command(reference, 'disseminateReport', { report: 'I1', to: 'suffolk' });
      await desk.open(at('/intelligence'));
      const card = desk.page.locator('#I1');
      for (const words of ['1 – Reliable', 'B – Known indirectly, but corroborated', 'P – Lawful sharing permitted'])
        expect(await card.getByText(words).first().isVisible()).toBe(true);
      expect(await card.getByRole('link', { name: /^Suffolk/ }).count()).toBe(1);
      await quiet(desk.page);
    });

    it('says line by line what the package lacks, until it is signed off by somebody else', async () => {
      const { page } = desk;
      await desk.open(at('/products'));
      const missing = () => page.locator('.app-lines__line--missing').allTextContents();
      expect((await missing()).some((line) => /Missing: Telecoms product/.test(line.replaceAll(/\s+/g, ' ')))).toBe(
        true,
      );
      await quiet(page);
      const products = await page.locator('section[aria-labelledby]').evaluateAll((all) => all.map(({ id }) => id));
      for (const product of products.filter((id) => /^[a-z-]+$/.test(id)))
        await team.command(reference, 'completeProduct', { product, summary: 'Invented findings.' });
      const lead = new PageClient(await deskOf(sio));
      await lead.command(reference, 'submitPackage', { summary: 'Grounds for two arrests.' });
      await desk.open(at('/products'));
      expect((await missing()).map((line) => line.replaceAll(/\s+/g, ' ').trim())).toEqual([
        '− Missing: Somebody other than its author signs it off',
      ]);
      const other = new PageClient(await deskOf(supervisor));
      expect((await other.command(reference, 'signOffPackage', {})).status).toBe(200);
      await desk.open(at('/products'));
      expect(await missing()).toEqual([]);
    });
  });

  describe('a phone', () => {
    const phone = join(folder, 'phone.tsv');
    const rows = Array.from(
      { length: 60 },
      (_, nth) =>
        `+3630111222${nth % 3}\t+447700900000\t2021-12-0${1 + (nth % 9)} 10:0${nth % 6}:00\tHol van az útlevelem? ${nth}`,
    );

    beforeAll(() => {
      writeFileSync(phone, ['From\tTo\tTimestamp\tBody', ...rows].join('\n'));
    });

    it('is attached as a file, and nothing that was typed is lost where none is chosen', async () => {
      const { page } = desk;
      await desk.open(at('/files'));
      await page.getByRole('link', { name: 'Attach a file' }).click();
      await page.fill('[name="note"]', 'Messages of the first phone');
      await page.locator('form[data-keep] .govuk-button-group button').click();
      expect(await page.locator('.govuk-error-summary').textContent()).toMatch(/Choose a file/);
      expect(await page.inputValue('[name="note"]')).toBe('Messages of the first phone');
      await quiet(page);
      await page.setInputFiles('[name="file"]', phone);
      await page.locator('form[data-keep] .govuk-button-group button').click();
      await isDone(page);
      const card = page.locator('#F1');
      expect(await card.textContent()).toMatch(/Messages of the first phone/);
      expect((await save(page, () => card.getByRole('link', { name: /^Download/ }).click())).toString()).toContain(
        'Hol van',
      );
      await quiet(page);
    });

    it('is confirmed as it was recognised, and its progress is followed until it is in English', async () => {
      const { page } = desk;
      await team.command(reference, 'requestTranslation', { language: 'hu', extract: 'First phone', file: 'F1' });
      await desk.open(at('/translations/T1'));
      await page.locator('#progress', { hasText: 'Waits for you to say how it is read' }).waitFor();
      await desk.open(at('/translations/T1'));
      expect(await page.locator('[name="mapping.delimiter"]:checked').getAttribute('value')).toBe('Tab');
      expect(await page.locator('#confirm table tbody tr').count()).toBe(20);
      await quiet(page);
      await page.locator('#confirm .govuk-button-group button').click();
      await page.locator('#progress', { hasText: 'In English' }).waitFor({ timeout: 120_000 });
      await quiet(page);
    });

    it('is read side by side, narrowed, corrected, and taken out', async () => {
      const { page } = desk;
      await desk.open(at('/translations/T1/messages'));
      expect(await page.locator('.app-message').count()).toBe(25);
      expect(await page.locator('#row-1 mark').first().textContent()).toBe('útlevelem');
      await quiet(page);
      await page.getByRole('link', { name: 'Further messages' }).click();
      expect(await page.locator('.app-message').first().getAttribute('id')).toBe('row-26');
      await desk.open(at('/translations/T1/messages?search=útlevelem%3F+59'));
      await page.getByRole('link', { name: 'Correct the English of message 60' }).click();
      await page.locator('[name="english"]').fill('Where is my passport? 59');
      await quiet(page);
      await page.locator('form[data-keep] .govuk-button-group button').click();
      await page.locator('#row-60', { hasText: 'Corrected by a person' }).waitFor();
      expect(page.url()).toMatch(/search=/);
      const csv = (await save(page, () => page.getByRole('link', { name: 'These messages (CSV)' }).click())).toString();
      expect(csv).toContain('Where is my passport? 59');
      expect(csv).not.toContain('Hol van az útlevelem? 1');
    });

    it('offers whom and what it names to the operation, in no address', async () => {
      const { page } = desk;
      await desk.open(at('/translations/T1/contacts'));
      await quiet(page);
      await page
        .getByRole('button', { name: /^Add as a subject/ })
        .first()
        .click();
      const name = await page.inputValue('[name="name"]');
      expect(name).toMatch(/\+\d{7}/);
      expect(page.url()).not.toContain(/\d{7,}/.exec(name)?.[0]);
      await desk.open(at('/translations/T1/named'));
      await quiet(page);
      await desk.open(at('/links?phone=T1'));
      expect(await page.locator('#link-chart a[data-node]').count()).toBe(4);
      await quiet(page);
    });

    it('is reviewed', async () => {
      const translation = `${reference}.T1`;
      const { status } = await team.command(reference, 'reviewTranslation', { translation, findings: 'Glosses only.' });
      expect(status).toBe(200);
      await desk.open(at('/translations/T1'));
      expect(await desk.page.locator('#progress').textContent()).toMatch(/Reviewed/);
    });
  });

  describe('what not everybody reads', () => {
    it('shows who a potential victim is to whoever holds the permission, and tells others that it is restricted and why', async () => {
      const record = { victim: 'S3', age: 'adult', exploitation: ['sexual'], identity: 'Invented Identity' };
      await team.command(reference, 'openVictimRecord', record);
      await team.command(reference, 'recordConsent', { victim: 'S3', consent: true });
      await team.command(reference, 'referToNrm', { victim: 'S3' });
      await team.command(reference, 'recordReasonableGrounds', { victim: 'S3', positive: true });
      await desk.open(at('/safeguarding'));
      const card = desk.page.locator('#S3');
      expect(await card.textContent()).toMatch(/Invented Identity/);
      expect(await card.textContent()).toMatch(/30 days beginning with the decision: until/);
      await quiet(desk.page);
      const lead = await deskOf(sio);
      await lead.open(at('/safeguarding'));
      const seen = await lead.page.locator('#S3').textContent();
      expect(seen).not.toMatch(/Invented Identity/);
      expect(seen).toMatch(/Restricted: you do not hold the permission to read it/);
      await lead.close();
    });

    it('lets somebody break the glass from where the operation is not found, after saying what it means', async () => {
      const far = await deskOf('supervisor-essex');
      const { page } = far;
      await far.open(at('/links'));
      expect(await page.title()).toMatch(/^Page not found/);
      await follow(page.getByRole('link', { name: 'read what breaking the glass means' }));
      expect(await page.locator('main').textContent()).toMatch(/Its supervisors are told at once/);
      await quiet(page);
      await page.locator('[name="reason"]').fill('A woman who is named in it has called for help.');
      await page.locator('form[data-keep] .govuk-button-group button').click();
      await far.signInIfAsked();
      if (page.url().includes('kept=')) await page.locator('form[data-keep] .govuk-button-group button').click();
      await page.locator('.moj-alert--warning', { hasText: 'You see this operation for 8 hours' }).waitFor();
      await far.open(at('/access'));
      expect(await page.locator('#K1, #K2').last().textContent()).toMatch(/Broke the glass/);
      await quiet(page);
      await far.open('/operations/OP-2026-999999/break-glass');
      await page.locator('[name="reason"]').fill('Invented.');
      await page.locator('form[data-keep] .govuk-button-group button').click();
      expect(await page.locator('.govuk-error-summary').textContent()).toMatch(/This did not open anything/);
      expect(await page.inputValue('[name="reason"]')).toBe('Invented.');
      await far.close();
    });
  });

  it.each(['europol', 'enforcement', 'proceedings', 'access', 'policy-file', 'disclosure/MG6C', 'europol/receive'])(
    'has a page that falls short nowhere: %s',
    async (page) => {
      const lead = await deskOf(sio);
      await lead.open(at(`/${page}`));
      expect(await lead.page.locator('h1').count()).toBe(1);
      await quiet(lead.page);
      expect(lead.complaints).toEqual([]);
      await lead.close();
    },
  );

  it('meets no error in the browser', () => {
    expect(desk.complaints).toEqual([]);
  });
});
