import { Webhook } from 'standardwebhooks';

/** What a partner system is told: that something of a type has happened to an operation. References only. */
export interface Message {
  readonly id: string;
  /** Of the event, or `webhook.test`. */
  readonly type: string;
  /** When it happened. RFC 3339 UTC. */
  readonly timestamp: string;
  readonly data: { readonly reference: string; readonly sequence: number } | Record<string, never>;
}

/** What is sent: the body, and its headers by the Standard Webhooks specification. */
export interface SignedMessage {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Signs a message at a moment with each secret that counts: while one is being replaced, with both.
 *
 * @param secrets as `whsec_…`
 */
export function sign({ id, ...payload }: Message, secrets: readonly string[], now: Date): SignedMessage {
  const body = JSON.stringify(payload);
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(' '),
    },
  };
}
