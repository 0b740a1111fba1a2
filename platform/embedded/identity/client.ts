/** What access tokens are for. */
export const AUDIENCE = 'waymark-api';

/** Public client of the command line. Its callback is never served: the code is read from the redirect itself. */
export const CLI_CLIENT = { id: 'waymark-cli', redirect: 'http://127.0.0.1/callback' } as const;

/** Confidential client of the pages. */
export const WEB_CLIENT = 'waymark-web';

/** Confidential client of a system, which nobody signs in to: it proves itself by its secret. */
export const SYSTEM_CLIENT = 'waymark-system';
