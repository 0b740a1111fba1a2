import { compiled } from '../checkout';
import type { ProcessSpec } from './supervisor';
import type { StackUrls } from './addresses';
import { until } from './wait';

/** Our own processes, each after those that it needs. */
export const APPS = ['worker', 'jobs', 'api', 'web'] as const;
export type AppName = (typeof APPS)[number];

/**
 * The jobs process works on millions of rows, in several threads. What has become garbage is cleaned up soon, threads share what memory the C
 * library keeps for them, and large pieces go back at once (mallopt(3)): it takes 200 MB less so, and no longer.
 */
const SPARING = {
  args: ['--max-semi-space-size=8'],
  env: { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' },
};
const USUAL = { args: [], env: {} };

/** Says how to run one of our processes. */
export function prepareApp(name: AppName, env: NodeJS.ProcessEnv, urls: StackUrls): ProcessSpec {
  const memory = name === 'jobs' ? SPARING : USUAL;
  return {
    name,
    command: process.execPath,
    args: ['--enable-source-maps', ...memory.args, compiled(`apps/${name}/main.js`)],
    env: { ...inherited(), ...memory.env, ...env },
    announces: true,
    stopSignal: 'SIGTERM',
    graceSeconds: 20,
    ready: async (signal) => {
      if (name === 'api') await until('The API', () => isReady(urls.api), { seconds: 60, signal });
      if (name === 'web') await until('The pages', () => isReady(urls.web), { seconds: 60, signal });
    },
  };
}

/** Resolves when the API, or the pages, say that all they depend on answers. */
export async function isReady(address: string): Promise<void> {
  const response = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error(`/readyz answered ${response.status}: ${await response.text()}`);
}

/** What our processes may see of the starter's environment: nothing that a test runner or a shell set for itself. */
function inherited(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'LANG', 'NODE_ENV', 'LOG_LEVEL', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'];
  return Object.fromEntries(kept.flatMap((name) => (name in process.env ? [[name, process.env[name]]] : [])));
}
