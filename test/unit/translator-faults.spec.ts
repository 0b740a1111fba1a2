import { startAzure } from '../support/azure-translator';
import type { Fault } from '../support/translator-faults';
import { AzureTranslator } from '../../platform/translation/providers/azure';
import type { ProviderFailure } from '../../platform/translation/providers/provider';

const KEY = 'a-key-of-nobody';

/** What came of some requests, one after the other, to a translator with faults. */
async function outcomes(seed: number, faults: Partial<Record<Fault, number>>) {
  const azure = await startAzure({ key: KEY, seed, faults });
  const provider = new AzureTranslator({
    endpoint: azure.address,
    credential: { key: KEY },
    pencePerMillion: 0,
    timeoutMs: 1_000,
  });
  const met: string[] = [];
  for (let nth = 0; nth < 40; nth += 1) {
    const request = { texts: [`${nth}`], from: 'hu', traceId: `${nth}`, signal: new AbortController().signal };
    met.push(
      await provider.translate(request).then(
        () => 'answered',
        ({ kind }: ProviderFailure) => kind,
      ),
    );
  }
  await azure.close();
  return { met, azure };
}

describe("the tests' translators", () => {
  it('have the same faults by the same seed, and others by another', async () => {
    const faults = { throttled: 0.2, unavailable: 0.1, 'reset-after': 0.1, 'too-few': 0.1 };
    const { met } = await outcomes(1, faults);
    expect((await outcomes(1, faults)).met).toEqual(met);
    expect((await outcomes(2, faults)).met).not.toEqual(met);
    expect(new Set(met)).toEqual(new Set(['answered', 'throttled', 'unavailable', 'unanswered', 'malformed']));
  });

  it('log each request that they took in once, with whether its answer was fully sent', async () => {
    const { met, azure } = await outcomes(3, { throttled: 0.2, 'reset-after': 0.2, 'reset-unread': 0.1, silent: 0.05 });
    const answered = met.flatMap((outcome, nth) => (outcome === 'answered' ? [`${nth}`] : []));
    expect(azure.taken.filter(({ isFullySent }) => isFullySent).map(({ traceId }) => traceId)).toEqual(answered);
    const lost = azure.taken.filter(({ isFullySent }) => !isFullySent);
    expect(lost).toHaveLength(azure.faced['reset-after'] + azure.faced.silent);
    expect(lost.length).toBeGreaterThan(0);
  });

  it('have no faults that they are not told to have', async () => {
    expect(new Set((await outcomes(1, {})).met)).toEqual(new Set(['answered']));
  });
});
