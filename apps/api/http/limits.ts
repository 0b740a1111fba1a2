import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { NextFunction, Request, Response } from 'express';
import { MEDIA_TYPE, Problem } from './problems';

const URL_LIMIT = 2_048;

/** Refuses an address that is longer than any of ours. */
export function limitUrl(request: Request, _response: Response, next: NextFunction): void {
  next(request.originalUrl.length > URL_LIMIT ? new Problem('uri-too-long') : undefined);
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
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\nContent-Type: ${MEDIA_TYPE}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
