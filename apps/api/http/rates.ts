import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { ApiConfig } from '../config';
import { CONFIG, COUNTERS } from '../tokens';
import { Problem } from './problems';

/** What is counted, and for whom. */
export type Rate = 'person' | 'address' | 'break-glass' | 'deconfliction';

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3_600;

/**
 * How often one may ask. All processes count together in Redis; while it is away each counts alone, to the same limits, so that
 * nothing is ever open or shut for that.
 */
@Injectable()
export class Rates implements OnApplicationBootstrap {
  private readonly limiters: Readonly<Record<Rate, RateLimiterAbstract>>;

  constructor(
    @Inject(CONFIG) config: ApiConfig,
    @Inject(COUNTERS) private readonly redis: Redis,
  ) {
    const limiter = (rate: Rate, points: number, duration: number) => {
      const options = { keyPrefix: `waymark-rate-${rate}`, points, duration };
      const insuranceLimiter = new RateLimiterMemory(options);
      return new RateLimiterRedis({ ...options, storeClient: redis, rejectIfRedisNotReady: true, insuranceLimiter });
    };
    this.limiters = {
      person: limiter('person', config.RATE_PER_PERSON, MINUTE_SECONDS),
      address: limiter('address', config.RATE_PER_ADDRESS, MINUTE_SECONDS),
      'break-glass': limiter('break-glass', config.RATE_BREAK_GLASS, HOUR_SECONDS),
      deconfliction: limiter('deconfliction', config.RATE_DECONFLICTION, HOUR_SECONDS),
    };
  }

  onApplicationBootstrap(): void {
    void this.redis.connect().catch(() => undefined);
  }

  /** Counts one more, or as many as are asked for at once. @throws Problem `too-busy`, once it is too many */
  async count(rate: Rate, whose: string, howMany = 1): Promise<void> {
    try {
      await this.limiters[rate].consume(whose, howMany);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw new Problem('too-busy', DETAILS[rate], {}, { 'Retry-After': String(seconds) });
    }
  }

  /**
   * Counts what proves nothing against the address it comes from. Whoever proves who they are is not held up by others there.
   *
   * @param proof rejects with a problem that is the asker's own fault
   * @throws what `proof` throws, or Problem `too-busy` in its place
   */
  async proving<T>(address: string | undefined, proof: () => Promise<T>): Promise<T> {
    try {
      return await proof();
    } catch (error) {
      if (error instanceof Problem && error.status < 500) await this.count('address', address ?? 'unknown');
      throw error;
    }
  }
}

const DETAILS: Readonly<Record<Rate, string>> = {
  person: 'You have sent more requests than one person may in a minute.',
  address: 'From your address came more requests without a valid token than may come in a minute.',
  'break-glass': 'You have tried to break the glass more often than one person may in an hour.',
  deconfliction: 'You have looked for more people and things than one person may in an hour.',
};
