import type { KeyObject } from 'node:crypto';
import { readSignedLine, type Chained } from '../timeline/signed-line';

/** One line of the access log's checkpoints: what stands in a run of places, both ends included. */
export interface Seal extends Chained {
  readonly log: 'access';
  readonly at: string;
  readonly from: number;
  readonly to: number;
  /** Merkle tree hash (RFC 6962) over the digests of their rows in order, hexadecimal. */
  readonly root: string;
}

export const ACCESS_CHECKPOINT_FILE = 'access-checkpoints.jsonl';

/** Reads a line back; nothing, if it is not a seal that the key's holder has signed. */
export function readSeal(line: string, key: KeyObject): Seal | undefined {
  return readSignedLine<Seal>(line, key, ({ log }) => log === 'access');
}
