import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { seal, unseal } from '../../../platform/crypto/sealed';
import type { WebConfig } from '../config';
import { CONFIG, REDIS } from '../tokens';

/** What the pages remember, in Redis, sealed: nobody who reads Redis reads what people typed, or can act as them. */
@Injectable()
export class SealedKeys {
  constructor(
    @Inject(CONFIG) private readonly config: WebConfig,
    @Inject(REDIS) private readonly redis: Redis,
  ) {}

  async put(key: string, value: unknown, seconds: number): Promise<void> {
    await this.redis.set(`web:${key}`, this.sealed(key, value), 'EX', seconds);
  }

  async get<T>(key: string): Promise<T | undefined> {
    return this.opened<T>(key, await this.redis.get(`web:${key}`));
  }

  async has(key: string): Promise<boolean> {
    return (await this.redis.exists(`web:${key}`)) === 1;
  }

  async forget(key: string): Promise<void> {
    await this.redis.del(`web:${key}`);
  }

  /** Keeps it for longer. */
  async touch(key: string, seconds: number): Promise<void> {
    await this.redis.expire(`web:${key}`, seconds);
  }

  /** Keeps a value under a name beside others of the same key; all are forgotten so long after the last was put. */
  async putIn(key: string, name: string, value: unknown, seconds: number): Promise<void> {
    await this.redis
      .multi()
      .hset(`web:${key}`, name, this.sealed(`${key}/${name}`, value))
      .expire(`web:${key}`, seconds)
      .exec();
  }

  async allIn<T>(key: string): Promise<ReadonlyMap<string, T>> {
    const found = Object.entries(await this.redis.hgetall(`web:${key}`));
    return new Map(
      found.flatMap(([name, sealed]) => {
        const value = this.opened<T>(`${key}/${name}`, sealed);
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
  }

  async forgetIn(key: string, name: string): Promise<void> {
    await this.redis.hdel(`web:${key}`, name);
  }

  /**
   * Does something that only one process may do at a time. Whoever waits goes on when it is done, or after a while.
   *
   * @param seconds after which it is taken to have been abandoned
   */
  async alone<T>(what: string, seconds: number, act: () => Promise<T>): Promise<T> {
    const key = `web:alone:${what}`;
    const until = Date.now() + seconds * 1000;
    while ((await this.redis.set(key, '1', 'EX', seconds, 'NX')) !== 'OK' && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 25));
    try {
      return await act();
    } finally {
      await this.redis.del(key);
    }
  }

  /** A text with a mark by which we know it again as ours, for what goes to browsers and comes back. */
  marked(text: string): string {
    return `${text}.${markOf(this.first.key, text)}`;
  }

  /** The text that was marked, with any key that is still there. */
  unmarked(marked: string): string | undefined {
    const at = marked.lastIndexOf('.');
    const [text, mark] = [marked.slice(0, at), Buffer.from(marked.slice(at + 1))];
    const isOurs = this.config.SESSION_KEYS.some(({ key }) => {
      const own = Buffer.from(markOf(key, text));
      return own.length === mark.length && timingSafeEqual(own, mark);
    });
    return isOurs ? text : undefined;
  }

  private get first() {
    const [first] = this.config.SESSION_KEYS;
    if (!first) throw new Error('There is no key to seal with');
    return first;
  }

  private sealed(key: string, value: unknown): string {
    const { first } = this;
    return `${first.id}:${seal(first.key, Buffer.from(JSON.stringify(value)), key).toString('base64')}`;
  }

  /** What was sealed with a key that is not there any more is forgotten. */
  private opened<T>(key: string, sealed: string | null): T | undefined {
    const [id, content] = sealed?.split(':') ?? [];
    const ring = this.config.SESSION_KEYS.find((one) => one.id === id);
    if (!ring || content === undefined) return undefined;
    const clear = unseal(ring.key, Buffer.from(content, 'base64'), key);
    return clear && (JSON.parse(clear.toString()) as T);
  }
}

const markOf = (key: Buffer, text: string) => createHmac('sha256', key).update(`mark ${text}`).digest('base64url');
