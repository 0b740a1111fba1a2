import type { Request } from 'express';

/** Sent by the scripts of a page that looks at itself anew (`client/refresh.ts`), so that nobody sees what is answered but they. */
const LOOK = 'x-waymark-look';

/** Whether a page asks for itself anew, rather than a person for a page. */
export const isLook = (request: Pick<Request, 'get'>): boolean => request.get(LOOK) !== undefined;
