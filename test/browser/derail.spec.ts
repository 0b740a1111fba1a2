import type { Browser } from 'playwright-core';
import { scenarios } from '../../apps/cli/scenarios';
import type { Cast, ScenarioResult } from '../../apps/cli/scenarios/scenario';
import type { ApiClient } from '../../apps/cli/api/api-client';
import { analyst, liaison, media, sio, supervisor, tasking } from '../../apps/cli/scenarios/people';
import type { PersonId } from '../../platform/embedded/identity/people';
import { openBrowser } from '../support/browser/browser';
import { Desk } from '../support/browser/desk';
import { PageClient } from '../support/browser/page-client';
import { Watching } from '../support/browser/watching';

jest.setTimeout(1_200_000);

/** Those who keep the page of the operation open while others act. */
const WATCHERS: readonly PersonId[] = [tasking, sio, supervisor];

/** Operation Derail, given wholly by the pages: the tasking officer, the team and the supervisor, each in a browser of their own. */
describe('Derail through the pages', () => {
  let browser: Browser;
  const desks: Desk[] = [];
  let result: ScenarioResult;
  const watching: Watching[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    const allSee = async (reference: string, sequence: number) => {
      await Promise.all(watching.map((one) => one.see(reference, sequence)));
    };
    const people: Partial<Record<PersonId, ApiClient>> = {};
    for (const person of [tasking, sio, analyst, media, liaison, supervisor]) {
      const desk = await Desk.of(person, browser);
      desks.push(desk);
      const client = (people[person] = new PageClient(desk, allSee));
      if (WATCHERS.includes(person)) watching.push(new Watching(desk, client));
    }
    result = await scenarios.derail(people as Cast<PersonId>, () => undefined);
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

  it('is seen by each of them as it goes on, whoever acts, on a page that is never loaded again', () => {
    // The senior investigator does not see it between its adoption and their assignment.
    for (const { seen } of watching) expect(seen).toBeGreaterThan(50);
  });

  it('meets no error in any browser', () => {
    expect(desks.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
