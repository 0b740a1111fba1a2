import type { NextFunction, Request, Response } from 'express';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses whatever another site has a browser send (cross-site request forgery), by what browsers say of it: Fetch Metadata
 * first, else the origin. Neither can be written by a page. See `docs/adr/0022`.
 */
export function sameOrigin(address: string) {
  const own = new URL(address).origin;
  return (request: Request, response: Response, next: NextFunction): void => {
    const site = request.get('sec-fetch-site');
    const origin = request.get('origin');
    const isOurs = site === undefined ? origin === undefined || origin === own : ['same-origin', 'none'].includes(site);
    if (SAFE.includes(request.method) || isOurs) return next();
    response
      .status(403)
      .type('text')
      .send('This form was sent by another site. Open Waymark and send it from there.\n');
  };
}
