import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { writePrivately } from '../secrets';

export interface IdentityKeys {
  readonly signing: { readonly keys: readonly JWK[] };
  readonly cookies: readonly string[];
}

/** The provider's keys; the first call makes them. They stay, so that tokens outlive a restart. */
export async function readIdentityKeys(folder: string): Promise<IdentityKeys> {
  const file = path.join(folder, 'keys.json');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const [rsa, ec] = await Promise.all([signingKey('RS256'), signingKey('ES256')]);
    const keys: IdentityKeys = { signing: { keys: [rsa, ec] }, cookies: [randomBytes(32).toString('base64url')] };
    writePrivately(file, `${JSON.stringify(keys)}\n`);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as IdentityKeys;
}

async function signingKey(alg: 'RS256' | 'ES256'): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return {
    ...(await exportJWK(privateKey)),
    alg,
    use: 'sig',
    kid: `${alg.toLowerCase()}-${randomBytes(4).toString('hex')}`,
  };
}
