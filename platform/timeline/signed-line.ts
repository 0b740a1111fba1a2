import { createHash, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';
import { linesOf } from './checkpoint-file';
import { isSigned, signatureOf } from './signature';

/** What each line of a signed file has. */
export interface Chained {
  /** SHA-256 of the line before, `null` for the first: no line can be taken out or put in. */
  readonly previous: string | null;
}

/** A file of signed lines, and the key they are signed by. */
export interface CheckpointSource {
  readonly file: string;
  /** Public or private key: only the public part is used. */
  readonly key: KeyObject;
}

/** SHA-256 of a line, hexadecimal; the next line carries it. */
export function digestOfLine(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}

/** A line: canonical JSON with an Ed25519 signature over the same without it. */
export function signLine(value: Chained, key: KeyObject): string {
  return canonicalize({ ...value, signature: signatureOf(value, key) }) as string;
}

/**
 * Reads a line back; nothing, if it is not one that the key's holder has signed.
 *
 * @param isOne whether it is of the kind that is looked for: other things are signed by the same key
 */
export function readSignedLine<T extends Chained>(
  line: string,
  key: KeyObject,
  isOne: (value: Partial<T>) => boolean,
): T | undefined {
  try {
    const { signature, ...value } = JSON.parse(line) as T & { signature: string };
    return isOne(value as unknown as T) && isSigned(value, signature, key) ? (value as unknown as T) : undefined;
  } catch {
    return undefined;
  }
}

/** Reads one line, or says by nothing that it is not signed. */
export type ReadLine<T> = (line: string, key: KeyObject) => T | undefined;

/**
 * The lines of a signed file, one by one, so that any number of them costs no memory; `value` is nothing for a line that
 * cannot be trusted.
 *
 * @param tell told of each line that is not signed or does not follow on
 */
export async function* signedLines<T extends Chained>(
  { file, key }: CheckpointSource,
  read: ReadLine<T>,
  tell: (nth: number, problem: string) => void,
): AsyncGenerator<{ readonly nth: number; readonly value: T | undefined }> {
  let nth = 0;
  let previous: string | null = null;
  for await (const line of linesOf(file)) {
    nth += 1;
    const value = read(line, key);
    if (!value) tell(nth, 'is not signed by the key of the checkpoints');
    else if (value.previous !== previous) tell(nth, 'does not follow on from the line before it');
    yield { nth, value };
    previous = digestOfLine(line);
  }
}
