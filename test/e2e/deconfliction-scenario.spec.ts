import { castOf } from '../../apps/cli/scenarios/cast';
import { deconfliction } from '../../apps/cli/scenarios/deconfliction';
import { testStack } from '../support/stack';

it('two forces find each other, are told nothing, and are put in touch; the search is measured', async () => {
  const { urls } = testStack();
  const result = await deconfliction(castOf(urls), () => undefined, urls, { people: 300, subjects: 3_000 });
  expect(result).toMatchObject({ scenario: 'deconfliction', people: 300, subjects: 3_000 });
  expect(result.found).toBeGreaterThan(0.9 * result.truePairs);
});
