import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import { temporal } from '@temporalio/proto';

const ALGORITHM = 'aes-256-gcm';
const ENCODING = 'binary/encrypted';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface PayloadKey {
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

/** A payload that names a key which is not in the ring: it was rotated away too early. */
export class UnknownPayloadKey extends Error {}

/**
 * Encrypts every payload that Temporal stores (AES-256-GCM), so that nothing of an operation lies there in clear. The
 * first key of the ring encrypts and all decrypt, so a key is rotated by putting a new one in front.
 */
export class EncryptingCodec implements PayloadCodec {
  /** Key objects, since making one of a key's bytes takes longer than to encrypt a payload. */
  private readonly keys: ReadonlyMap<string, KeyObject>;
  private readonly current: KeyObject;
  private readonly metadata: Record<string, Uint8Array>;

  constructor(ring: readonly PayloadKey[]) {
    const [current] = ring;
    if (!current) throw new RangeError('The payload key ring is empty');
    this.keys = new Map(ring.map(({ id, key }) => [id, createSecretKey(key)]));
    this.metadata = { encoding: Buffer.from(ENCODING), 'encryption-key-id': Buffer.from(current.id) };
    this.current = this.keys.get(current.id) as KeyObject;
  }

  async encode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => this.encrypt(payload));
  }

  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => this.decrypt(payload));
  }

  private encrypt(payload: Payload): Payload {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.current, nonce);
    const clear = temporal.api.common.v1.Payload.encode(payload).finish();
    const data = Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
    return { metadata: this.metadata, data };
  }

  private decrypt(payload: Payload): Payload {
    if (text(payload.metadata?.['encoding']) !== ENCODING) return payload;
    const id = text(payload.metadata?.['encryption-key-id']);
    const key = this.keys.get(id);
    if (!key) throw new UnknownPayloadKey(`The payload is encrypted with key "${id}", which is not configured`);
    const data = payload.data ?? new Uint8Array();
    const decipher = createDecipheriv(ALGORITHM, key, data.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(data.subarray(data.length - TAG_BYTES));
    // Copied into memory of its own: when it goes to a workflow's thread, all the memory behind it does, a shared pool too.
    const clear = new Uint8Array(decipher.update(data.subarray(NONCE_BYTES, -TAG_BYTES)));
    decipher.final();
    return temporal.api.common.v1.Payload.decode(clear);
  }
}

function text(bytes: Uint8Array | null | undefined): string {
  return bytes ? Buffer.from(bytes).toString() : '';
}
