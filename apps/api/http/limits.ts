import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { NextFunction, Request, Response } from 'express';
import { MEDIA_TYPE, Problem } from './problems';
import { BARE_HEADERS } from './security-headers';

const URL_LIMIT = 2_048;
/** How long a body may take to come: a command's, and what is left of one that has been answered; and a file's. */
const BODY_MS = 20_000;
export const UPLOAD_MS = 600_000;

/** Refuses an address that is longer than any of ours. */
export function limitUrl(request: Request, _response: Response, next: NextFunction): void {
  next(request.originalUrl.length > URL_LIMIT ? new Problem('uri-too-long') : undefined);
}

/** Cuts off a body that comes too slowly. */
export function limitTime(request: Request, response: Response, next: NextFunction): void {
  const cut = () => {
    if (!request.complete) answerClientError(new Error('too slow'), request.socket);
  };
  let timer = setTimeout(cut, request.is('multipart/form-data') ? UPLOAD_MS : BODY_MS);
  const stop = () => clearTimeout(timer);
  request.once('close', stop);
  response.once('finish', () => {
    stop();
    if (!request.complete) timer = setTimeout(cut, BODY_MS);
  });
  next();
}

/** Answers what the HTTP parser refuses before there is a request; Node's own answer would have no body. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const problem = new Problem(
    error.code === 'HPE_HEADER_OVERFLOW' ? 'headers-too-large' : 'validation',
    error.code === 'HPE_HEADER_OVERFLOW' ? undefined : 'This is not HTTP as it should be, or it came too slowly.',
  );
  const body = JSON.stringify(problem.body(randomUUID()));
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\nContent-Type: ${MEDIA_TYPE}\r\n${BARE_HEADERS}` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
