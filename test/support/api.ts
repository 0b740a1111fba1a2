import { randomUUID } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApplication } from '../../apps/api/application';
import { readApiConfig } from '../../apps/api/config';
import type { PersonId } from '../../platform/embedded/identity/people';
import { SignedIn } from '../../platform/embedded/identity/sign-in';
import { testStack } from './stack';

/**
 * An API of a test's own, on a port of its own, over the stack's services unless told otherwise.
 *
 * @param port where one was before that comes back; default: any that is free
 */
export async function startApi(environment: Readonly<Record<string, string>> = {}, port = 0) {
  const config = readApiConfig({ ...testStack().env.api, LOG_LEVEL: 'silent', ...environment });
  const app = await createApplication(config);
  await app.listen(port, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  return { app, url, close: () => app.close() };
}
export type TestApi = Awaited<ReturnType<typeof startApi>>;

/** What an API answered, whole. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON, else the text. */
  readonly body: unknown;
}

export interface Request {
  readonly method?: string;
  /** Sent as JSON unless it is a text. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request, as a bare client would send it: nothing is repeated. */
export async function ask(url: string, path: string, { method, body, headers = {} }: Request = {}): Promise<Reply> {
  const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  return replyOf(
    await fetch(`${url}${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { ...(sent === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(sent === undefined ? {} : { body: sent }),
    }),
  );
}

async function replyOf(response: Response): Promise<Reply> {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: isJson ? (JSON.parse(text) as unknown) : text };
}

/** One person at one API, with a bare client. */
export class Caller {
  private constructor(
    private readonly url: string,
    /** The session in which they call. */
    readonly session: SignedIn,
    /** As it was at first: good for five minutes. */
    readonly authorization: string,
  ) {}

  static async as(person: PersonId, url: string): Promise<Caller> {
    const session = new SignedIn(testStack().urls.issuer, person);
    return new Caller(url, session, `Bearer ${await session.token()}`);
  }

  async send(path: string, request: Request = {}): Promise<Reply> {
    const authorization = `Bearer ${await this.session.token()}`;
    return ask(this.url, path, { ...request, headers: { authorization, ...request.headers } });
  }

  /** A file, as it comes. */
  async file(path: string): Promise<Buffer> {
    const response = await fetch(`${this.url}${path}`, {
      headers: { authorization: `Bearer ${await this.session.token()}` },
    });
    return Buffer.from(await response.arrayBuffer());
  }

  /** A form, as a browser sends it. */
  async form(path: string, form: FormData, headers: Readonly<Record<string, string>>): Promise<Reply> {
    const all = { authorization: `Bearer ${await this.session.token()}`, ...headers };
    return replyOf(await fetch(`${this.url}${path}`, { method: 'POST', body: form, headers: all }));
  }

  /** A POST with a key of its own, unless one is given. */
  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.send(path, { method: 'POST', body, headers: { 'idempotency-key': randomUUID(), ...headers } });
  }
}

/** Something of the application, by its class. */
export function partOf<T>(app: NestExpressApplication, type: abstract new (...args: never[]) => T): T {
  return app.get<T>(type as never);
}
