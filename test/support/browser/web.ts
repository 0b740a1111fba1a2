import { createApplication } from '../../../apps/web/application';
import { readWebConfig } from '../../../apps/web/config';
import { LOOPBACK, randomFree } from '../../../platform/embedded/ports';
import { testStack } from '../stack';

/**
 * Pages of a test's own, on a port of its own, over the stack's services unless told otherwise. Whoever is signed in at the
 * pages of the stack is signed in here too: cookies know no ports. One cannot sign in here, since the provider sends nobody here.
 */
export async function startWeb(environment: Readonly<Record<string, string>> = {}) {
  const port = await randomFree(new Set());
  const url = `http://${LOOPBACK}:${port}`;
  const own = { LOG_LEVEL: 'silent', WEB_URL: url, WEB_PORT: String(port) };
  const app = await createApplication(readWebConfig({ ...testStack().env.web, ...own, ...environment }));
  await app.listen(port, LOOPBACK);
  return { app, url, close: () => app.close() };
}
export type TestWeb = Awaited<ReturnType<typeof startWeb>>;
