import { Pool } from 'pg';
import { createRecordingActivities, type RecordingActivities } from '../../activities/recording';
import { DATABASE_ROLES, type DatabaseRole } from '../../platform/embedded/secrets';
import { scratchDatabase, withPath, type ScratchDatabase } from '../../platform/embedded/scratch-database';
import { testStack } from './stack';

const CONNECTIONS = 10;

/**
 * A database of a test's own in the stack's PostgreSQL, with the same migrations, roles and grants. No other process works
 * on it, so a test can do to it what would disturb all others.
 */
export class OwnDatabase {
  readonly recording: RecordingActivities;

  private constructor(
    private readonly database: ScratchDatabase,
    /** Connections of each role of ours, and of the superuser. */
    readonly as: Readonly<Record<DatabaseRole | 'superuser', Pool>>,
  ) {
    this.recording = createRecordingActivities(as.worker);
  }

  /** Where the owner finds it. */
  get ownerUrl(): string {
    return this.database.urls.owner;
  }

  static async create(): Promise<OwnDatabase> {
    const database = await scratchDatabase(testStack().urls.database);
    const connect = (url: string) => quiet(new Pool({ connectionString: url, max: CONNECTIONS }));
    const roles = DATABASE_ROLES.map((role) => [role, connect(database.urls[role])]);
    return new OwnDatabase(database, {
      ...(Object.fromEntries(roles) as Record<DatabaseRole, Pool>),
      superuser: connect(database.urls.admin),
    });
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
    await this.database.drop();
  }
}

/** The stack's Redis, in a part of it that no other test and no process uses. */
export function ownRedis(part: number): string {
  return withPath(testStack().urls.redis, String(part));
}

function quiet(pool: Pool): Pool {
  return pool.on('error', () => undefined);
}
