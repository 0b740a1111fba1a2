import { hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { seal, unseal } from '../../../platform/crypto/sealed';
import type { ApiConfig } from '../config';
import { CONFIG } from '../tokens';

const ID = 8;
/** How many identities a token can name; each has this many places, so that its length does not tell how many it does. */
const PLACES = 8;

/**
 * Names identities of the index to somebody without telling which: sealed for them alone, and anew each time, so that two
 * tokens do not tell whether they name the same.
 */
@Injectable()
export class MatchTokens {
  private readonly key: Buffer;

  constructor(@Inject(CONFIG) config: Pick<ApiConfig, 'FINGERPRINT_KEY'>) {
    this.key = Buffer.from(hkdfSync('sha256', config.FINGERPRINT_KEY, '', 'waymark match token', 32));
  }

  /** @param identities the likeliest first; those after the eighth are left out */
  seal(person: string, identities: readonly string[]): string {
    const named = Buffer.alloc(PLACES * ID);
    identities.slice(0, PLACES).forEach((id, place) => named.writeBigUInt64BE(BigInt(id), place * ID));
    return seal(this.key, named, person).toString('base64url');
  }

  /** The identities of a token, unless it is none that was sealed for this person. */
  open(person: string, token: string): readonly string[] | undefined {
    const named = unseal(this.key, Buffer.from(token, 'base64url'), person);
    if (named?.length !== PLACES * ID) return undefined;
    const ids = Array.from({ length: PLACES }, (_, place) => named.readBigUInt64BE(place * ID));
    return ids.filter((id) => id !== 0n).map(String);
  }
}
