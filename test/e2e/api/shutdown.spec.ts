import { randomUUID } from 'node:crypto';
import type { CommandAnswer } from '../../../apps/api/commands/command.schema';
import { CommandGateway } from '../../../platform/commands/gateway';
import { Caller, partOf, startApi } from '../../support/api';
import { Engine, REFERRAL } from '../../support/stack';

const OPERATIONS = '/api/v1/operations';

describe('shutting down', () => {
  afterEach(() => jest.restoreAllMocks());

  it('answers the command that is under way, confirms it and takes no other', async () => {
    const api = await startApi();
    const tasking = await Caller.as('tasking-officer-norfolk', api.url);
    const { reference } = (await tasking.post(OPERATIONS, REFERRAL)).body as CommandAnswer;

    const gateway = partOf(api.app, CommandGateway);
    const give = gateway.give.bind(gateway);
    const underWay = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    jest.spyOn(gateway, 'give').mockImplementation(async (...given) => {
      underWay.resolve();
      await goOn.promise;
      return give(...given);
    });
    const path = `${OPERATIONS}/${reference}/commands/submitReferral`;
    const answer = tasking.post(path, {}, { 'idempotency-key': randomUUID() });
    await underWay.promise;
    const closed = api.close();
    await expect(fetch(`${api.url}/healthz`)).rejects.toThrow();
    goOn.resolve();
    expect((await answer).status).toBe(200);
    await closed;

    const engine = new Engine();
    const { rows } = await engine.pool.query<{ confirmed: boolean }>(
      'SELECT confirmed_at IS NOT NULL AS confirmed FROM recorded_command WHERE operation = $1 ORDER BY first_sequence',
      [reference],
    );
    await engine.close();
    expect(rows.map(({ confirmed }) => confirmed)).toEqual([true, true]);
  });
});
