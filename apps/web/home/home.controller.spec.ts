import type { Awaiting } from '../../../domain/operation/awaiting';
import type { Drafts } from '../referrals/drafts.service';
import type { WebRequest } from '../session/session';
import { HomeController } from './home.controller';

const ME = { id: 'tasking-norfolk', roles: ['tasking-officer'], force: 'norfolk' };
const OTHERS: Awaiting = 'media-investigator';
const MINE: Awaiting = 'tasking-decision';

/** What is shown as waiting for a decision, where the operations that changed last wait for this. */
async function decisions(...awaiting: readonly Awaiting[]): Promise<readonly { readonly reference: string }[]> {
  const rows = awaiting.map((one, nth) => ({ reference: `OP-${nth}`, awaiting: [one] }));
  const get = (_: string, { limit, awaiting: asked }: Readonly<Record<string, unknown>>) =>
    Promise.resolve({ items: asked === 'any' ? rows.slice(0, Number(limit)) : [] });
  const home = new HomeController({ of: () => Promise.resolve([]) } as unknown as Drafts);
  const view = await home.home({ api: { get }, me: ME } as unknown as WebRequest);
  return (view as unknown as { data: { decisions: readonly { reference: string }[] } }).data.decisions;
}

describe('what waits for its reader to decide', () => {
  it('is there however many operations that wait for others have changed since', async () => {
    const shown = await decisions(...Array<Awaiting>(60).fill(OTHERS), MINE);
    expect(shown.map(({ reference }) => reference)).toEqual(['OP-60']);
  });

  it('is no more than the first few', async () => {
    expect(await decisions(...Array<Awaiting>(60).fill(MINE))).toHaveLength(10);
  });
});
