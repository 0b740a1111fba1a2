import type { Logger } from 'pino';

/** What NestJS says of itself; its routine is for debugging. */
export class FrameworkLogger {
  constructor(private readonly logger: Logger) {}
  log = (message: unknown) => this.logger.debug(String(message));
  debug = (message: unknown) => this.logger.debug(String(message));
  verbose = (message: unknown) => this.logger.debug(String(message));
  warn = (message: unknown) => this.logger.warn(String(message));
  error = (message: unknown) => this.logger.error(String(message));
  fatal = (message: unknown) => this.logger.fatal(String(message));
}
