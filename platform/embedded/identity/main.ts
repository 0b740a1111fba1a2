import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pino from 'pino';
import type Provider from 'oidc-provider';
import { z } from 'zod';
import { LOOPBACK } from '../ports';
import { readIdentityKeys } from './keys';
import { signInPage } from './pages';
import { findPerson } from './people';
import { createProvider, tellOfRevocation } from './provider';

/** The development identity provider as a process of its own. */
const environment = z
  .object({
    IDENTITY_ISSUER: z.url(),
    IDENTITY_DIR: z.string().min(1),
    IDENTITY_WEB_SECRET: z.string().min(1),
    IDENTITY_WEB_URL: z.url(),
    IDENTITY_SYSTEM_SECRET: z.string().min(1),
    IDENTITY_LOGOUT_URI: z.url(),
  })
  .parse(process.env);
const log = pino({ name: 'identity' });
const LARGEST_FORM = 4096;
/** How sure one may be of who signs in here: not at all. */
const ACR = 'urn:waymark:acr:unchecked';

async function main(): Promise<void> {
  const provider = createProvider({
    issuer: environment.IDENTITY_ISSUER,
    keys: await readIdentityKeys(environment.IDENTITY_DIR),
    webClientSecret: environment.IDENTITY_WEB_SECRET,
    web: environment.IDENTITY_WEB_URL,
    systemClientSecret: environment.IDENTITY_SYSTEM_SECRET,
    logoutUri: environment.IDENTITY_LOGOUT_URI,
  });
  // Only what went wrong, never who was signing in.
  provider.on('server_error', (_context, error) => log.error({ reason: error.message }, 'request failed'));
  provider.on('authorization.error', (_context, error) => log.warn({ reason: error.message }, 'sign-in refused'));
  provider.on('grant.error', (_context, error) => log.warn({ reason: error.message }, 'token refused'));
  const untold = (error: Error) => log.warn({ reason: error.message }, 'the API was not told that a session has ended');
  provider.on('backchannel.error', (_context, error) => untold(error));
  provider.on('grant.revoked', (context) => void tellOfRevocation(context).catch(untold));

  const serve = provider.callback();
  const server = createServer((request, response) => {
    const uid = /^\/sign-in\/([\w-]+)$/.exec(request.url ?? '')?.[1];
    if (uid === undefined) void serve(request, response);
    else signIn(provider, request, response).catch((error: Error) => fail(response, error));
  });
  const port = Number(new URL(environment.IDENTITY_ISSUER).port);
  server.listen(port, LOOPBACK, () => {
    log.info({ issuer: environment.IDENTITY_ISSUER }, 'development identity provider is listening');
    process.send?.({ ready: true });
  });
  process.on('SIGTERM', () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}

async function signIn(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { prompt } = await provider.interactionDetails(request, response);
  if (request.method === 'POST' && prompt.name === 'login') {
    const person = findPerson(new URLSearchParams(await readForm(request)).get('person') ?? '');
    if (person) {
      const result = { login: { accountId: person.id, acr: ACR } };
      await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
      return;
    }
    response.statusCode = 400;
  }
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(signInPage(request.url ?? ''));
}

async function readForm(request: IncomingMessage): Promise<string> {
  let form = '';
  for await (const chunk of request) {
    form += String(chunk);
    if (form.length > LARGEST_FORM) throw new Error('the form is too large');
  }
  return form;
}

function fail(response: ServerResponse, error: Error): void {
  log.warn({ reason: error.message }, 'sign-in failed');
  if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain' });
  response.end('This sign-in has expired or is not valid. Start again.\n');
}

main().catch((error: unknown) => {
  log.fatal({ err: error }, 'could not start');
  process.exit(1);
});
