import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../config';
import { readSecrets } from './secrets';

describe('readSecrets', () => {
  const base = mkdtempSync(path.join(tmpdir(), 'waymark-secrets-'));
  const folder = path.join(base, 'secrets');
  afterAll(() => rmSync(base, { recursive: true }));

  it('makes them once and finds them again', () => {
    expect(readSecrets(folder)).toEqual(readSecrets(folder));
  });

  it('lets only their owner read them', () => {
    const { checkpointKeyFile } = readSecrets(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(statSync(checkpointKeyFile).mode & 0o777).toBe(0o600);
  });

  it('keeps what an earlier release has made, and makes what it did not know', () => {
    const file = path.join(folder, 'secrets.json');
    const { databasePasswords, ...others } = JSON.parse(readFileSync(file, 'utf8')) as ReturnType<typeof readSecrets>;
    const { auditor: _, ...earlier } = databasePasswords;
    writeFileSync(file, JSON.stringify({ ...others, databasePasswords: earlier }));
    expect(readSecrets(folder)).toMatchObject({ ...others, databasePasswords: earlier });
    expect(readSecrets(folder).databasePasswords.auditor).toMatch(/^[\w-]{32}$/);
  });

  it('makes keys that the configuration accepts', () => {
    const { payloadKeys, fingerprintKey } = readSecrets(folder);
    const config = readConfig(['PAYLOAD_KEYS', 'FINGERPRINT_KEY'], {
      PAYLOAD_KEYS: payloadKeys,
      FINGERPRINT_KEY: fingerprintKey,
    });
    expect(config.PAYLOAD_KEYS[0]?.key).toHaveLength(32);
    expect(config.FINGERPRINT_KEY).toHaveLength(32);
  });
});
