import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { sharedPlace } from './layout';
import { LOOPBACK } from './ports';
import {
  choosePostgres,
  closedFolder,
  copyEmbedded,
  findPostgres,
  postgresAccount,
  versionOfData,
  type Account,
  type PostgresPrograms,
} from './postgres-programs';
import { StartProblem } from './problem';
import { run } from './programs';
import { writePrivately } from './secrets';
import type { ProcessSpec } from './supervisor';
import { until } from './wait';

export interface PreparedPostgres {
  readonly spec: ProcessSpec;
  /** Connection of the superuser, for what only one may do: making roles and databases. */
  readonly adminUrl: string;
  readonly detail: string;
}

/** Finds PostgreSQL, makes its data folder at the first start, and says how to run it. */
export async function preparePostgres(options: {
  readonly dataDir: string;
  readonly folder: string;
  readonly port: number;
  readonly password: string;
  readonly note: (text: string) => void;
}): Promise<PreparedPostgres> {
  const { port, password, note } = options;
  const account = await postgresAccount(note);
  const place = sharedPlace(options.dataDir);
  const folder = dataFolder(options.folder, place, account, note);
  let programs = choosePostgres(await findPostgres(), { folder, major: versionOfData(folder) });
  if (account && closedFolder(programs.postgres, account)) programs = copyEmbedded(programs, path.dirname(place));
  if (versionOfData(folder) === undefined) await initialise(programs, folder, password, account);
  const adminUrl = `postgresql://postgres:${password}@${LOOPBACK}:${port}/postgres`;
  return {
    adminUrl,
    detail: `PostgreSQL ${programs.major} (${programs.source}) on ${LOOPBACK}:${port}`,
    spec: {
      name: 'postgres',
      command: programs.postgres,
      args: ['-D', folder, ...Object.entries(settings(port)).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
      ...account,
      cwd: '/',
      // Fast shutdown: ends sessions, writes a checkpoint.
      stopSignal: 'SIGINT',
      graceSeconds: 30,
      // After SIGKILL its orphans need a moment to let go of the shared memory.
      attempts: 40,
      ready: (signal) => until('PostgreSQL', () => answersUs(adminUrl), { ...PATIENCE, signal }),
    },
  };
}

/** Server settings, for every start. */
export function settings(port: number): Readonly<Record<string, string>> {
  return {
    port: String(port),
    listen_addresses: LOOPBACK,
    // Sockets have a path of at most 107 characters, which a data folder may exceed; TCP does for all.
    unix_socket_directories: '',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    password_encryption: 'scram-sha-256',
    // Temporal's four services have pools of their own.
    max_connections: '200',
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    // A file that comes in writes faster than the log is flushed.
    wal_buffers: '64MB',
    // A new server must not wait a minute to see that the client of a killed one has gone.
    tcp_keepalives_idle: '10',
    log_min_messages: 'warning',
    // A statement's parameters may be personal data.
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    timezone: 'UTC',
  };
}

/** Resolves when the server accepts this login. */
export async function answers(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  // A connection lost later is for its user to notice.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
  } finally {
    await client.end().catch(() => undefined);
  }
}

const PATIENCE = { seconds: 120, every: 50, hopeless: (error: unknown) => error instanceof StartProblem };

async function answersUs(adminUrl: string): Promise<void> {
  await answers(adminUrl).catch((error: Error & { code?: string }) => {
    if (error.code !== WRONG_PASSWORD) throw error;
    throw new StartProblem(
      'The database does not accept the password in secrets/secrets.json: the two do not belong together; ' +
        'bring back the one that is missing, or move the data folder away to start afresh.',
    );
  });
}
const WRONG_PASSWORD = '28P01';

function dataFolder(wanted: string, place: string, account: Account | undefined, note: (text: string) => void): string {
  if (!account || existsSync(path.join(wanted, 'PG_VERSION'))) return wanted;
  const closed = closedFolder(wanted, account);
  if (closed === undefined) return wanted;
  const moved = path.join(place, 'postgres');
  const marker = path.join(path.dirname(wanted), 'postgres-is-elsewhere');
  if (!existsSync(marker) && existsSync(moved)) {
    // Its data folder has been removed, and with it the passwords.
    const aside = `${moved}.orphaned-${Date.now()}`;
    renameSync(moved, aside);
    note(`the database of a removed data folder was put aside as ${aside}`);
  }
  note(`the database is kept in ${moved}, since its account may not enter ${closed}`);
  mkdirSync(place, { recursive: true, mode: 0o755 });
  writePrivately(marker, `${moved}\n`);
  return moved;
}

async function initialise(
  programs: PostgresPrograms,
  folder: string,
  password: string,
  account: Account | undefined,
): Promise<void> {
  // initdb wants an empty folder; what an interrupted first start left is of no use.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const passwordFile = path.join(folder, '..', `.initdb-${process.pid}`);
  writePrivately(passwordFile, `${password}\n`);
  if (account) {
    chownSync(folder, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  // The built-in locale folds case in every language and never changes with the system's libraries.
  const locale =
    programs.major >= 17
      ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : [`--locale=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`];
  const draft = ['-D', folder, '-U', 'postgres', '--encoding=UTF8', ...locale];
  try {
    await run(programs.initdb, [...draft, '--auth=scram-sha-256', `--pwfile=${passwordFile}`], {
      ...account,
      cwd: '/',
    });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}
