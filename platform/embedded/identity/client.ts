/** What access tokens are for. */
export const AUDIENCE = 'waymark-api';

/** Public client of the command line. Its callback is never served: the code is read from the redirect itself. */
export const CLI_CLIENT = { id: 'waymark-cli', redirect: 'http://127.0.0.1/callback' } as const;
