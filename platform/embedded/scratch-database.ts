import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrationScripts } from '../../prisma/migrate';
import type { StackUrls } from './addresses';
import { projectRoot } from '../checkout';

/** A database beside Waymark's own in the same PostgreSQL, with the same migrations, roles and grants, and nothing in it. */
export interface ScratchDatabase {
  readonly urls: StackUrls['database'];
  drop(): Promise<void>;
}

/** Makes one. Whoever does drops it. */
export async function scratchDatabase(ofWaymark: StackUrls['database']): Promise<ScratchDatabase> {
  const name = `scratch_${randomUUID().replaceAll('-', '')}`;
  const urls = Object.fromEntries(
    Object.entries(ofWaymark).map(([role, url]) => [role, withPath(url, name)]),
  ) as unknown as StackUrls['database'];
  await run(ofWaymark.admin, `CREATE DATABASE ${name} OWNER waymark_owner`);
  await run(urls.admin, 'ALTER SCHEMA public OWNER TO waymark_owner');
  const scripts = migrationScripts(join(projectRoot(), 'prisma', 'migrations'));
  await run(urls.owner, ...scripts.map(({ script }) => script));
  return { urls, drop: () => run(ofWaymark.admin, `DROP DATABASE ${name} WITH (FORCE)`) };
}

/** The same address with another path: another database of a server, or part of Redis. */
export function withPath(address: string, path: string): string {
  const url = new URL(address);
  url.pathname = `/${path}`;
  return url.toString();
}

async function run(address: string, ...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
