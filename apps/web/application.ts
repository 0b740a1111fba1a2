import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import session from 'express-session';
import type { Logger } from 'pino';
import { FrameworkLogger } from '../../platform/logging/framework-logger';
import { AppModule } from './app.module';
import type { WebConfig } from './config';
import { observe } from './http/observe';
import { sameOrigin } from './http/same-origin';
import { securityHeaders } from './http/security-headers';
import { SealedKeys } from './session/sealed-keys';
import { SessionStore } from './session/session-store';
import { LOGGER } from './tokens';
import { ASSETS, ASSETS_DIGEST } from './views/assets';

/** The longest form, with all its texts, fits several times. */
const FORM_LIMIT = 1_048_576;
const FIELDS_LIMIT = 5_000;

/** Builds the pages, listening nowhere yet. */
export async function createApplication(config: WebConfig): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config), {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  const logger = app.get<Logger>(LOGGER);
  app.useLogger(new FrameworkLogger(logger));
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', config.TRUSTED_PROXIES);
  app.use(securityHeaders(config));
  // Live streams go out as they come.
  app.use(
    compression({
      filter: (request, response) => !request.path.startsWith('/live') && compression.filter(request, response),
    }),
  );
  for (const { at, folder } of ASSETS)
    app.useStaticAssets(folder, {
      prefix: `/assets/${ASSETS_DIGEST}/${at}`,
      immutable: true,
      maxAge: '1y',
      fallthrough: true,
      index: false,
    });
  app.use(observe(logger) as never);
  app.use(keepNothing);
  app.use(sameOrigin(config.WEB_URL));
  app.use(
    session({
      name: 'waymark',
      // Sealed by the store; the cookie holds nothing but an identifier, signed.
      secret: config.SESSION_KEYS.map(({ key }) => key.toString('base64')),
      store: new SessionStore(app.get(SealedKeys)),
      resave: false,
      saveUninitialized: false,
      cookie: { httpOnly: true, sameSite: 'lax', secure: config.WEB_URL.startsWith('https:') },
    }),
  );
  app.useBodyParser('urlencoded', { limit: FORM_LIMIT, extended: false, parameterLimit: FIELDS_LIMIT });
  return app;
}

/** Nobody who comes to this computer afterwards finds a page by the back button. */
function keepNothing(_: unknown, response: { setHeader(name: string, value: string): void }, next: () => void): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}
