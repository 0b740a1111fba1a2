import { createHash, randomBytes } from 'node:crypto';
import { CLI_CLIENT } from './client';

interface Discovery {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
}

/**
 * Signs a seeded person in at the development identity provider, by the same authorization code flow with PKCE that a
 * browser would go through, and returns their access token.
 *
 * @throws Error when the provider does not know the person or refuses
 */
export async function tokenFor(issuer: string, personId: string): Promise<string> {
  const discovery = await json<Discovery>(await fetch(`${issuer}/.well-known/openid-configuration`));
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: CLI_CLIENT.id,
    response_type: 'code',
    redirect_uri: CLI_CLIENT.redirect,
    scope: 'openid',
    state: randomBytes(8).toString('base64url'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const browser = new TinyBrowser();
  const callback = await browser.signIn(`${discovery.authorization_endpoint}?${query.toString()}`, personId);
  const code = callback.searchParams.get('code');
  if (code === null || callback.searchParams.get('state') !== query.get('state')) {
    throw new Error(`The identity provider refused to sign in ${personId}: ${callback.searchParams.get('error')}`);
  }
  const form = {
    grant_type: 'authorization_code',
    code,
    client_id: CLI_CLIENT.id,
    redirect_uri: CLI_CLIENT.redirect,
    code_verifier: verifier,
  };
  const response = await fetch(discovery.token_endpoint, { method: 'POST', body: new URLSearchParams(form) });
  return (await json<{ readonly access_token: string }>(response)).access_token;
}

/** As much of a browser as a sign-in needs: cookies, redirects, one form. */
class TinyBrowser {
  private readonly cookies = new Map<string, string>();

  /** Follows redirects up to our callback, choosing the person when asked. */
  async signIn(start: string, personId: string): Promise<URL> {
    let url = start;
    let asked = false;
    for (let hop = 0; hop < 10; hop += 1) {
      if (url.startsWith(CLI_CLIENT.redirect)) return new URL(url);
      let response = await this.request(url);
      if (response.status === 200 && !asked) {
        asked = true;
        response = await this.request(url, new URLSearchParams({ person: personId }));
      }
      const next = response.headers.get('location');
      if (next === null) throw new Error(`The identity provider did not sign in "${personId}" (${response.status}).`);
      url = new URL(next, url).href;
    }
    throw new Error('The identity provider redirects in a circle.');
  }

  private async request(url: string, form?: URLSearchParams): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    await response.arrayBuffer();
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name === undefined || value === undefined) continue;
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}

async function json<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`The identity provider answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}
