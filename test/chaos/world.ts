import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import { readConfig } from '../../platform/config';
import { createPool } from '../../platform/database/pool';
import type { ServiceName, Stack } from '../../platform/embedded/stack';
import { temporalClient } from '../../platform/temporal/client';
import type { FailPoint } from './fail-point';
import { SERVICES, type Service } from './plan';

/** What needs another service in order to start comes after it. */
const START_ORDER: readonly Service[] = ['postgres', 'redis', 'temporal', 'worker', 'jobs', 'api'];
const ATTEMPTS = 5;

/** The stack under test, and the observer's own ways into it. */
export class World {
  readonly pool: Pool;
  readonly client: Client;

  constructor(
    readonly stack: Stack,
    readonly failPoint: FailPoint,
    private readonly say: (line: string) => void,
  ) {
    // As the owner: the audit reads what no single role of ours may read.
    this.pool = createPool(stack.urls.database.owner, { name: 'waymark-chaos', max: 5 });
    const names = ['TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'PAYLOAD_KEYS'] as const;
    this.client = temporalClient(readConfig(names, stack.env('api')));
  }

  kill(services: readonly ServiceName[]): Promise<unknown> {
    return Promise.all(services.map((name) => this.stack.kill(name)));
  }

  /** Starts services again, in their order. A start that meets the remains of the kill is tried again. */
  async restart(services: readonly Service[]): Promise<void> {
    for (const name of START_ORDER.filter((one) => services.includes(one)))
      for (let attempt = 1; ; attempt++) {
        try {
          await this.stack.restart(name);
          break;
        } catch (error) {
          if (attempt === ATTEMPTS) throw error;
          this.say(`  ${name} is started once more: ${(error as Error).message.split('\n').slice(0, 4).join(' | ')}`);
        }
      }
  }

  /** Services that are gone though nobody killed them. */
  missing(): readonly Service[] {
    const alive = this.stack.pids();
    return SERVICES.filter((name) => alive[name] === undefined);
  }

  async close(): Promise<void> {
    await Promise.all([this.pool.end(), this.client.connection.close()]);
  }
}
