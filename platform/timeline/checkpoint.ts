import { createHash, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';
import { isSigned, signatureOf } from './signature';

/** Where one operation's timeline ended. `hash` is hexadecimal. */
export interface CheckpointHead {
  readonly operation: string;
  readonly sequence: number;
  readonly hash: string;
}

/** One line of the checkpoints: the heads of the operations that had news up to a position of the feed. */
export interface Checkpoint {
  readonly at: string;
  /** Position of the feed that is covered; the next line goes on from here. */
  readonly position: number;
  readonly heads: readonly CheckpointHead[];
  /** SHA-256 of the line before, `null` for the first: no line can be taken out or put in. */
  readonly previous: string | null;
}

export const CHECKPOINT_FILE = 'checkpoints.jsonl';

/** SHA-256 of a line, hexadecimal; the next line carries it. */
export function digestOfLine(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}

/** The line of a checkpoint: canonical JSON with an Ed25519 signature over the same without it. */
export function signCheckpoint(checkpoint: Checkpoint, key: KeyObject): string {
  return canonicalize({ ...checkpoint, signature: signatureOf(checkpoint, key) }) as string;
}

/** Reads a line back; nothing, if it is not one that the key's holder has signed: exports are signed by the same key. */
export function readCheckpoint(line: string, key: KeyObject): Checkpoint | undefined {
  try {
    const { signature, ...checkpoint } = JSON.parse(line) as Checkpoint & { signature: string };
    return Array.isArray(checkpoint.heads) && isSigned(checkpoint, signature, key) ? checkpoint : undefined;
  } catch {
    return undefined;
  }
}
