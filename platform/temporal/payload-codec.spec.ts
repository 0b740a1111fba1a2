import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter } from '@temporalio/common';
import { EncryptingCodec, UnknownPayloadKey } from './payload-codec';

const key = (id: string) => ({ id, key: randomBytes(32) });
const payloadOf = (value: unknown) => defaultPayloadConverter.toPayload(value);

describe('the payload codec', () => {
  const [old, current] = [key('2025'), key('2026')];
  const secret = { name: 'Katinka Példa' };

  it('gives back what it was given, and shows nothing of it', async () => {
    const codec = new EncryptingCodec([current]);
    const [encrypted] = await codec.encode([payloadOf(secret)]);
    expect(Buffer.from(encrypted?.data ?? []).includes('Katinka')).toBe(false);
    const [decrypted] = await codec.decode([encrypted ?? {}]);
    expect(defaultPayloadConverter.fromPayload(decrypted ?? {})).toEqual(secret);
  });

  it('reads what an older key has written, and writes with the newest', async () => {
    const written = await new EncryptingCodec([old]).encode([payloadOf(secret)]);
    const rotated = new EncryptingCodec([current, old]);
    const [read] = await rotated.decode(written);
    expect(defaultPayloadConverter.fromPayload(read ?? {})).toEqual(secret);
    const [rewritten] = await rotated.encode([payloadOf(secret)]);
    expect(Buffer.from(rewritten?.metadata?.['encryption-key-id'] ?? []).toString()).toBe('2026');
  });

  it('says which key is missing', async () => {
    const written = await new EncryptingCodec([old]).encode([payloadOf(secret)]);
    await expect(new EncryptingCodec([current]).decode(written)).rejects.toThrow(UnknownPayloadKey);
  });

  it('refuses what was altered', async () => {
    const codec = new EncryptingCodec([current]);
    const [payload] = await codec.encode([payloadOf(secret)]);
    const data = Buffer.from(payload?.data ?? []);
    data[20] = (data[20] ?? 0) ^ 1;
    await expect(codec.decode([{ ...payload, data }])).rejects.toThrow(/authenticate/);
  });

  it('leaves alone what was never encrypted', async () => {
    const plain = payloadOf(secret);
    expect(await new EncryptingCodec([current]).decode([plain])).toEqual([plain]);
  });
});
