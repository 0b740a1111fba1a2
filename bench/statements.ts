import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Stack } from '../platform/embedded/stack';
import { rounded, type Work } from './measure';

/** Statements by database role. Each is one round trip: ours are sent parsed, bound and executed in one go. */
export type Statements = Readonly<Record<string, number>>;

const CALLS = 20;
/** Time for what follows an answer, such as its confirmation. */
const AFTERMATH_MS = 1_500;
const PREFIX = 'waymark-bench';

/** Counts the statements that reach the database, from its own log: nobody can forget to count one. */
export class StatementCounter {
  private constructor(
    private readonly admin: Client,
    private readonly log: string,
  ) {}

  static async start(stack: Stack): Promise<StatementCounter> {
    const admin = new Client({ connectionString: stack.urls.database.admin });
    await admin.connect();
    await admin.query(`ALTER SYSTEM SET log_line_prefix = '${PREFIX} %u '`);
    await admin.query(`ALTER SYSTEM SET log_statement = 'all'`);
    await admin.query('SELECT pg_reload_conf()');
    await sleep(500);
    return new StatementCounter(admin, join(stack.at.logs, 'postgres.log'));
  }

  /** Statements of one call of a kind, by role: the mean of several, less what goes on anyway in the same time. */
  async each(prepare: () => Work): Promise<Statements> {
    const calls = Array.from({ length: CALLS }, prepare);
    const began = performance.now();
    const busy = await this.during(async () => {
      for (const call of calls) await call();
      await sleep(AFTERMATH_MS);
    });
    const idle = await this.during(() => sleep(performance.now() - began));
    const roles = Object.entries(busy).map(([role, count]) => [role, (count - (idle[role] ?? 0)) / CALLS] as const);
    return Object.fromEntries(roles.map(([role, count]) => [role, rounded(Math.max(0, count), 1)]));
  }

  async stop(): Promise<void> {
    await this.admin.query('ALTER SYSTEM RESET log_statement');
    await this.admin.query('SELECT pg_reload_conf()');
    await this.admin.end();
  }

  private async during(work: Work): Promise<Record<string, number>> {
    const from = statSync(this.log).size;
    await work();
    const counts: Record<string, number> = {};
    const lines = readFileSync(this.log).subarray(from).toString();
    for (const [, role = ''] of lines.matchAll(new RegExp(`^${PREFIX} (\\S+) LOG:  (?:statement|execute)`, 'gm')))
      counts[role] = (counts[role] ?? 0) + 1;
    return counts;
  }
}

/** As words: `waymark_api 1, waymark_worker 1`. */
export function inWords(statements: Statements): string {
  const some = Object.entries(statements).filter(([, count]) => count > 0);
  return some.map(([role, count]) => `${role} ${count}`).join(', ') || 'none';
}
