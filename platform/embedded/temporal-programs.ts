import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../checkout';
import { cacheDir, requireSpace } from './layout';
import { StartProblem } from './problem';
import { findProgram, run } from './programs';
import { sleep } from './wait';

/** Temporal as found: the server, and the tool that brings its tables (which it carries) up to date. */
export interface TemporalPrograms {
  readonly source: 'PATH' | 'built here';
  readonly server: string;
  readonly sqlTool: string;
  readonly version: string;
}

const PACKAGES = {
  'temporal-server': 'go.temporal.io/server/cmd/server',
  'temporal-sql-tool': 'go.temporal.io/server/cmd/tools/sql',
} as const;

/** The first version whose server can skip time. */
const OLDEST = [1, 32] as const;
const OLDEST_GO = [1, 21] as const;
const BUILD_NEEDS_BYTES = 2_000_000_000;

/** Finds the Temporal server on PATH or in the per-user cache; builds it from its Go module if it is nowhere. */
export async function findTemporal(note: (text: string) => void): Promise<TemporalPrograms> {
  const server = findProgram('temporal-server');
  const sqlTool = findProgram('temporal-sql-tool');
  if (server && sqlTool) {
    const version = await versionOf(server);
    if (atLeast(version, OLDEST)) return { source: 'PATH', server, sqlTool, version };
    note(`temporal-server ${version} on PATH is older than ${OLDEST.join('.')}; not used`);
  }
  const folder = path.join(cacheDir(), `temporal-${moduleHash()}`);
  if (!isBuilt(folder)) await buildOnce(folder, note);
  const built = path.join(folder, 'temporal-server');
  return {
    source: 'built here',
    server: built,
    sqlTool: path.join(folder, 'temporal-sql-tool'),
    version: await versionOf(built),
  };
}

/** Answers whether a version such as "1.32.1" is at least the given one. */
export function atLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [hasMajor = 0, hasMinor = 0] = version.split('.').map(Number);
  return hasMajor > major || (hasMajor === major && hasMinor >= minor);
}

function moduleFolder(): string {
  return path.join(projectRoot(), 'platform/embedded/temporal');
}

function moduleHash(): string {
  const hash = createHash('sha256');
  for (const file of ['go.mod', 'go.sum']) hash.update(readFileSync(path.join(moduleFolder(), file)));
  return hash.digest('hex').slice(0, 12);
}

function isBuilt(folder: string): boolean {
  return Object.keys(PACKAGES).every((name) => existsSync(path.join(folder, name)));
}

async function versionOf(server: string): Promise<string> {
  return /version (\S+)/.exec(await run(server, ['--version']))?.[1] ?? '0.0.0';
}

/** Builds unless another starter is at it; then waits for that one. */
async function buildOnce(folder: string, note: (text: string) => void): Promise<void> {
  const lock = `${folder}.lock`;
  mkdirSync(path.dirname(lock), { recursive: true });
  for (let turn = 0; !take(lock); turn += 1) {
    if (turn % 15 === 0) note('another start is building Temporal; waiting for it');
    await sleep(2000);
    if (isBuilt(folder)) return;
  }
  try {
    if (!isBuilt(folder)) await build(folder, note);
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = holderOf(lock);
    try {
      if (holder > 0) process.kill(holder, 0);
    } catch (error) {
      // Its holder died; EPERM would mean that it lives under another account.
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') rmSync(lock, { force: true });
    }
    return false;
  }
}

/** Process that holds a lock; 0 while that cannot be told, such as in the instant of its release. */
function holderOf(lock: string): number {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
}

async function build(folder: string, note: (text: string) => void): Promise<void> {
  const go = await findGo();
  requireSpace(path.dirname(folder), BUILD_NEEDS_BYTES, 'building the Temporal server');
  note('building the Temporal server from its Go module: about 8 minutes on 2 cores, first time only');
  // A newer Go than the one installed is fetched by Go itself where that is allowed.
  const env = { GOTOOLCHAIN: 'auto', ...process.env, CGO_ENABLED: '0' };
  const draft = `${folder}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  let compiled = 0;
  const alive = setInterval(() => note(`building Temporal: ${compiled} packages compiled`), 20_000);
  try {
    for (const [name, target] of Object.entries(PACKAGES)) {
      const args = ['build', '-v', '-trimpath', '-ldflags', '-s -w', '-o', path.join(draft, name), target];
      await run(go, args, { cwd: moduleFolder(), env, onLine: () => (compiled += 1) });
    }
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    const reason = (error as Error).message.trim().split('\n').at(-1);
    throw new StartProblem(
      `Temporal could not be built (${reason}): put temporal-server on PATH or set TEMPORAL_ADDRESS.`,
    );
  } finally {
    clearInterval(alive);
  }
}

async function findGo(): Promise<string> {
  const go = findProgram('go') ?? findProgram('go', '/usr/local/go/bin');
  const instead = 'or put temporal-server and temporal-sql-tool on PATH, or set TEMPORAL_ADDRESS';
  if (!go) throw new StartProblem(`No Temporal and no Go to build it with: install Go 1.26 or newer, ${instead}.`);
  const version = /go(\d+\.\d+)/.exec(await run(go, ['version']))?.[1] ?? '0.0';
  // From 1.21 on, Go can fetch the toolchain a module asks for.
  const [major = 0, minor = 0] = OLDEST_GO;
  if (!atLeast(version, [major, minor])) {
    throw new StartProblem(`Go ${version} is too old to build Temporal: install Go 1.26 or newer, ${instead}.`);
  }
  return go;
}
