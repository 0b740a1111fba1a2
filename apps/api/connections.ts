import { Injectable, Inject, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import { Client } from '@temporalio/client';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { Confirmer } from '../../platform/commands/confirmer';
import { CommandGateway } from '../../platform/commands/gateway';
import { createLook } from '../../platform/commands/look';
import { createPool } from '../../platform/database/pool';
import { Clamd } from '../../platform/files/clamd';
import { createStore } from '../../platform/files/create-store';
import { noScanner } from '../../platform/files/file-scanner';
import { createLogger } from '../../platform/logging/logger';
import { temporalClient } from '../../platform/temporal/client';
import { createProviders } from '../../platform/translation/providers/create-providers';
import { PrismaClient } from '../../prisma/generated/client';
import type { ApiConfig } from './config';
import { CONFIG, COUNTERS, FILE_SCANNER, FILE_STORE, LOGGER, REDIS, TRANSLATORS } from './tokens';

const POOL_SIZE = 20;

/** Everything outside the process. Nothing connects before it is used, so the API starts while its services are away. */
export function connections(config: ApiConfig): Provider[] {
  return [
    { provide: CONFIG, useValue: config },
    { provide: LOGGER, useValue: createLogger('api', config.LOG_LEVEL) },
    { provide: Pool, useFactory: () => createPool(config.DATABASE_URL, { name: 'waymark-api', max: POOL_SIZE }) },
    {
      provide: PrismaClient,
      useFactory: (pool: Pool) => new PrismaClient({ adapter: new PrismaPg(pool) }),
      inject: [Pool],
    },
    { provide: Client, useFactory: () => temporalClient(config) },
    { provide: REDIS, useFactory: () => createRedis(config.REDIS_URL) },
    // A connection that listens can do nothing else.
    { provide: COUNTERS, useFactory: () => createRedis(config.REDIS_URL) },
    { provide: FILE_STORE, useFactory: () => createStore(config) },
    { provide: FILE_SCANNER, useValue: config.CLAMD_ADDRESS ? new Clamd(config.CLAMD_ADDRESS) : noScanner },
    { provide: TRANSLATORS, useFactory: () => createProviders(config) },
    { provide: Confirmer, useFactory: (pool: Pool) => new Confirmer(pool), inject: [Pool] },
    {
      provide: CommandGateway,
      useFactory: (client: Client, pool: Pool, confirmer: Confirmer) =>
        new CommandGateway(client, createLook(pool), confirmer.add),
      inject: [Client, Pool, Confirmer],
    },
    Connections,
  ];
}

/** Reconnects for ever; what is asked of it while it is away fails at once. */
function createRedis(url: string): Redis {
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: 2_000,
    commandTimeout: 2_000,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
  });
  // Its absence shows in /readyz; the live events go on by polling.
  redis.on('error', () => undefined);
  return redis;
}

/** Closes everything once the last request has been answered. */
@Injectable()
export class Connections implements OnApplicationShutdown {
  constructor(
    private readonly pool: Pool,
    private readonly prisma: PrismaClient,
    private readonly client: Client,
    private readonly confirmer: Confirmer,
    @Inject(REDIS) private readonly redis: Redis,
    @Inject(COUNTERS) private readonly counters: Redis,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.confirmer.close();
    this.redis.disconnect();
    this.counters.disconnect();
    await this.prisma.$disconnect();
    await Promise.all([this.pool.end(), this.client.connection.close()]);
  }
}
