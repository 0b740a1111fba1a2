import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import canonicalize from 'canonicalize';
import { ZipFile } from 'yazl';
import { fingerprintOf, signatureOf } from '../timeline/signature';
import type { ExportParts } from './export.schema';
import type { Making } from './make-export';
import { MANIFEST_NAME, SIGNED_FILE_FORMAT, type SignedFile } from './signed-file.schema';

/** A file for people, and what it is called. */
export interface FileToSign {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/**
 * An archive (ZIP) of a file that tells of a timeline, and of the signed manifest that proves it.
 *
 * @param key Ed25519 private key
 */
export async function signFile(
  { name, mediaType, content }: FileToSign,
  { reference, sequence, hash }: ExportParts['operation'],
  { making, key }: { readonly making: Making; readonly key: KeyObject },
): Promise<Buffer> {
  const publicKey = createPublicKey(key);
  const manifest: SignedFile['manifest'] = {
    format: SIGNED_FILE_FORMAT,
    reference,
    ...making,
    events: sequence,
    head: hash,
    file: { name, mediaType, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') },
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    fingerprint: fingerprintOf(publicKey),
  };
  const proof: SignedFile = { manifest, signature: signatureOf(manifest, key) };
  const zip = new ZipFile();
  const mtime = new Date(making.madeAt);
  zip.addBuffer(Buffer.from(content), name, { mtime });
  zip.addBuffer(Buffer.from(canonicalize(proof) as string), MANIFEST_NAME, { mtime });
  zip.end();
  return buffer(zip.outputStream);
}
