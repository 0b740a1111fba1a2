import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';
import { fingerprintOf, signatureOf } from '../timeline/signature';
import { EXPORT_FORMAT, type Export, type ExportParts } from './export.schema';

/** Who exports, and when: RFC 3339 UTC. */
export type Making = Pick<Export['manifest'], 'madeAt' | 'madeBy'>;

/**
 * The file of an export: canonical JSON with a manifest that is signed by the key of the checkpoints.
 *
 * @param key Ed25519 private key
 */
export function makeExport({ operation, events, texts }: ExportParts, making: Making, key: KeyObject): string {
  const publicKey = createPublicKey(key);
  const manifest: Export['manifest'] = {
    format: EXPORT_FORMAT,
    reference: operation.reference,
    ...making,
    events: events.length,
    head: operation.hash,
    digests: { operation: digestOf(operation), events: digestOf(events), texts: digestOf(texts) },
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    fingerprint: fingerprintOf(publicKey),
  };
  const whole: Export = { operation, events, texts, manifest, signature: signatureOf(manifest, key) };
  return canonicalize(whole) as string;
}

/** SHA-256 over the canonical JSON of a part, hexadecimal. */
export function digestOf(part: object): string {
  return createHash('sha256')
    .update(canonicalize(part) as string)
    .digest('hex');
}
