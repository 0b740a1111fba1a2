import { mkdirSync } from 'node:fs';
import { compiled } from '../checkout';
import type { ProcessSpec } from './supervisor';
import { until } from './wait';

/** Says how to run the development identity provider. */
export function prepareIdentity(options: {
  readonly folder: string;
  readonly issuer: string;
  readonly webClientSecret: string;
  readonly systemClientSecret: string;
  /** Address of the API, which is told when a session ends. */
  readonly api: string;
  /** Address of the pages, which people come back to. */
  readonly web: string;
}): ProcessSpec {
  const { folder, issuer, webClientSecret, systemClientSecret, api, web } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    name: 'identity',
    command: process.execPath,
    args: [compiled('platform/embedded/identity/main.js')],
    env: {
      PATH: process.env['PATH'],
      IDENTITY_ISSUER: issuer,
      IDENTITY_DIR: folder,
      IDENTITY_WEB_SECRET: webClientSecret,
      IDENTITY_WEB_URL: web,
      IDENTITY_SYSTEM_SECRET: systemClientSecret,
      IDENTITY_LOGOUT_URI: `${api}/api/v1/backchannel-logout`,
    },
    announces: true,
    stopSignal: 'SIGTERM',
    graceSeconds: 5,
    attempts: 3,
    ready: (signal) => until('The identity provider', () => issuerAnswers(issuer), { seconds: 30, signal }),
  };
}

/** Resolves when the provider publishes its configuration under exactly this issuer. */
export async function issuerAnswers(issuer: string): Promise<void> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(3000) });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const { issuer: named } = (await response.json()) as { issuer?: string };
  if (named !== issuer) throw new Error(`${address} names the issuer "${named}" instead of "${issuer}"`);
}
