import http from 'node:http';
import https from 'node:https';
import { useAgent } from 'request-filtering-agent';
import type { AddressPolicy } from './addresses';
import type { SignedMessage } from './message';

const TIMEOUT_MS = 10_000;
const USER_AGENT = 'Waymark-Webhooks';

/** What came of sending: the status of the answer, or why there was none. */
export type Sent = { readonly answer: number } | { readonly trouble: string };

/**
 * Sends a message once. Redirects are not followed, and what is answered is not read beyond its status. The address that a name
 * stands for is looked at as it is connected to: one that is private, of this machine or reserved is refused unless the policy allows it.
 */
export function send(
  url: string,
  { body, headers }: SignedMessage,
  { privateAddresses }: Pick<AddressPolicy, 'privateAddresses'>,
): Promise<Sent> {
  return new Promise((resolve) => {
    const { request } = url.startsWith('https:') ? https : http;
    const options = {
      method: 'POST',
      headers: { ...headers, 'user-agent': USER_AGENT, 'content-length': Buffer.byteLength(body) },
      agent: useAgent(url, { allowPrivateIPAddress: privateAddresses, allowMetaIPAddress: privateAddresses }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    };
    const sending = request(url, options, (response) => {
      resolve({ answer: response.statusCode ?? 0 });
      response.destroy();
    });
    sending.on('error', (error: NodeJS.ErrnoException) => resolve({ trouble: troubleOf(error) }));
    sending.end(body);
  });
}

/** In words of ours: errors name addresses. */
function troubleOf({ code, name, message }: NodeJS.ErrnoException): string {
  if (name === 'TimeoutError' || name === 'AbortError') return `No answer within ${TIMEOUT_MS / 1000} seconds`;
  if (/is not allowed/.test(message)) return 'The address is private or reserved';
  return code === undefined ? 'The connection failed' : `The connection failed: ${code}`;
}
