import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ApiConfig } from '../config';
import { CONFIG } from '../tokens';

const BLOCK = 16;
const CIPHER = 'aes-256-ecb';

/**
 * Names positions of the feed without telling them: positions count the events of all operations, and so would tell of those
 * that somebody does not see. One block of a block cipher is a permutation: the same position always has the same name.
 */
@Injectable()
export class EventIds {
  private readonly key: Buffer;

  constructor(@Inject(CONFIG) config: Pick<ApiConfig, 'FINGERPRINT_KEY'>) {
    this.key = Buffer.from(hkdfSync('sha256', config.FINGERPRINT_KEY, '', 'waymark event id', 32));
  }

  of(position: number): string {
    const block = Buffer.alloc(BLOCK);
    block.writeBigUInt64BE(BigInt(position), BLOCK / 2);
    const cipher = createCipheriv(CIPHER, this.key, null).setAutoPadding(false);
    return Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url');
  }

  /** The position of an identifier, unless it is none of ours. */
  positionOf(id: string): number | undefined {
    const named = Buffer.from(id, 'base64url');
    if (named.length !== BLOCK || named.toString('base64url') !== id) return undefined;
    const decipher = createDecipheriv(CIPHER, this.key, null).setAutoPadding(false);
    const block = Buffer.concat([decipher.update(named), decipher.final()]);
    const ours = block.subarray(0, BLOCK / 2).every((byte) => byte === 0);
    return ours ? Number(block.readBigUInt64BE(BLOCK / 2)) : undefined;
  }
}
