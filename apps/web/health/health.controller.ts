import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import type { Redis } from 'ioredis';
import type { WebConfig } from '../config';
import { Public } from '../http/signed-in.guard';
import { IdentityProvider } from '../session/provider';
import { CONFIG, REDIS } from '../tokens';

@Public()
@Controller()
export class HealthController {
  constructor(
    @Inject(CONFIG) private readonly config: WebConfig,
    @Inject(REDIS) private readonly redis: Redis,
    private readonly provider: IdentityProvider,
  ) {}

  /** Whether the process is up. */
  @Get('healthz')
  up(): object {
    return { up: true };
  }

  /** Whether everything the pages depend on answers. */
  @Get('readyz')
  async ready(): Promise<object> {
    const asked = {
      api: fetch(`${this.config.API_URL}/healthz`, { signal: AbortSignal.timeout(3_000) }),
      redis: this.redis.ping(),
      identity: this.provider.check(),
    };
    const settled = await Promise.allSettled(Object.values(asked));
    const away = Object.keys(asked).filter((_, nth) => settled[nth]?.status === 'rejected');
    if (away.length > 0) throw new ServiceUnavailableException({ away });
    return { ready: true };
  }
}
