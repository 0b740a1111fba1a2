import { Agent, request } from 'node:http';
import { TinyBrowser } from '../../platform/embedded/identity/browser';
import type { PersonId } from '../../platform/embedded/identity/people';

/** How long a page took on the server, and how much of that the API was waited for; milliseconds. */
export interface Reading {
  readonly total: number;
  readonly api: number;
}

/** Somebody who has signed in to the pages and asks for them, one after the other, on a connection that is kept. */
export class PageReader {
  private readonly agent = new Agent({ keepAlive: true });

  private constructor(
    private readonly pages: string,
    private readonly cookie: string,
  ) {}

  static async as(person: PersonId, pages: string): Promise<PageReader> {
    const browser = new TinyBrowser();
    await browser.signIn(`${pages}/sign-in?to=/healthz`, person, `${pages}/healthz`);
    return new PageReader(pages, browser.cookie);
  }

  close(): void {
    this.agent.destroy();
  }

  /** Reads a page to its end. @throws Error for anything but a page */
  read(path: string): Promise<Reading> {
    const { agent, cookie } = this;
    return new Promise((resolve, reject) => {
      const sent = request(`${this.pages}${path}`, { agent, headers: { cookie } }, (response) => {
        response.once('error', reject);
        response.once('end', () => {
          const said = response.headers['server-timing']?.toString() ?? '';
          const [total, api] = ['total', 'api'].map((name) =>
            Number(new RegExp(`${name};dur=([\\d.]+)`).exec(said)?.[1]),
          );
          if (response.statusCode === 200 && total !== undefined && api !== undefined) resolve({ total, api });
          else reject(new Error(`${path}: ${response.statusCode}`));
        });
        response.resume();
      });
      sent.once('error', reject);
      sent.end();
    });
  }
}
