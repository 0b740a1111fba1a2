import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { DatabaseRole, Secrets } from './secrets';

export const TEMPORAL_ROLE = 'waymark_temporal';
export const TEMPORAL_DATABASES = ['temporal', 'temporal_visibility'] as const;

/** The database of ours on a server: the one its URL names, unless that is the maintenance database. */
export function databaseName(adminUrl: string): string {
  const named = decodeURIComponent(new URL(adminUrl).pathname.slice(1));
  return named === '' || named === 'postgres' ? 'waymark' : named;
}

/** The same server and database, as another role. */
export function urlOf(adminUrl: string, role: DatabaseRole, secrets: Secrets): string {
  const url = new URL(adminUrl);
  url.username = `waymark_${role}`;
  url.password = secrets.databasePasswords[role];
  url.pathname = `/${encodeURIComponent(databaseName(adminUrl))}`;
  return url.href;
}

/**
 * Makes what migrations need: the owner's role, its database, and Temporal's. Safe to repeat.
 *
 * The owner may create roles, since the migrations make those of the processes; it is no superuser.
 */
export async function prepareDatabases(adminUrl: string, secrets: Secrets, withTemporal: boolean): Promise<void> {
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    await role(client, 'waymark_owner', secrets.databasePasswords.owner, 'CREATEROLE');
    await database(client, databaseName(adminUrl), 'waymark_owner');
    if (!withTemporal) return;
    await role(client, TEMPORAL_ROLE, secrets.temporalPassword, '');
    for (const name of TEMPORAL_DATABASES) await database(client, name, TEMPORAL_ROLE);
  } finally {
    await client.end();
  }
}

async function role(client: Client, name: string, password: string, rights: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(`${verb} ROLE ${escapeIdentifier(name)} LOGIN ${rights} PASSWORD ${escapeLiteral(password)}`);
}

async function database(client: Client, name: string, owner: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount !== 0) return;
  // An administrator who is no superuser must belong to a role to give a database to it.
  await client.query(`GRANT ${escapeIdentifier(owner)} TO CURRENT_USER`);
  await client.query(`CREATE DATABASE ${escapeIdentifier(name)} OWNER ${escapeIdentifier(owner)}`);
}
