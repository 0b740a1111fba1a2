import { CLI_CLIENT } from './client';

/** As much of a browser as signing in and out needs: cookies, redirects, forms. */
export class TinyBrowser {
  private readonly cookies = new Map<string, string>();

  /**
   * Follows redirects up to where it ends, our callback unless told otherwise, choosing the person when asked.
   *
   * @throws Error when the provider does not know the person
   */
  async signIn(start: string, personId: string, end: string = CLI_CLIENT.redirect): Promise<URL> {
    let url = start;
    let asked = false;
    for (let hop = 0; hop < 10; hop += 1) {
      if (url.startsWith(end)) return new URL(url);
      let { response } = await this.request(url);
      if (response.status === 200 && !asked) {
        asked = true;
        ({ response } = await this.request(url, { person: personId }));
      }
      const next = response.headers.get('location');
      if (next === null) throw new Error(`The identity provider did not sign in "${personId}" (${response.status}).`);
      url = new URL(next, url).href;
    }
    throw new Error('The identity provider redirects in a circle.');
  }

  /** Confirms the page of an `end_session` request. @throws Error when the provider refuses */
  async signOut(start: string): Promise<void> {
    const { text } = await this.request(start);
    const [, action] = /<form[^>]* action="([^"]+)"/.exec(text) ?? [];
    const [, xsrf] = /name="xsrf" value="([^"]+)"/.exec(text) ?? [];
    if (action === undefined || xsrf === undefined) throw new Error('The identity provider shows no page to sign out.');
    const { response } = await this.request(action, { xsrf, logout: 'yes' });
    if (response.status !== 303) throw new Error(`The identity provider did not sign out (${response.status}).`);
  }

  /** What it would send as its cookies. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private async request(url: string, form?: Readonly<Record<string, string>>) {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: this.cookie },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    const text = await response.text();
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name === undefined || value === undefined) continue;
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { response, text };
  }
}
