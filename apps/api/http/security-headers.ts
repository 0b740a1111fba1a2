import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

const PAGES = /^\/api\/docs(?:[/?]|$)/;

/** For answers that no browser should show, run or keep: all but the pages of the documentation. */
const ofData = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
  },
  xFrameOptions: { action: 'deny' },
});

const ofPages = helmet({
  contentSecurityPolicy: {
    // The documentation page styles itself inline; plain HTTP on the loopback must stay plain.
    directives: { 'style-src': ["'self'", "'unsafe-inline'"], 'upgrade-insecure-requests': null },
  },
});

/** Puts security headers on every answer, before anything can refuse the request. */
export function securityHeaders(request: Request, response: Response, next: NextFunction): void {
  if (PAGES.test(request.originalUrl)) return ofPages(request, response, next);
  response.setHeader('Cache-Control', 'no-store');
  ofData(request, response, next);
}

/** The same for what is answered before there is a request; such an answer says nothing but what is wrong. */
export const BARE_HEADERS =
  "Cache-Control: no-store\r\nContent-Security-Policy: default-src 'none';frame-ancestors 'none'\r\n" +
  'Cross-Origin-Resource-Policy: same-origin\r\nReferrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\n';
