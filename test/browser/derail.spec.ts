import type { Browser } from 'playwright-core';
import { scenarios } from '../../apps/cli/scenarios';
import type { Cast, ScenarioResult } from '../../apps/cli/scenarios/scenario';
import type { ApiClient } from '../../apps/cli/api/api-client';
import { analyst, liaison, media, sio, supervisor, tasking } from '../../apps/cli/scenarios/people';
import type { PersonId } from '../../platform/embedded/identity/people';
import { openBrowser } from '../support/browser/browser';
import { Desk } from '../support/browser/desk';
import { PageClient } from '../support/browser/page-client';

jest.setTimeout(600_000);

/** Operation Derail, given wholly by the pages: the tasking officer, the team and the supervisor, each in a browser of their own. */
describe('Derail through the pages', () => {
  let browser: Browser;
  const desks: Desk[] = [];
  let result: ScenarioResult;

  beforeAll(async () => {
    browser = await openBrowser();
    const people: Partial<Record<PersonId, ApiClient>> = {};
    for (const person of [tasking, sio, analyst, media, liaison, supervisor]) {
      const desk = await Desk.of(person, browser);
      desks.push(desk);
      people[person] = new PageClient(desk);
    }
    result = await scenarios.derail(people as Cast<PersonId>, (line) =>
      process.stdout.write(process.env['SAY'] ? `${line}\n` : ''),
    );
  });
  afterAll(async () => {
    await browser.close();
  });

  it('comes from the referral to the sentences, refused where it must be, and is proved unaltered', () => {
    expect(result).toMatchObject({
      stage: 'closed',
      refused: 9,
      verified: true,
      sentencesMonths: [40, 40, 20, 15, 15],
    });
  });

  it('meets no error in any browser', () => {
    expect(desks.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
