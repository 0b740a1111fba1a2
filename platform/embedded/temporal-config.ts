import { TEMPORAL_DATABASES, TEMPORAL_ROLE } from './databases';
import { LOOPBACK } from './ports';
import type { PortPlan } from './port-plan';

/** A value of Temporal's dynamic configuration. */
export type DynamicValue = string | number | boolean | readonly string[] | Readonly<Record<string, unknown>>;

/** What we need to differ from the server's own defaults. */
export const DYNAMIC_CONFIG: Readonly<Record<string, DynamicValue>> = {
  // Rehearsals and acceptance scenarios live years in seconds.
  'frontend.WorkflowTimeSkippingEnabled': true,
  // Otherwise a workflow whose tasks failed during an outage stays away for up to ten minutes after it.
  'history.workflowTaskRetryMaxInterval': '5s',
  // One loopback server serves everything here; the per-namespace limits are meant for shared clusters.
  'frontend.namespaceRPS': 20_000,
  'frontend.rps': 20_000,
};

/** Dynamic configuration as the server reads it. JSON is YAML too. */
export function renderDynamicConfig(overrides: Readonly<Record<string, DynamicValue>> = {}): string {
  const entries = Object.entries({ ...DYNAMIC_CONFIG, ...overrides }).map(([key, value]) => [key, [{ value }]]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

export interface TemporalConfig {
  readonly ports: PortPlan;
  /** Address of PostgreSQL as host:port. */
  readonly database: string;
  readonly password: string;
  readonly dynamicConfigFile: string;
}

/** The server's configuration: its four services in one process, everything on loopback, tables in PostgreSQL. */
export function renderTemporalConfig({ ports, database, password, dynamicConfigFile }: TemporalConfig): string {
  const [store, visibility] = TEMPORAL_DATABASES;
  const sql = (databaseName: string, maxConns: number) => ({
    sql: {
      pluginName: 'postgres12',
      databaseName,
      connectAddr: database,
      connectProtocol: 'tcp',
      user: TEMPORAL_ROLE,
      password,
      maxConns,
      maxIdleConns: maxConns,
      maxConnLifetime: '1h',
    },
  });
  const service = (grpcPort: number, membershipPort: number) => ({
    rpc: { grpcPort, membershipPort, bindOnIP: LOOPBACK },
  });
  const config = {
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'store',
      visibilityStore: 'visibility',
      numHistoryShards: 4,
      // Each of the four services has pools of this size; together they stay well below the server's 200 connections.
      datastores: { store: sql(store, 16), visibility: sql(visibility, 4) },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: LOOPBACK } },
    services: {
      frontend: service(ports.temporal, ports.temporalFrontendMembership),
      history: service(ports.temporalHistory, ports.temporalHistoryMembership),
      matching: service(ports.temporalMatching, ports.temporalMatchingMembership),
      worker: service(ports.temporalWorker, ports.temporalWorkerMembership),
    },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: {
          enabled: true,
          initialFailoverVersion: 1,
          rpcName: 'frontend',
          rpcAddress: `${LOOPBACK}:${ports.temporal}`,
        },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    dynamicConfigClient: { filepath: dynamicConfigFile, pollInterval: '10s' },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
