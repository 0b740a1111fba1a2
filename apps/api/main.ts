import type { Logger } from 'pino';
import { createApplication } from './application';
import { readApiConfig } from './config';
import { LOGGER } from './tokens';

/** The API process: listens until SIGTERM, then answers what is in flight and ends. */
async function main(): Promise<void> {
  const config = readApiConfig();
  const app = await createApplication(config);
  await app.listen(config.API_PORT, config.API_HOST);
  app.get<Logger>(LOGGER).info({ address: await app.getUrl() }, 'listening');
  await new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
    process.send?.({ ready: true });
  });
  await app.close();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
