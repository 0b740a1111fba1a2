import type { Response } from 'express';

/** Says in the headers of an answer where what was made is, and whether the same key has made it before. */
export function tellMade(response: Response, address: string, replayed: boolean): void {
  response.location(address);
  if (replayed) response.setHeader('Idempotency-Replayed', 'true');
}
