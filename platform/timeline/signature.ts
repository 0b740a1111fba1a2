import { createHash, sign, verify, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Ed25519 signature over the canonical JSON (RFC 8785) of a value, in base64. */
export function signatureOf(value: object, key: KeyObject): string {
  return sign(null, bytesOf(value), key).toString('base64');
}

/** Whether the key's holder has signed just this value. Of a private key only the public part is used. */
export function isSigned(value: object, signature: string, key: KeyObject): boolean {
  return verify(null, bytesOf(value), key, Buffer.from(signature, 'base64'));
}

/** What people compare to recognise a public key: SHA-256 over its DER (SubjectPublicKeyInfo), hexadecimal. */
export function fingerprintOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

const bytesOf = (value: object) => Buffer.from(canonicalize(value) as string);
