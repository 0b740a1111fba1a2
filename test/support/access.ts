import type { Pool } from 'pg';

/** One access as the API writes it; a test says what matters to it. */
export interface Access {
  readonly request: string;
  readonly person: string | null;
  readonly roles: readonly string[];
  readonly force: string | null;
  readonly kind: string;
  readonly route: string;
  readonly operation: string | null;
  readonly what: object;
  readonly justification: string | null;
  readonly address: string;
  readonly client: string | null;
  readonly outcome: string;
  readonly status: number;
  readonly records: number;
}

const ACCESS: Access = {
  request: 'request-of-a-test',
  person: 'intelligence-analyst-norfolk',
  roles: ['intelligence-analyst'],
  force: 'norfolk',
  kind: 'consultation',
  route: 'readOperation',
  operation: 'OP-2026-000001',
  what: {},
  justification: null,
  address: '127.0.0.1',
  client: null,
  outcome: 'answered',
  status: 200,
  records: 1,
};

/** Writes accesses the only way there is. */
export async function logAccesses(pool: Pick<Pool, 'query'>, ...accesses: readonly Partial<Access>[]): Promise<void> {
  for (const access of accesses) {
    const a = { ...ACCESS, ...access };
    await pool.query('SELECT log_access($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)', [
      ...[a.request, a.person, a.roles, a.force, a.kind, a.route, a.operation, a.what],
      ...[a.justification, a.address, a.client, a.outcome, a.status, a.records],
    ]);
  }
}
