import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { PERSON_COMMANDS } from '../../../apps/api/commands/command-request';
import { createDocument } from '../../../apps/api/openapi/document';
import { documentText } from '../../../apps/api/openapi/offline';
import { ask, startApi, type TestApi } from '../../support/api';

const ROOT = join(__dirname, '..', '..', '..');
const FILE = join(ROOT, 'docs', 'openapi.json');

describe('the OpenAPI document', () => {
  let api: TestApi;
  let document: OpenAPIObject;
  beforeAll(async () => {
    api = await startApi();
    document = createDocument(api.app);
  });
  afterAll(() => api.close());

  it('is kept up to date in docs/openapi.json (write it by: node dist/apps/api/openapi.js)', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(documentText(document));
  });

  it('is served as it is kept', async () => {
    const { body, status } = await ask(api.url, '/api/openapi.json');
    expect(status).toBe(200);
    expect(body).toEqual(JSON.parse(documentText(document)));
  });

  it('passes the linter without a warning', () => {
    const redocly = join(ROOT, 'node_modules', '@redocly', 'cli', 'bin', 'cli.js');
    const options = ['lint', '--config', join(ROOT, 'redocly.yaml'), '--format', 'json', FILE];
    const environment = {
      ...process.env,
      NODE_OPTIONS: '',
      REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
      REDOCLY_TELEMETRY: 'off',
    };
    const found = execFileSync(process.execPath, [redocly, ...options], { env: environment, encoding: 'utf8' });
    const { totals } = JSON.parse(found) as { totals: { errors: number; warnings: number } };
    expect(totals).toMatchObject({ errors: 0, warnings: 0 });
  });

  it('has a path for every command of people, with its body', () => {
    const template = '/api/v1/operations/{reference}/commands/';
    const commands = Object.keys(document.paths).flatMap((path) =>
      path.startsWith(template) ? [path.slice(template.length)] : [],
    );
    expect(commands).toEqual(PERSON_COMMANDS);
    for (const command of commands) {
      const post = document.paths[`${template}${command}`]?.post;
      expect(post?.operationId).toBe(command);
      expect(post?.requestBody).toMatchObject({ required: true });
    }
  });

  it('has a page that takes nothing from elsewhere', async () => {
    const { status, body } = await ask(api.url, '/api/docs');
    expect(status).toBe(200);
    const sources = [...String(body).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source as string);
    expect(sources.length).toBeGreaterThan(3);
    for (const source of sources) {
      const address = new URL(source, `${api.url}/api/docs`);
      expect(address.origin).toBe(api.url);
      expect((await fetch(address)).status).toBe(200);
    }
  });
});
