import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { ApiProblem, unreachable, type Problem } from './problem';

export interface Sending {
  /** The same key for the same act, however often it is sent. */
  readonly key?: string;
  /** Version that was looked at. */
  readonly version?: number | string | undefined;
}

type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined | null>>;

/** How long the API may take: longer than its own deadline, so that it is the one to say so. */
const DEADLINE_MS = 15_000;
const UPLOAD_MS = 600_000;

/** One person's way to the API, for one request of theirs. Whatever pages show or change goes through it. */
export class Api {
  /** Milliseconds for which the API has been waited for. */
  waited = 0;
  private waiting = 0;
  private since = 0;

  constructor(
    private readonly baseUrl: string,
    private readonly token: () => Promise<string>,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** @throws ApiProblem */
  async get<T>(path: string, query: Query = {}): Promise<T> {
    return (await this.answered('GET', withQuery(path, query))).json() as Promise<T>;
  }

  /** What may be absent, or hidden. @throws ApiProblem for every other problem */
  async find<T>(path: string, query: Query = {}): Promise<T | undefined> {
    return this.get<T>(path, query).catch((error: unknown) => {
      if (error instanceof ApiProblem && ['not-found', 'forbidden'].includes(error.kind)) return undefined;
      throw error;
    });
  }

  /** @throws ApiProblem */
  async post<T>(path: string, body: unknown, { key = randomUUID(), version }: Sending = {}): Promise<T> {
    return this.changed('POST', path, body, { key, version });
  }

  /** @throws ApiProblem */
  async put<T>(path: string, body: unknown, sending: Sending = {}): Promise<T> {
    return this.changed('PUT', path, body, sending);
  }

  /** @throws ApiProblem */
  async delete(path: string, sending: Sending = {}): Promise<void> {
    await this.answered('DELETE', path, { headers: headersOf(sending) });
  }

  /** A file, or whatever else is passed on as it comes. @throws ApiProblem */
  async stream(path: string, query: Query = {}, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.answered('GET', withQuery(path, query), { headers }, UPLOAD_MS);
  }

  /** A live stream, until it is left or ends. @throws ApiProblem */
  async follow(
    path: string,
    query: Query,
    headers: Readonly<Record<string, string>>,
    leaving: AbortSignal,
  ): Promise<ReadableStream<Uint8Array>> {
    const response = await this.answered('GET', withQuery(path, query), { headers, signal: leaving });
    return response.body as ReadableStream<Uint8Array>;
  }

  /** Passes a form with a file on, as it comes. @throws ApiProblem */
  async upload<T>(path: string, form: Readable, contentType: string, sending: Sending): Promise<T> {
    const init = { body: Readable.toWeb(form), duplex: 'half' } as unknown as RequestInit;
    const headers = { 'content-type': contentType, ...headersOf(sending) };
    return (await this.answered('POST', path, { ...init, headers }, UPLOAD_MS)).json() as Promise<T>;
  }

  private async changed<T>(method: string, path: string, body: unknown, sending: Sending): Promise<T> {
    const headers = { 'content-type': 'application/json', ...headersOf(sending) };
    const response = await this.answered(method, path, { body: JSON.stringify(body), headers });
    return response.json() as Promise<T>;
  }

  private async answered(method: string, path: string, init: RequestInit = {}, ms = DEADLINE_MS): Promise<Response> {
    const token = await this.token();
    this.begin();
    try {
      const response = await fetch(`${this.baseUrl}${path}`, {
        ...init,
        method,
        headers: { authorization: `Bearer ${token}`, ...this.headers, ...init.headers },
        signal: init.signal ?? AbortSignal.timeout(ms),
      }).catch(() => {
        throw unreachable();
      });
      if (response.ok) return response;
      throw await problemIn(response);
    } finally {
      this.end();
    }
  }

  private begin(): void {
    if (this.waiting++ === 0) this.since = performance.now();
  }
  private end(): void {
    if (--this.waiting === 0) this.waited += performance.now() - this.since;
  }
}

const headersOf = ({ key, version }: Sending): Record<string, string> => ({
  ...(key === undefined ? {} : { 'idempotency-key': key }),
  ...(version === undefined || version === '' ? {} : { 'if-match': `"${version}"` }),
});

/** The address with what is asked, leaving out what is not. */
export function withQuery(path: string, query: Query): string {
  const asked = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  );
  if (asked.length === 0) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams(asked).toString()}`;
}

async function problemIn(response: Response): Promise<ApiProblem> {
  const problem = (await response.json().catch(() => undefined)) as Problem | undefined;
  if (problem?.type === undefined) return unreachable();
  const retryAfter = Number(response.headers.get('retry-after') ?? NaN);
  return new ApiProblem(problem, Number.isNaN(retryAfter) ? undefined : retryAfter);
}
