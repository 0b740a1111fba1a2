import { pino, type Logger } from 'pino';

/** One JSON line an entry, by process. Entries hold references, codes and durations; never names, texts or tokens. */
export function createLogger(process: string, level: string): Logger {
  return pino({ name: process, level, base: { process }, timestamp: pino.stdTimeFunctions.isoTime });
}
