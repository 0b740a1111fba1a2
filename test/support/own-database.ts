import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'pg';
import { createRecordingActivities, type RecordingActivities } from '../../activities/recording';
import { DATABASE_ROLES, type DatabaseRole } from '../../platform/embedded/secrets';
import { projectRoot } from '../../platform/embedded/layout';
import { testStack } from './stack';

const CONNECTIONS = 10;

/**
 * A database of a test's own in the stack's PostgreSQL, with the same migrations, roles and grants. No other process works
 * on it, so a test can do to it what would disturb all others.
 */
export class OwnDatabase {
  readonly recording: RecordingActivities;

  private constructor(
    readonly name: string,
    /** Connections of each role of ours, and of the superuser. */
    readonly as: Readonly<Record<DatabaseRole | 'superuser', Pool>>,
  ) {
    this.recording = createRecordingActivities(as.worker);
  }

  static async create(): Promise<OwnDatabase> {
    const { database } = testStack().urls;
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    await asAdministrator(database.admin, `CREATE DATABASE ${name} OWNER waymark_owner`);
    const connect = (url: string) => quiet(new Pool({ connectionString: withPath(url, name), max: CONNECTIONS }));
    const roles = DATABASE_ROLES.map((role) => [role, connect(database[role])]);
    const own = new OwnDatabase(name, {
      ...(Object.fromEntries(roles) as Record<DatabaseRole, Pool>),
      superuser: connect(database.admin),
    });
    await own.as.superuser.query('ALTER SCHEMA public OWNER TO waymark_owner');
    for (const migration of migrations()) await own.as.owner.query(migration);
    return own;
  }

  /** Changes timelines as only a superuser can: with the triggers out of the way. */
  tamper(...statements: readonly string[]): Promise<void> {
    return this.tamperWith(['timeline_event'], ...statements);
  }

  /** The same for other tables that refuse changes. */
  async tamperWith(tables: readonly string[], ...statements: readonly string[]): Promise<void> {
    const switching = (verb: string) => tables.map((table) => `ALTER TABLE ${table} ${verb} TRIGGER USER`);
    await this.as.superuser.query(
      ['BEGIN', ...switching('DISABLE'), ...statements, ...switching('ENABLE'), 'COMMIT'].join(';'),
    );
  }

  /** Opens all connections of a role, so that what is then asked at once really runs at once. */
  async warmUp(role: DatabaseRole): Promise<void> {
    await Promise.all(Array.from({ length: CONNECTIONS }, () => this.as[role].query('SELECT pg_sleep(0.1)')));
  }

  async drop(): Promise<void> {
    await Promise.all(Object.values(this.as).map((pool) => pool.end()));
    await asAdministrator(testStack().urls.database.admin, `DROP DATABASE ${this.name} WITH (FORCE)`);
  }
}

/** The stack's Redis, in a part of it that no other test and no process uses. */
export function ownRedis(part: number): string {
  return withPath(testStack().urls.redis, String(part));
}

function withPath(address: string, path: string): string {
  const url = new URL(address);
  url.pathname = `/${path}`;
  return url.toString();
}

function migrations(): readonly string[] {
  const folder = join(projectRoot(), 'prisma', 'migrations');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => readFileSync(join(folder, name, 'migration.sql'), 'utf8'));
}

async function asAdministrator(url: string, statement: string): Promise<void> {
  const pool = quiet(new Pool({ connectionString: url, max: 1 }));
  await pool.query(statement).finally(() => pool.end());
}

function quiet(pool: Pool): Pool {
  return pool.on('error', () => undefined);
}
