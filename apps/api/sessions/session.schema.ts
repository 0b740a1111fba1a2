import { z } from 'zod';

/** As OpenID Connect Back-Channel Logout 1.0 sends it. */
export const logoutRequest = z
  .object({ logout_token: z.string().max(8_192).describe('Logout token of the identity provider') })
  .meta({ id: 'LogoutRequest' });
export type LogoutRequest = z.output<typeof logoutRequest>;
