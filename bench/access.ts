import type { NestExpressApplication } from '@nestjs/platform-express';
import { Pool } from 'pg';
import { Readings } from '../apps/api/access/readings';
import { createApplication } from '../apps/api/application';
import { readApiConfig } from '../apps/api/config';
import { WorklistRead } from '../apps/api/operations/worklist.read';
import type { WorklistRow } from '../apps/api/operations/worklist.schema';
import type { PersonId } from '../platform/embedded/identity/people';
import { SignedIn } from '../platform/embedded/identity/sign-in';
import type { Stack } from '../platform/embedded/stack';
import { HttpClient } from './http-client';
import { alternate, median, percentile, rounded } from './measure';
import type { Report, Scale } from './report';

const READER: PersonId = 'intelligence-analyst-norfolk';
/** Operations that name the reader beside those they see by their force. */
const NAMED = 40;
const PAGE = 25;

/** The worklist without policy: no reader, no condition, on a connection that row-level security does not bind. */
const UNCONDITIONED = `
  SELECT reference, sequence, stage, codename, threat_area AS "threatArea", lead_force AS "leadForce", marking,
         rfc3339(opened_at) AS "openedAt", rfc3339(updated_at) AS "updatedAt", next_due_at AS "nextDueAt", merged_into AS "mergedInto"
  FROM operation WHERE merged_into IS NULL ORDER BY updated_at DESC, reference DESC LIMIT ${PAGE + 1}`;

/**
 * A page of the worklist of somebody who sees some of the operations, beside the same route and page without any policy: two
 * APIs in one process, call by call.
 */
export async function accessOverheadRatio(stack: Stack, pool: Pool, scale: Scale, report: Report): Promise<number> {
  await pool.query(
    `INSERT INTO operation_person (person, operation, "grant", nth)
     SELECT $1, reference, 'team', 1000 FROM operation ORDER BY md5(reference) LIMIT $2 ON CONFLICT DO NOTHING`,
    [READER, NAMED],
  );
  await pool.query('ANALYZE operation_person');
  const reader = new SignedIn(stack.urls.issuer, READER);
  const token = () => reader.token();
  const [ours, bare] = await Promise.all([api(stack), api(stack)]);
  withoutPolicy(bare, pool);
  const clients = {
    ours: new HttpClient(await ours.getUrl(), token),
    bare: new HttpClient(await bare.getUrl(), token),
  };
  const page = (http: HttpClient) => () => () => http.get(`/api/v1/operations?limit=${PAGE}`);
  const sides = { ours: page(clients.ours), bare: page(clients.bare) };
  try {
    await alternate(scale.warmUp, sides);
    const taken = await alternate(scale.pages, sides);
    for (const side of ['ours', 'bare'] as const)
      report.line(
        `${side === 'ours' ? 'with' : 'without'} policy: p50 ${rounded(median(taken[side]))} ms, p95 ${rounded(percentile(taken[side], 95))} ms`,
      );
    return rounded(median(taken.ours) / median(taken.bare));
  } finally {
    for (const client of Object.values(clients)) client.close();
    await Promise.all([ours.close(), bare.close()]);
  }
}

async function api(stack: Stack): Promise<NestExpressApplication> {
  const app = await createApplication(readApiConfig({ ...stack.env('api'), LOG_LEVEL: 'silent' }));
  await app.listen(0, '127.0.0.1');
  return app;
}

function withoutPolicy(app: NestExpressApplication, pool: Pool): void {
  app.get(Readings).as = (_, read) => read(undefined as never);
  app.get(WorklistRead).page = async () => {
    const { rows } = await pool.query<WorklistRow>(UNCONDITIONED);
    return { items: rows.slice(0, PAGE), next: null };
  };
}
