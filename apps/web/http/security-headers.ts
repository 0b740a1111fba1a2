import helmet from 'helmet';
import type { WebConfig } from '../config';
import { INLINE_SCRIPT_DIGEST } from '../views/inline-script';

/** What browsers may do with the pages: nothing that does not come from here, and nowhere to be framed or kept. */
export function securityHeaders({ OIDC_ISSUER, WEB_URL }: WebConfig) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'", `'sha256-${INLINE_SCRIPT_DIGEST}'`],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        // A form may lead to the identity provider, where a sign-in is no longer good or ends.
        'form-action': ["'self'", new URL(OIDC_ISSUER).origin],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: WEB_URL.startsWith('https:'),
    referrerPolicy: { policy: 'same-origin' },
  });
}
