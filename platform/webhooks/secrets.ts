import { randomBytes } from 'node:crypto';
import { seal, unseal } from '../crypto/sealed';
import type { PayloadKey } from '../temporal/payload-codec';

/** Of a secret; by the specification between 24 and 64. */
const BYTES = 32;

/** A new secret, as the Standard Webhooks specification writes one. */
export const newSecret = (): string => `whsec_${randomBytes(BYTES).toString('base64')}`;

/** Encrypts a secret for the database with the first key of the ring, as `key:base64`. */
export function sealSecret(secret: string, [current]: readonly PayloadKey[]): string {
  if (!current) throw new RangeError('The key ring is empty');
  return `${current.id}:${seal(current.key, Buffer.from(secret)).toString('base64')}`;
}

/** @throws Error where its key is not in the ring any more, or it has been changed */
export function openSecret(sealed: string, ring: readonly PayloadKey[]): string {
  const [id, text = ''] = sealed.split(':');
  const key = ring.find((one) => one.id === id)?.key;
  const secret = key && unseal(key, Buffer.from(text, 'base64'));
  if (!secret)
    throw new Error(`The secret of a webhook cannot be opened with key "${id}": rotate it, or put the key back`);
  return secret.toString();
}
