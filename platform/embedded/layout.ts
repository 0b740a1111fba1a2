import { createHash } from 'node:crypto';
import { existsSync, statfsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { StartProblem } from './problem';

/** Where a stack keeps what it keeps, all under one data folder. */
export function layout(dataDir: string) {
  const root = path.resolve(dataDir);
  const at = (...parts: string[]) => path.join(root, ...parts);
  return {
    root,
    postgres: at('postgres'),
    redis: at('redis'),
    temporal: at('temporal'),
    identity: at('identity'),
    secrets: at('secrets'),
    logs: at('logs'),
    checkpoints: at('checkpoints'),
    bundles: at('bundles'),
    files: at('files'),
    ports: at('ports.json'),
    running: at('running.json'),
  } as const;
}
export type Layout = ReturnType<typeof layout>;

/** Per-user folder for what is costly to prepare and can be shared by checkouts. */
export function cacheDir(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  return path.join(environment['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), 'waymark');
}

/** Folder for what cannot live in a checkout that another account may not enter; only used as root. */
export function sharedPlace(dataDir: string): string {
  return path.join('/var/lib/waymark', createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 12));
}

/** @throws StartProblem when the file system of `folder` has less than `bytes` free */
export function requireSpace(folder: string, bytes: number, purpose: string): void {
  let existing = path.resolve(folder);
  while (!existsSync(existing)) existing = path.dirname(existing);
  const { bavail, bsize } = statfsSync(existing);
  const free = bavail * bsize;
  if (free >= bytes) return;
  const megabytes = (count: number) => `${Math.round(count / 1_000_000)} MB`;
  throw new StartProblem(
    `Only ${megabytes(free)} of disk are free at ${existing}; ${purpose} needs ${megabytes(bytes)}. Free some and run again.`,
  );
}
