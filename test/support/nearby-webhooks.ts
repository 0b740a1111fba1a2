/** Lets webhooks of tests reach this machine, in clear, and be tried again soon. */
export const NEARBY_WEBHOOKS = { WEBHOOK_PRIVATE_ADDRESSES: 'true', WEBHOOK_RETRY_MS: '50' };
