import { TEAM_ROLES } from '../../domain/operation/codes';
import { PEOPLE } from '../../platform/embedded/identity/people';
import { BlindClient, type Hand } from '../support/blind-client';
import { apiAs, REFERRAL } from '../support/stack';

describe('the API explains itself', () => {
  it('to a client that reads only JSON Schemas and blockers: it brings a fresh operation to its closure', async () => {
    const tasking = apiAs('tasking-officer-norfolk');
    const { reference } = (await tasking.open<{ reference: string }>(REFERRAL)).body;
    const path = `/api/v1/operations/${reference}`;
    // Who is to know of an operation is for people to say: from then on nobody tells the client anything.
    for (const { id, roles } of PEOPLE)
      for (const role of TEAM_ROLES.filter((one) => roles.some((held) => held === one)))
        await tasking.command(reference, 'assignTeam', { person: id, role });
    const hands = PEOPLE.map(({ id }): Hand => {
      const client = apiAs(id);
      return {
        actions: async () =>
          (await client.get<{ items?: Awaited<ReturnType<Hand['actions']>> }>(`${path}/actions`)).body.items ?? [],
        give: async (command, body) => (await client.command(reference, command, body as object)).status < 300,
      };
    });
    const client = new BlindClient(hands);

    const reached = await client.reach('close');
    expect({ reached, given: client.given }).toEqual({
      reached: true,
      given: expect.arrayContaining(['adopt', 'close']),
    });
    expect((await tasking.get(path)).body).toMatchObject({ stage: 'closed', outcome: 'closed' });
  }, 60_000);
});
