import { isNativeError } from 'node:util/types';

/**
 * SQLSTATEs and driver codes that say: nothing is wrong with the query, the database just cannot answer it now. Classes:
 * 08 connection, 53 resources, 57P operator intervention; 57014 is our own statement timeout, 40 a lost race.
 */
const STATES = /^(08|53|57P|57014|40)/;
const CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH']);
/** Prisma's own: cannot reach, timed out, connection closed, pool timeout. */
const PRISMA = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024']);
/** What `pg` says without any code. */
const MESSAGES = [
  'timeout exceeded when trying to connect',
  'Query read timeout',
  'Connection terminated',
  'Client has encountered a connection error',
  'Cannot use a pool after calling end on the pool',
];

/** Whether an error of `pg` or Prisma means that the database is away, so that the same query may succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause: unknown = error, depth = 0; isNativeError(cause) && depth < 5; cause = cause.cause, depth++) {
    const { message, name } = cause;
    if ('errors' in cause && Array.isArray(cause.errors) && cause.errors.some(isDatabaseAway)) return true;
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    if (STATES.test(code) || CODES.has(code) || PRISMA.has(code)) return true;
    if (MESSAGES.some((known) => message.includes(known))) return true;
    if (name === 'DriverAdapterError' && isAwayKind(cause.cause)) return true;
    if (isDatabaseAway(adapterError(cause))) return true;
  }
  return false;
}

/** Where Prisma has no code of its own for what the driver adapter reports, it keeps that beside its error. */
function adapterError(error: Error): unknown {
  const meta = 'meta' in error ? error.meta : undefined;
  return typeof meta === 'object' && meta !== null && 'driverAdapterError' in meta
    ? meta.driverAdapterError
    : undefined;
}

/** The driver adapter tells Prisma of its errors as plain objects. */
function isAwayKind(cause: unknown): boolean {
  const kinds = ['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'];
  if (typeof cause !== 'object' || cause === null) return false;
  if ('kind' in cause && kinds.includes(String(cause.kind))) return true;
  return 'code' in cause && STATES.test(String(cause.code));
}
