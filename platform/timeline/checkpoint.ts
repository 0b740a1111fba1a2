import type { KeyObject } from 'node:crypto';
import { readSignedLine, type Chained } from './signed-line';

/** Where one operation's timeline ended. `hash` is hexadecimal. */
export interface CheckpointHead {
  readonly operation: string;
  readonly sequence: number;
  readonly hash: string;
}

/** One line of the checkpoints: the heads of the operations that had news up to a position of the feed. */
export interface Checkpoint extends Chained {
  readonly at: string;
  /** Position of the feed that is covered; the next line goes on from here. */
  readonly position: number;
  readonly heads: readonly CheckpointHead[];
}

export const CHECKPOINT_FILE = 'checkpoints.jsonl';

/** Reads a line back; nothing, if it is not a checkpoint that the key's holder has signed. */
export function readCheckpoint(line: string, key: KeyObject): Checkpoint | undefined {
  return readSignedLine<Checkpoint>(line, key, ({ heads }) => Array.isArray(heads));
}
