export const WEBHOOKS = '/api/v1/webhooks';
/** Where the API tells of a webhook. */
export const webhookAt = (id: string, rest = '') => `${WEBHOOKS}/${encodeURIComponent(id)}${rest}`;
