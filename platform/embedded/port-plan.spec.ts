import { createServer } from 'node:net';
import { INNER_PORTS, planPorts, PUBLIC_PORTS } from './port-plan';
import { isFree, LOOPBACK } from './ports';

const everythingFree = () => Promise.resolve(true);
const allBut =
  (...taken: number[]) =>
  (port: number) =>
    Promise.resolve(!taken.includes(port));
const usual = { wanted: {}, remembered: {}, needed: ['api', 'identity'], environment: {} } as const;

describe('planPorts', () => {
  it('gives the usual ports where they are free', async () => {
    const plan = await planPorts({ ...usual, probe: everythingFree });
    expect(plan).toEqual({
      ...INNER_PORTS,
      web: PUBLIC_PORTS.web.preferred,
      api: PUBLIC_PORTS.api.preferred,
      identity: PUBLIC_PORTS.identity.preferred,
    });
  });

  it('moves an inner port to the next free one', async () => {
    const { postgres } = INNER_PORTS;
    const plan = await planPorts({ ...usual, probe: allBut(postgres, postgres + 1) });
    expect(plan.postgres).toBe(postgres + 2);
  });

  it('gives no port twice', async () => {
    const { temporal } = INNER_PORTS;
    const plan = await planPorts({ ...usual, probe: allBut(temporal) });
    expect(new Set(Object.values(plan)).size).toBe(Object.keys(plan).length);
  });

  it('keeps to the inner ports of an earlier start', async () => {
    const plan = await planPorts({ ...usual, remembered: { redis: 16_999 }, probe: everythingFree });
    expect(plan.redis).toBe(16_999);
  });

  it('refuses to move the API by itself, and names the variable that does', async () => {
    await expect(planPorts({ ...usual, probe: allBut(3001) })).rejects.toThrow(
      /^Port 3001 for the API .*WAYMARK_API_PORT/,
    );
  });

  it('does not mind a taken public port that is not needed', async () => {
    const plan = await planPorts({ ...usual, needed: [], probe: allBut(3001, 3002) });
    expect(plan.api).toBe(3001);
  });

  it('moves a public port by its variable', async () => {
    const environment = { WAYMARK_IDENTITY_PORT: '4002' };
    expect((await planPorts({ ...usual, environment, probe: everythingFree })).identity).toBe(4002);
  });

  it.each(['0', '65536', 'soon'])('refuses "%s" as a port', async (text) => {
    const environment = { WAYMARK_API_PORT: text };
    await expect(planPorts({ ...usual, environment, probe: everythingFree })).rejects.toThrow('WAYMARK_API_PORT');
  });

  it('takes "free" ports from below the range of outgoing connections', async () => {
    const plan = await planPorts({ ...usual, wanted: 'free', probe: everythingFree });
    for (const port of Object.values(plan)) expect(port).toBeLessThan(32_000);
    expect(new Set(Object.values(plan)).size).toBe(Object.keys(plan).length);
  });
});

describe('isFree', () => {
  it('tells a port that is listened on from one that is not', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
    const { port } = server.address() as { port: number };
    expect(await isFree(port)).toBe(false);
    await new Promise((resolve) => server.close(resolve));
    expect(await isFree(port)).toBe(true);
  });
});
