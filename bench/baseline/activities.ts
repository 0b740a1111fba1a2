import type { Pool } from 'pg';

export interface BaselineActivities {
  write(workflow: string, body: object): Promise<string>;
}

export const BASELINE_TABLE = `
  CREATE TABLE IF NOT EXISTS baseline_entry (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workflow text NOT NULL,
    body jsonb NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
  )`;

export function createBaselineActivities(pool: Pool): BaselineActivities {
  return {
    async write(workflow, body) {
      const { rows } = await pool.query<{ id: string }>({
        name: 'write',
        text: 'INSERT INTO baseline_entry (workflow, body) VALUES ($1, $2) RETURNING id',
        values: [workflow, body],
      });
      return rows[0]?.id ?? '';
    },
  };
}
