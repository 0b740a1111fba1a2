import { createHash } from 'node:crypto';

const sha256 = (...parts: readonly Uint8Array[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

const leafHash = (data: Uint8Array) => sha256(LEAF, data);
const nodeHash = (left: Uint8Array, right: Uint8Array) => sha256(NODE, left, right);

/**
 * The Merkle tree hash of RFC 6962 (section 2.1) over leaves that are added one by one. Keeps one hash for each bit of
 * their number, so that any number of them costs no memory.
 */
export class MerkleTree {
  /** Hashes of the perfect subtrees so far, largest first, each with its height. */
  private readonly subtrees: { height: number; hash: Buffer }[] = [];

  add(data: Uint8Array): void {
    let top = { height: 0, hash: leafHash(data) };
    for (let last = this.subtrees.at(-1); last?.height === top.height; last = this.subtrees.at(-1)) {
      top = { height: top.height + 1, hash: nodeHash(last.hash, top.hash) };
      this.subtrees.pop();
    }
    this.subtrees.push(top);
  }

  /** Hexadecimal. */
  get root(): string {
    if (this.subtrees.length === 0) return sha256().toString('hex');
    return this.subtrees
      .map(({ hash }) => hash)
      .reduceRight((right, left) => nodeHash(left, right))
      .toString('hex');
  }
}
