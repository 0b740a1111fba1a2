import { createApplication } from './application';
import { readWebConfig } from './config';

/** The process of the pages: listens until SIGTERM, then answers what is in flight and ends. */
async function main(): Promise<void> {
  const config = readWebConfig();
  const app = await createApplication(config);
  await app.listen(config.WEB_PORT, config.WEB_HOST);
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
