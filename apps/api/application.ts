import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Logger } from 'pino';
import { FrameworkLogger } from '../../platform/logging/framework-logger';
import { AppModule } from './app.module';
import type { ApiConfig } from './config';
import { Metrics } from './http/metrics';
import { observe } from './http/observe';
import { answerClientError, limitTime, limitUrl, UPLOAD_MS } from './http/limits';
import { securityHeaders } from './http/security-headers';
import { serveDocument } from './openapi/document';
import { LOGGER } from './tokens';

/** 256 kB: the longest command, with all its texts, fits several times. */
const BODY_LIMIT = 262_144;
/** The form of a sign-out holds one token. */
const FORM_LIMIT = 16_384;

/** Builds the API, listening nowhere yet and connected to nothing. */
export async function createApplication(config: ApiConfig): Promise<NestExpressApplication> {
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
  app.use(observe(logger, app.get(Metrics)));
  app.use(securityHeaders);
  app.use(limitUrl);
  app.use(limitTime);
  app.useBodyParser('json', { limit: BODY_LIMIT, type: 'application/json' });
  app.useBodyParser('urlencoded', { limit: FORM_LIMIT, extended: false });
  serveDocument(app);

  const server = app.getHttpServer() as Server;
  server.requestTimeout = UPLOAD_MS;
  server.headersTimeout = 10_000;
  server.keepAliveTimeout = 65_000;
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => answerClientError(error, socket));
  return app;
}
