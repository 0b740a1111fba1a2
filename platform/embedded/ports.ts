import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { promisify } from 'node:util';

/** Everything embedded listens here and nowhere else. */
export const LOOPBACK = '127.0.0.1';

/** Answers whether a port of the loopback address can be listened on at this moment. */
export type PortProbe = (port: number) => Promise<boolean>;

/** The real probe: listens for an instant. */
export const isFree: PortProbe = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => server.close(() => resolve(true)));
  });

/** The first free port from `preferred` upwards that is not in `taken`, which it joins. */
export async function nextFree(preferred: number, taken: Set<number>, probe: PortProbe = isFree): Promise<number> {
  for (let port = preferred; port < 65_536; port += 1) {
    if (taken.has(port) || !(await probe(port))) continue;
    taken.add(port);
    return port;
  }
  throw new Error(`No free port from ${preferred} upwards`);
}

/**
 * A free port chosen at random, for stacks that live beside others.
 *
 * Taken from below the range systems give to outgoing connections: a port from that range could be lost to a client
 * connection while its service is being restarted.
 */
export async function randomFree(taken: Set<number>, probe: PortProbe = isFree): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = randomInt(20_000, 32_000);
    if (taken.has(port) || !(await probe(port))) continue;
    taken.add(port);
    return port;
  }
  throw new Error('No free port between 20000 and 32000 after 200 attempts');
}

/** The program listening on a port, such as "nginx (pid 812)", as far as this system tells. */
export async function occupant(port: number): Promise<string> {
  const run = promisify(execFile);
  const attempts: [string, string[], RegExp][] = [
    ['ss', ['-ltnpH', `sport = :${port}`], /users:\(\("(?<name>[^"]+)",pid=(?<pid>\d+)/],
    ['lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], /p(?<pid>\d+)\nc(?<name>.+)/],
  ];
  for (const [program, args, pattern] of attempts) {
    const output = await run(program, args).catch(() => undefined);
    const found = output === undefined ? undefined : pattern.exec(output.stdout)?.groups;
    if (found) return `${found['name']} (pid ${found['pid']})`;
  }
  return 'another program';
}
