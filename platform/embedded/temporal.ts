import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { TEMPORAL_DATABASES, TEMPORAL_ROLE } from './databases';
import { LOOPBACK } from './ports';
import type { PortPlan } from './port-plan';
import { run } from './programs';
import { writePrivately } from './secrets';
import type { ProcessSpec } from './supervisor';
import { renderDynamicConfig, renderTemporalConfig, type DynamicValue } from './temporal-config';
import { serverAnswers } from './temporal-namespace';
import { findTemporal, type TemporalPrograms } from './temporal-programs';
import { until } from './wait';

export interface PreparedTemporal {
  readonly spec: ProcessSpec;
  readonly address: string;
  readonly detail: string;
}

/** Finds or builds the Temporal server, brings its tables up to date, and says how to run it. */
export async function prepareTemporal(options: {
  readonly folder: string;
  readonly ports: PortPlan;
  /** Connection of PostgreSQL's administrator; only its host and port are used. */
  readonly adminUrl: string;
  readonly password: string;
  readonly dynamicConfig: Readonly<Record<string, DynamicValue>>;
  readonly programs?: TemporalPrograms;
  readonly note: (text: string) => void;
}): Promise<PreparedTemporal> {
  const { folder, ports, password, note } = options;
  const programs = options.programs ?? (await findTemporal(note));
  const { hostname, port } = new URL(options.adminUrl);
  const database = { host: hostname, port: port || '5432' };
  await Promise.all(TEMPORAL_DATABASES.map((name) => updateTables(programs.sqlTool, name, database, password)));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const configFile = path.join(folder, 'config.yaml');
  const dynamicConfigFile = path.join(folder, 'dynamic-config.yaml');
  writePrivately(dynamicConfigFile, renderDynamicConfig(options.dynamicConfig));
  writePrivately(
    configFile,
    renderTemporalConfig({ ports, database: `${database.host}:${database.port}`, password, dynamicConfigFile }),
  );
  const address = `${LOOPBACK}:${ports.temporal}`;
  return {
    address,
    detail: `Temporal ${programs.version} (${programs.source}) on ${address}`,
    spec: {
      name: 'temporal',
      command: programs.server,
      args: ['--config-file', configFile, '--allow-no-auth', 'start'],
      env: { PATH: process.env['PATH'] },
      cwd: folder,
      stopSignal: 'SIGTERM',
      graceSeconds: 20,
      attempts: 8,
      ready: (signal) => until('Temporal', () => serverAnswers(address), { seconds: 120, every: 100, signal }),
    },
  };
}

/** The schema is carried by the tool itself, so nothing of the Go module is needed after the build. */
async function updateTables(
  tool: string,
  name: (typeof TEMPORAL_DATABASES)[number],
  { host, port }: { host: string; port: string },
  password: string,
): Promise<void> {
  const schema = `postgresql/v12/${name === 'temporal' ? 'temporal' : 'visibility'}`;
  const connection = [
    '--plugin',
    'postgres12',
    '--endpoint',
    host,
    '--port',
    port,
    '--user',
    TEMPORAL_ROLE,
    '--db',
    name,
  ];
  const env = { PATH: process.env['PATH'], SQL_PASSWORD: password };
  if (!(await hasTables(name, host, port, password))) {
    await run(tool, [...connection, 'setup-schema', '--version', '0.0'], { env });
  }
  await run(tool, [...connection, 'update-schema', '--schema-name', schema], { env });
}

async function hasTables(database: string, host: string, port: string, password: string): Promise<boolean> {
  const client = new Client({ host, port: Number(port), user: TEMPORAL_ROLE, password, database });
  await client.connect();
  try {
    const { rows } = await client.query<{ found: boolean }>(
      "SELECT to_regclass('schema_version') IS NOT NULL AS found",
    );
    return rows[0]?.found ?? false;
  } finally {
    await client.end();
  }
}
