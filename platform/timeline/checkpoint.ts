import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import canonicalize from 'canonicalize';

/** Where the timeline of an operation ended; `hash` is hexadecimal. */
export interface CheckpointedHead {
  readonly operation: string;
  readonly sequence: number;
  readonly hash: string;
}

/** One line of the checkpoint file: heads that had changed, chained to the line before and signed (Ed25519). */
interface Line {
  readonly at: string;
  readonly heads: readonly CheckpointedHead[];
  /** SHA-256 of the line before, hexadecimal; of nothing for the first. */
  readonly previous: string;
  readonly signature: string;
}

const FILE = 'checkpoints.jsonl';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Appends signed heads to a file outside the database, so that even a rewritten chain shows. */
export class CheckpointWriter {
  private readonly key: KeyObject;
  private readonly file: string;

  /** @param keyPem Ed25519 private key */
  constructor(folder: string, keyPem: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.file = join(folder, FILE);
    this.key = createPrivateKey(keyPem);
  }

  async append(heads: readonly CheckpointedHead[], at: string): Promise<void> {
    const body = { at, heads, previous: sha256(await lastLine(this.file)) };
    const signature = sign(null, Buffer.from(canonicalize(body) as string), this.key).toString('base64');
    const file = await open(this.file, 'a', 0o600);
    try {
      await file.write(`${JSON.stringify({ ...body, signature })}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}

export interface Checkpoints {
  /** Hash by sequence, by operation. */
  readonly heads: ReadonlyMap<string, ReadonlyMap<number, string>>;
  /** Lines that are forged, altered or out of place, by number. */
  readonly problems: readonly string[];
}

/** Reads the checkpoints and checks each line's signature and its place behind the line before. */
export async function readCheckpoints(folder: string, keyPem: string): Promise<Checkpoints> {
  const file = join(folder, FILE);
  const heads = new Map<string, Map<number, string>>();
  const problems: string[] = [];
  if (!existsSync(file)) return { heads, problems };
  const key = createPublicKey(keyPem);
  let previous = '';
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(file) })) {
    number += 1;
    const line = parse(text);
    if (!line || !isSigned(line, key)) problems.push(`checkpoint line ${number} is not signed by this key`);
    else if (line.previous !== sha256(previous))
      problems.push(`a checkpoint line before line ${number} is missing or altered`);
    for (const head of line?.heads ?? []) {
      const known = heads.get(head.operation) ?? new Map<number, string>();
      heads.set(head.operation, known.set(head.sequence, head.hash));
    }
    previous = text;
  }
  return { heads, problems };
}

function parse(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined;
  }
}

function isSigned({ signature, ...body }: Line, key: KeyObject): boolean {
  return verify(null, Buffer.from(canonicalize(body) as string), key, Buffer.from(signature, 'base64'));
}

async function lastLine(file: string): Promise<string> {
  if (!existsSync(file)) return '';
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  return lines[lines.length - 1] ?? '';
}
