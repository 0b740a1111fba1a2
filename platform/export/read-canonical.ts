import { createPublicKey, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';
import { NotAnExport } from './not-an-export';

/**
 * Reads JSON that says how it was written. `asWritten`: it is canonical, so no key stands there twice and all readers see the
 * same.
 *
 * @throws NotAnExport for what is no JSON
 */
export function readCanonical(bytes: Uint8Array): { readonly content: unknown; readonly asWritten: boolean } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trimEnd();
    const content = JSON.parse(text) as unknown;
    return { content, asWritten: canonicalize(content) === text };
  } catch {
    throw new NotAnExport('is no export of Waymark, or only a part of one: it is not JSON');
  }
}

/** The Ed25519 public key that a manifest carries; nothing where it is none. */
export function keyOf(pem: string): KeyObject | undefined {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}
