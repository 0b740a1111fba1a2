import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV = 12;
const TAG = 16;

/** How many bytes longer than its content something sealed is. */
export const SEALED_MORE = IV + TAG;

/**
 * Seals bytes, another way each time, so that only whoever has the key reads them, and nobody changes them unseen.
 *
 * @param key 32 bytes
 * @param context what must be named again to open them
 */
export function seal(key: Buffer, clear: Buffer, context = ''): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(context));
  return Buffer.concat([iv, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
}

/** The bytes, unless they were sealed with another key, for another context, or have been changed. */
export function unseal(key: Buffer, sealed: Buffer, context = ''): Buffer | undefined {
  if (sealed.length < SEALED_MORE) return undefined;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV), { authTagLength: TAG })
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(IV, -TAG)), decipher.final()]);
  } catch {
    return undefined;
  }
}
