import { TinyBrowser } from '../../platform/embedded/identity/browser';
import type { PersonId } from '../../platform/embedded/identity/people';

/** What the pages answered. */
export interface PageReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Somebody who has signed in to the pages, with as little of a browser as that takes: no scripts, no styles. */
export class PageSession {
  private constructor(
    private readonly pages: string,
    readonly cookie: string,
  ) {}

  static async as(person: PersonId, pages: string): Promise<PageSession> {
    const browser = new TinyBrowser();
    await browser.signIn(`${pages}/sign-in?to=/healthz`, person, `${pages}/healthz`);
    return new PageSession(pages, browser.cookie);
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<PageReply> {
    return askPage(`${this.pages}${path}`, { headers: { cookie: this.cookie, ...headers } });
  }

  /** Sends a form as a browser does, from a page of the same site. */
  post(
    path: string,
    form: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<PageReply> {
    return postForm(`${this.pages}${path}`, form, { cookie: this.cookie, ...headers });
  }
}

/** Sends a form to the pages, as whoever the headers say. */
export const postForm = (
  address: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<PageReply> =>
  askPage(address, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
  });

/** One request; redirections are answered, not followed. */
export async function askPage(address: string, init: RequestInit = {}): Promise<PageReply> {
  const response = await fetch(address, { redirect: 'manual', ...init });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
