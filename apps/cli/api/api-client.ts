import { Readable } from 'node:stream';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** An answer of the API: its status, the version it names and its JSON body. */
export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly etag: string | null;
  readonly body: T;
}

export interface CommandOptions {
  /** When the act took place, where that is not now. RFC 3339. */
  readonly happenedAt?: string;
  /** Version that the operation must still have. */
  readonly ifMatch?: string;
  readonly idempotencyKey?: string;
}

/** A problem (RFC 9457) as the API states it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly blockers?: readonly {
    readonly code: string;
    readonly sentence: string;
    readonly missing?: readonly string[];
  }[];
}

/** Whose way it is: their access token, renewed as it ends, and what to do where their sign-in is too old. */
export interface Credentials {
  token(): Promise<string>;
  signInAgain(): Promise<void>;
}

/** How often an unanswered request is repeated, with the same key, before it is given up. */
const ATTEMPTS = 60;
/** How long a file may take. */
const UPLOAD_MS = 600_000;

/**
 * One person's way to the API. An unanswered command is repeated with its key, so that it takes place once, and so is one
 * that needs a fresh sign-in, after that.
 */
export class ApiClient {
  constructor(
    private readonly baseUrl: string,
    private readonly credentials: Credentials,
    private readonly attempts = ATTEMPTS,
  ) {}

  open<T>(body: object, options: CommandOptions = {}): Promise<Answer<T>> {
    return this.post('/api/v1/operations', body, options);
  }

  command<T>(reference: string, command: string, body: object, options: CommandOptions = {}): Promise<Answer<T>> {
    return this.post(`/api/v1/operations/${reference}/commands/${command}`, body, options);
  }

  get<T>(path: string): Promise<Answer<T>> {
    return this.request('GET', path, {}, null);
  }

  post<T>(path: string, body: object, options: CommandOptions = {}): Promise<Answer<T>> {
    const { happenedAt, ifMatch, idempotencyKey = randomUUID() } = options;
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': idempotencyKey,
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    };
    return this.request(
      'POST',
      path,
      headers,
      JSON.stringify(happenedAt === undefined ? body : { ...body, happenedAt }),
    );
  }

  /** Sends a file as a form. It is sent once: whoever does not know what became of it sends it again with the same key. */
  async upload<T>(
    path: string,
    file: Blob,
    name: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<Answer<T>> {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    form.set('file', file, name);
    const response = await fetch(`${this.baseUrl}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await this.credentials.token()}`, 'idempotency-key': randomUUID() },
      body: form,
      signal: AbortSignal.timeout(UPLOAD_MS),
    });
    return { status: response.status, etag: response.headers.get('etag'), body: (await response.json()) as T };
  }

  /** Fetches a file, to be read as it comes. @throws where it is refused; reading it, where it breaks off */
  async download(path: string): Promise<Readable> {
    const authorization = `Bearer ${await this.credentials.token()}`;
    const response = await fetch(`${this.baseUrl}${path}`, {
      headers: { authorization },
      signal: AbortSignal.timeout(UPLOAD_MS),
    });
    if (response.status !== 200 || response.body === null)
      throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    return Readable.fromWeb(response.body);
  }

  put<T>(path: string, body: object): Promise<Answer<T>> {
    return this.request('PUT', path, { 'content-type': 'application/json' }, JSON.stringify(body));
  }

  private async request<T>(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: string | null,
  ): Promise<Answer<T>> {
    for (let attempt = 1; ; attempt++) {
      // An answer that breaks off is none: the API may die while it writes.
      const answer = await this.ask(method, path, headers, body).catch((error: unknown) =>
        error instanceof Error ? error : new Error(String(error)),
      );
      if (!(answer instanceof Error) && answer.signInAgain && attempt < this.attempts) {
        await this.credentials.signInAgain();
        continue;
      }
      if (!(answer instanceof Error) && answer.status !== 503 && answer.status !== 429)
        return {
          status: answer.status,
          etag: answer.headers.get('etag'),
          body: (answer.text === '' ? {} : JSON.parse(answer.text)) as T,
        };
      if (attempt === this.attempts)
        throw new Error(`${method} ${path} had no answer in ${attempt} attempts`, {
          cause: answer instanceof Error ? answer : answer.text,
        });
      await sleep(answer instanceof Error ? 500 : 1_000 * Number(answer.headers.get('retry-after') ?? 1));
    }
  }

  private async ask(method: string, path: string, headers: Record<string, string>, body: string | null) {
    const authorization = `Bearer ${await this.credentials.token()}`;
    const response = await fetch(`${this.baseUrl}${path}`, {
      method,
      headers: { ...headers, authorization },
      body,
      signal: AbortSignal.timeout(15_000),
    });
    const challenge = response.headers.get('www-authenticate') ?? '';
    return {
      status: response.status,
      headers: response.headers,
      text: await response.text(),
      signInAgain: challenge.includes('insufficient_user_authentication'),
    };
  }
}
