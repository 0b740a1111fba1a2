import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { MerkleTree } from './merkle';

function rootOf(leaves: readonly Uint8Array[]): string {
  const tree = new MerkleTree();
  leaves.forEach((leaf) => tree.add(leaf));
  return tree.root;
}

const sha256 = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();

/** The definition of RFC 6962, section 2.1, word for word. */
function defined(leaves: readonly Uint8Array[]): Buffer {
  const [first] = leaves;
  if (first === undefined) return sha256();
  if (leaves.length === 1) return sha256(Uint8Array.of(0), first);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(Uint8Array.of(1), defined(leaves.slice(0, split)), defined(leaves.slice(split)));
}

describe('the Merkle tree hash', () => {
  it('is that of the published vectors of Certificate Transparency', () => {
    const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const roots: Readonly<Record<number, string>> = {
      0: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      1: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      2: 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      3: 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      8: '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    };
    for (const [count, root] of Object.entries(roots))
      expect(rootOf(leaves.slice(0, Number(count)).map((leaf) => Buffer.from(leaf, 'hex')))).toBe(root);
  });

  const someLeaves = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 70 });

  it('is that of the definition for any leaves', () => {
    fc.assert(fc.property(someLeaves, (leaves) => expect(rootOf(leaves)).toBe(defined(leaves).toString('hex'))));
  });

  it('is another when a leaf is taken away, put in, changed, or two different ones swap places', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
          { minLength: 2, maxLength: 40, selector: (leaf) => leaf.toString('hex') },
        ),
        fc.nat(),
        fc.nat(),
        fc.uint8Array({ minLength: 9, maxLength: 9 }).map((bytes) => Buffer.from(bytes)),
        (leaves, one, other, stranger) => {
          const at = one % leaves.length;
          const elsewhere = (at + 1 + (other % (leaves.length - 1))) % leaves.length;
          const swapped = leaves.with(at, leaves[elsewhere] ?? stranger).with(elsewhere, leaves[at] ?? stranger);
          const altered = [
            leaves.toSpliced(at, 1),
            leaves.toSpliced(at, 0, stranger),
            leaves.with(at, stranger),
            swapped,
          ];
          const roots = new Set([leaves, ...altered].map(rootOf));
          expect(roots.size).toBe(5);
        },
      ),
    );
  });
});
