import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Redis from 'ioredis';
import { LOOPBACK } from './ports';
import { StartProblem } from './problem';
import { findProgram, run } from './programs';
import { writePrivately } from './secrets';
import type { ProcessSpec } from './supervisor';
import { until } from './wait';

/** Valkey is the same server under another name. */
const SERVERS = ['redis-server', 'valkey-server'];

export interface PreparedRedis {
  readonly spec: ProcessSpec;
  readonly url: string;
  readonly detail: string;
}

/** Finds Redis, or has the system install it where that can be done without asking, and says how to run it. */
export async function prepareRedis(options: {
  readonly folder: string;
  readonly port: number;
  readonly password: string;
  readonly note: (text: string) => void;
}): Promise<PreparedRedis> {
  const { folder, port, password, note } = options;
  const program = await ensureRedis(note);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'redis.conf');
  // In a file of ours and not on the command line, where every user of the machine could read the password.
  writePrivately(file, renderRedisConfig({ folder, port, password }));
  const url = `redis://:${password}@${LOOPBACK}:${port}`;
  return {
    url,
    detail: `${path.basename(program)} on ${LOOPBACK}:${port}`,
    spec: {
      name: 'redis',
      command: program,
      args: [file],
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
      cwd: folder,
      stopSignal: 'SIGTERM',
      graceSeconds: 15,
      attempts: 8,
      ready: (signal) => until('Redis', () => ping(url), { every: 50, signal }),
    },
  };
}

/**
 * Redis holds the queues: it must never drop a key to make room, and must know them again after a kill. The outbox
 * keeps each row until its job is done, so the second that `everysec` may lose is repeated from there.
 */
export function renderRedisConfig(options: { folder: string; port: number; password: string }): string {
  return `${[
    `bind ${LOOPBACK}`,
    'protected-mode yes',
    `port ${options.port}`,
    `requirepass ${options.password}`,
    `dir ${JSON.stringify(options.folder)}`,
    'daemonize no',
    'appendonly yes',
    'appendfsync everysec',
    'maxmemory-policy noeviction',
    'save ""',
  ].join('\n')}\n`;
}

/** Resolves when the server at this address answers. */
export async function ping(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 2000 });
  // Otherwise the library prints them; the rejection below says the same.
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    await redis.ping();
  } finally {
    redis.disconnect();
  }
}

/** Path of the Redis server, after having the system install it if it is nowhere. */
export async function ensureRedis(note: (text: string) => void): Promise<string> {
  return find() ?? (await install(note));
}

function find(): string | undefined {
  return SERVERS.map((name) => findProgram(name)).find((file) => file !== undefined);
}

async function install(note: (text: string) => void): Promise<string> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const managers: { program: string; steps: string[][] }[] = [
    {
      program: 'apt-get',
      steps: [
        ['update', '-q'],
        ['install', '-qy', '--no-install-recommends', 'redis-server'],
      ],
    },
    { program: 'apk', steps: [['add', '--no-cache', 'redis']] },
    { program: 'dnf', steps: [['install', '-qy', 'redis']] },
  ];
  const manager = managers.find(({ program }) => findProgram(program));
  if (process.getuid?.() !== 0 || !manager) {
    const how = findProgram('brew') ? 'brew install redis' : `sudo ${manager?.program ?? 'apt-get'} install redis`;
    throw new StartProblem(`No Redis found: install it ("${how}") or set REDIS_URL, and run again.`);
  }
  note(`not found; installing it with ${manager.program}`);
  try {
    for (const step of manager.steps) await run(manager.program, step, { env });
  } catch (error) {
    const reason = (error as Error).message.trim().split('\n').at(-1);
    throw new StartProblem(
      `${manager.program} could not install Redis (${reason}): install it by hand or set REDIS_URL.`,
    );
  }
  await quietSystemService();
  const program = find();
  if (!program)
    throw new StartProblem('Redis was installed but is not on PATH: set REDIS_URL, or add its folder to PATH.');
  return program;
}

/** Debian starts a service as it installs it. Nobody asked for that one; ours is separate. */
async function quietSystemService(): Promise<void> {
  await run('systemctl', ['disable', '--now', 'redis-server']).catch(() =>
    run('service', ['redis-server', 'stop']).catch(() => undefined),
  );
}
