import { writeFileSync } from 'node:fs';
import { createApplication } from './application';
import { readApiConfig } from './config';
import { createDocument } from './openapi/document';
import { documentText, OFFLINE } from './openapi/offline';

/** Writes the OpenAPI document to `docs/openapi.json`, or to the file that is named. Needs no service. */
async function main([file = 'docs/openapi.json']: string[]): Promise<void> {
  const app = await createApplication(readApiConfig(OFFLINE));
  writeFileSync(file, documentText(createDocument(app)));
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
