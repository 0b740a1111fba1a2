import { ProviderFailure } from './provider';

/** What a connection cannot be made for: nothing of the request has left. */
const NOT_CONNECTED: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens at its address',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name cannot be looked up',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  UND_ERR_CONNECT_TIMEOUT: 'it does not take the connection',
  EPROTO: 'no encrypted connection could be agreed',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};

/**
 * A failure by the code of a network error. What is not surely an error of connecting may have happened after the request was taken in.
 * Errors of libraries are neither quoted nor kept as a cause: they hold the request, and with it the texts.
 */
export function networkFailure(name: string, code: string | undefined): ProviderFailure {
  const why = code === undefined ? undefined : NOT_CONNECTED[code];
  if (why !== undefined)
    return new ProviderFailure('unavailable', `${name} was not reached: ${why}. Check its address and the network.`);
  return new ProviderFailure(
    'unanswered',
    `The connection to ${name} broke before its whole answer had come${code === undefined ? '' : ` (${code})`}.`,
  );
}

/** A request that is given up by whoever asked for it, or when its time runs out. */
export class Patience {
  readonly signal: AbortSignal;
  private readonly timeout: AbortSignal;

  constructor(
    private readonly name: string,
    private readonly asked: AbortSignal,
    private readonly timeoutMs: number,
  ) {
    if (asked.aborted) throw new ProviderFailure('unavailable', `${name} was not asked: the work was stopped.`);
    this.timeout = AbortSignal.timeout(timeoutMs);
    this.signal = AbortSignal.any([asked, this.timeout]);
  }

  /** The failure, where it is the request that was given up; it had been sent by then. */
  failure(): ProviderFailure | undefined {
    if (this.asked.aborted)
      return new ProviderFailure('unanswered', `The work was stopped before ${this.name} had answered.`);
    if (this.timeout.aborted)
      return new ProviderFailure('unanswered', `${this.name} did not answer within ${this.timeoutMs / 1000} seconds.`);
    return undefined;
  }
}

/** What all providers behind HTTP say by status alone; 4xx but for too many requests are for each to explain. */
export function failureByStatus(
  name: string,
  status: number,
  retryAfter: string | undefined,
): ProviderFailure | undefined {
  const again = retryAfterMs(retryAfter);
  if (status === 429) return new ProviderFailure('throttled', `${name} asks for fewer requests.`, again);
  // Gateways say these of a server that they had passed the request to.
  if (status === 502 || status === 504)
    return new ProviderFailure('unanswered', `A gateway before ${name} got no answer from it (${status}).`, again);
  if (status >= 500 || status === 408)
    return new ProviderFailure('unavailable', `${name} cannot answer at the moment (${status}).`, again);
  if (status >= 300 && status < 400)
    return new ProviderFailure('refused', `The address of ${name} points elsewhere (${status}): give its own.`);
  return undefined;
}

/** Milliseconds that a Retry-After header asks for, in seconds or as a date (RFC 9110, 10.2.3). */
export function retryAfterMs(header: string | undefined, now = Date.now()): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const moment = Date.parse(header);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - now);
}
