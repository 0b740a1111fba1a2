import type { Server, ServerResponse } from 'node:http';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

const SWEEP_MS = 50;

/** Takes no new connection, answers what is in flight, and closes each connection as it falls idle. */
@Injectable()
export class Draining implements BeforeApplicationShutdown {
  private readonly begun = new AbortController();

  constructor(private readonly host: HttpAdapterHost) {}

  /** Aborted when it begins: an answer that would go on has to end, and none may begin. */
  get signal(): AbortSignal {
    return this.begun.signal;
  }

  async beforeApplicationShutdown(): Promise<void> {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    // A connection that is there may still bring a request: it is the last on it.
    server.prependListener('request', (_, response: ServerResponse) => (response.shouldKeepAlive = false));
    this.begun.abort();
    if (!server.listening) return;
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    await new Promise<void>((resolve) => server.close(() => resolve()));
    clearInterval(sweep);
  }
}
