import { Inject, Injectable, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { Redis } from 'ioredis';
import { createLogger } from '../../platform/logging/logger';
import type { WebConfig } from './config';
import { CONFIG, LOGGER, REDIS, TEMPLATES } from './tokens';
import { createTemplates } from './views/templates';

/** Everything outside the process but the API, which each request reaches as its person. */
export function connections(config: WebConfig): Provider[] {
  return [
    { provide: CONFIG, useValue: config },
    { provide: LOGGER, useValue: createLogger('web', config.LOG_LEVEL) },
    { provide: REDIS, useFactory: () => createRedis(config.REDIS_URL) },
    { provide: TEMPLATES, useFactory: createTemplates },
    Connections,
  ];
}

/** Reconnects for ever; what is asked of it while it is away waits for a moment and then fails. */
function createRedis(url: string): Redis {
  const redis = new Redis(url, {
    maxRetriesPerRequest: 3,
    connectTimeout: 2_000,
    commandTimeout: 4_000,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
  });
  // Its absence shows in /readyz.
  redis.on('error', () => undefined);
  return redis;
}

@Injectable()
export class Connections implements OnApplicationShutdown {
  constructor(@Inject(REDIS) private readonly redis: Redis) {}

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }
}
