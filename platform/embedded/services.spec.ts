import { databaseName, urlOf } from './databases';
import { INNER_PORTS, type PortPlan } from './port-plan';
import { settings } from './postgres';
import { renderRedisConfig } from './redis';
import type { Secrets } from './secrets';
import { renderDynamicConfig, renderTemporalConfig } from './temporal-config';
import { atLeast } from './temporal-programs';

const ports: PortPlan = { ...INNER_PORTS, web: 3000, api: 3001, identity: 3002 };
const secrets = { databasePasswords: { owner: 'o', api: 'a', worker: 'w', jobs: 'j', auditor: 'u' } } as Secrets;

describe('Temporal', () => {
  const rendered = renderTemporalConfig({
    ports,
    database: '127.0.0.1:15432',
    password: 'secret',
    dynamicConfigFile: '/data/dynamic-config.yaml',
  });

  it('listens on loopback only, each service on ports of its own', () => {
    const { services } = JSON.parse(rendered) as {
      services: Record<string, { rpc: { grpcPort: number; membershipPort: number; bindOnIP: string } }>;
    };
    const listening = Object.values(services).flatMap(({ rpc }) => [rpc.grpcPort, rpc.membershipPort]);
    expect(new Set(listening).size).toBe(8);
    for (const { rpc } of Object.values(services)) expect(rpc.bindOnIP).toBe('127.0.0.1');
  });

  it('can skip time, and lets the caller override what we set', () => {
    const read = (text: string) => JSON.parse(text) as Record<string, [{ value: unknown }]>;
    expect(read(renderDynamicConfig())['frontend.WorkflowTimeSkippingEnabled']).toEqual([{ value: true }]);
    const overridden = read(renderDynamicConfig({ 'history.workflowTaskRetryMaxInterval': '1s', 'limit.x': 20 }));
    expect(overridden['history.workflowTaskRetryMaxInterval']).toEqual([{ value: '1s' }]);
    expect(overridden['limit.x']).toEqual([{ value: 20 }]);
  });

  it.each([
    ['1.32.1', true],
    ['1.31.9', false],
    ['2.0.0', true],
  ])('takes version %s as new enough: %s', (version, expected) => {
    expect(atLeast(version, [1, 32])).toBe(expected);
  });
});

describe('Redis', () => {
  it('keeps every job: appends to a file, never evicts, asks for a password, listens on loopback', () => {
    const lines = renderRedisConfig({ folder: '/data/redis', port: 1, password: 'secret' }).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'bind 127.0.0.1',
        'requirepass secret',
        'appendonly yes',
        'appendfsync everysec',
        'maxmemory-policy noeviction',
      ]),
    );
  });
});

describe('PostgreSQL', () => {
  it('writes through to the disk and listens on loopback', () => {
    expect(settings(1)).toMatchObject({ fsync: 'on', synchronous_commit: 'on', listen_addresses: '127.0.0.1' });
  });

  it('calls the database "waymark" unless the administrator names another', () => {
    expect(databaseName('postgresql://admin:x@db:5432/postgres')).toBe('waymark');
    expect(databaseName('postgresql://admin:x@db:5432/casework')).toBe('casework');
  });

  it('gives each role a connection of its own and keeps the rest of the address', () => {
    expect(urlOf('postgresql://admin:x@db:5432/postgres?sslmode=require', 'worker', secrets)).toBe(
      'postgresql://waymark_worker:w@db:5432/waymark?sslmode=require',
    );
  });
});
