import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser/browser';
import { Desk } from '../support/browser/desk';
import { Keys } from '../support/browser/keys';
import { isDone } from '../support/browser/steps';
import { overseen } from '../support/overseen';
import { Engine } from '../support/stack';

jest.setTimeout(300_000);

const OURS = 'organised-immigration-crime';
const CODENAME = 'Ferry';
const SEND = 'form[data-keep] .govuk-button-group button';

/** Both begin at home, and have nothing but a keyboard. A tasking officer who does is in `tasking.spec.ts`. */
describe('by keyboard alone', () => {
  let browser: Browser;
  let engine: Engine;
  let reference: string;
  beforeAll(async () => {
    [browser, engine] = [await openBrowser(), new Engine()];
    reference = await overseen(engine, { threatArea: OURS, codename: CODENAME });
  });
  afterAll(() => Promise.all([browser.close(), engine.close()]));

  const section = (name: string) => `nav[aria-label="This operation"] a[href$="/${name}"]`;
  const desk = 'nav[aria-label="Desks"] a';

  it('a senior investigator finds their operation, adds somebody, links them, and reads the chart', async () => {
    const { page, close } = await deskOf('senior-investigator-norfolk');
    const keys = new Keys(page);
    await keys.enter(`${desk}[href="/search"]`);
    await keys.type('main [name="q"]', CODENAME);
    await Promise.all([page.waitForURL(/q=/), page.keyboard.press('Enter')]);
    await keys.enter(`main a[href="/operations/${reference}"]`);
    await keys.enter(section('people'));
    await keys.enter('main a[href$="/do/addSubject"]');
    await keys.tick('[name="roles"][value="suspect"]');
    await keys.type('[name="name"]', 'Pál Példa');
    await keys.type('[name="grounds"]', 'Drives them there.');
    await keys.enter(SEND);
    await isDone(page);
    await keys.enter(section('links'));
    // Its keys are there once its scripts have run.
    await page.waitForLoadState();
    await keys.to('#link-chart a[data-node]');
    await page.keyboard.press('End');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toMatch(/^Pál Példa, suspect/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/around=S2/);
    await close();
  });

  it('a supervisor signs off what waits, proves the timeline, and takes it out', async () => {
    const { page, close } = await deskOf('supervisor-norfolk');
    const keys = new Keys(page);
    await keys.enter(`${desk}[href="/oversight"]`);
    await keys.enter('main a[href^="/oversight/approvals"]');
    await keys.enter(`main a[href*="/operations/${reference}/do/signOffPackage"]`);
    await keys.enter(SEND);
    await isDone(page);
    await keys.enter(section('timeline'));
    await keys.enter('main a[href$="/timeline/proof"]');
    await page.locator('h1', { hasText: 'is as it was recorded' }).waitFor();
    await keys.enter(section('timeline'));
    await keys.enter('main a[href$="/timeline/export"]');
    await keys.to('main a[download], main button');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toContain(reference);
    await close();
  });

  async function deskOf(person: Parameters<typeof Desk.of>[0]) {
    const { page, context } = await Desk.of(person, browser);
    return { page, close: () => context.close() };
  }
});
