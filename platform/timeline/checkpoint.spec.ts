import { generateKeyPairSync } from 'node:crypto';
import canonicalize from 'canonicalize';
import { readCheckpoint, type Checkpoint } from './checkpoint';
import { signLine } from './signed-line';
import { signatureOf } from './signature';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const checkpoint: Checkpoint = { at: '2026-01-01T00:00:00.000Z', position: 9, heads: [], previous: null };

describe('the line of a checkpoint', () => {
  it('is read back by the public key of who signed it', () => {
    expect(readCheckpoint(signLine(checkpoint, privateKey), publicKey)).toEqual(checkpoint);
  });

  it('is nothing else that the same key has signed, such as the manifest of an export', () => {
    const manifest = { format: 'waymark-export/1', reference: 'OP-2026-000123' };
    const line = canonicalize({ ...manifest, signature: signatureOf(manifest, privateKey) }) as string;
    expect(readCheckpoint(line, publicKey)).toBeUndefined();
  });
});
