import { Inject, Injectable } from '@nestjs/common';
import { Client } from '@temporalio/client';
import type { Redis } from 'ioredis';
import { Pool } from 'pg';
import { TokenVerifier } from '../identity/token-verifier';
import { REDIS } from '../tokens';
import type { Readiness } from './health.schema';

const CHECK_MS = 2_000;
/** Everyone may ask, so what was found out is kept for a moment. */
const KEEP_MS = 500;

/** Whether everything the API depends on answers. */
@Injectable()
export class HealthService {
  private last: { readonly at: number; readonly answer: Promise<Readiness> } | undefined;
  private readonly checks: Readonly<Record<Exclude<keyof Readiness, 'ready'>, () => Promise<unknown>>>;

  constructor(pool: Pool, client: Client, verifier: TokenVerifier, @Inject(REDIS) redis: Redis) {
    const { namespace } = client.options;
    this.checks = {
      postgres: () => pool.query('SELECT 1'),
      redis: () => redis.ping(),
      temporal: () =>
        client.withDeadline(Date.now() + CHECK_MS, () => client.workflowService.describeNamespace({ namespace })),
      identity: () => verifier.check(),
    };
  }

  /** Each dependency, up or down, found out within two seconds. */
  async readiness(): Promise<Readiness> {
    if (!this.last || Date.now() - this.last.at > KEEP_MS) this.last = { at: Date.now(), answer: this.find() };
    return this.last.answer;
  }

  private async find(): Promise<Readiness> {
    const entries = Object.entries(this.checks).map(async ([name, check]) => [name, await upOrDown(check)] as const);
    const found = Object.fromEntries(await Promise.all(entries)) as Record<keyof typeof this.checks, 'up' | 'down'>;
    return { ready: Object.values(found).every((status) => status === 'up'), ...found };
  }
}

async function upOrDown(check: () => Promise<unknown>): Promise<'up' | 'down'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'down'>((resolve) => (timer = setTimeout(() => resolve('down'), CHECK_MS)));
  const answer = Promise.resolve()
    .then(check)
    .then(
      () => 'up' as const,
      () => 'down' as const,
    );
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
