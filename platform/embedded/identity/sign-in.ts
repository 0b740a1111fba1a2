import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { TinyBrowser } from './browser';
import { CLI_CLIENT, SYSTEM_CLIENT } from './client';

const discovery = z.object({
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  end_session_endpoint: z.url(),
  revocation_endpoint: z.url(),
});
type Discovery = z.output<typeof discovery>;

const tokens = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  id_token: z.string(),
  expires_in: z.number(),
});
type Tokens = z.output<typeof tokens>;

/** So long before its end a token is renewed, that a request under way still finds it valid. */
const EARLY_MS = 60_000;

/**
 * Signs a seeded person in at the development identity provider, by the same authorization code flow with PKCE that a
 * browser would go through, and returns their access token. It lasts five minutes: use {@link SignedIn} for longer.
 *
 * @throws Error when the provider does not know the person or refuses
 */
export async function tokenFor(issuer: string, personId: string): Promise<string> {
  return new SignedIn(issuer, personId).token();
}

/** The access token of the seeded system, by client credentials. @throws Error when the provider refuses */
export async function systemTokenFor(issuer: string, secret: string, scope: string): Promise<string> {
  const { token_endpoint } = await discover(issuer);
  const form = { grant_type: 'client_credentials', client_id: SYSTEM_CLIENT, client_secret: secret, scope };
  return z.object({ access_token: z.string() }).parse(await posted(token_endpoint, form)).access_token;
}

/** Somebody who signs in when a token is first needed, and stays so: their access token is renewed before it ends. */
export class SignedIn {
  private readonly browser = new TinyBrowser();
  private current: Promise<Tokens> | undefined;
  private renewAt = 0;

  constructor(
    private readonly issuer: string,
    private readonly personId: string,
  ) {}

  /** An access token that lasts for a minute at least. @throws Error when the provider refuses */
  async token(): Promise<string> {
    // One at a time: a refresh token that is used twice ends the session.
    if (Date.now() >= this.renewAt) this.keep(this.current === undefined ? this.signIn() : this.renewed(this.current));
    return (await this.held()).access_token;
  }

  /** Signs in anew, as what needs a fresh sign-in demands. @throws Error when the provider refuses */
  async signInAgain(): Promise<void> {
    this.keep(this.signIn({ max_age: '0' }));
    await this.held();
  }

  /** Uses the refresh token, whatever time is left. @throws Error when the provider refuses */
  async refresh(): Promise<void> {
    this.keep(this.refreshed(await this.held()));
    await this.held();
  }

  /** Ends the session, as a page that sends the browser to the provider does. @throws Error when the provider refuses */
  async signOut(): Promise<void> {
    const { end_session_endpoint } = await discover(this.issuer);
    const query = new URLSearchParams({ id_token_hint: (await this.held()).id_token });
    await this.browser.signOut(`${end_session_endpoint}?${query.toString()}`);
  }

  /** Gives the refresh token back (RFC 7009). @throws Error when the provider refuses */
  async revoke(): Promise<void> {
    const { revocation_endpoint } = await discover(this.issuer);
    const { refresh_token: token } = await this.held();
    await answered(revocation_endpoint, { token, client_id: CLI_CLIENT.id });
  }

  /** The refresh token held now, for whoever tries what a thief would. */
  async refreshToken(): Promise<string> {
    return (await this.held()).refresh_token;
  }

  private held(): Promise<Tokens> {
    if (!this.current) this.keep(this.signIn());
    return this.current as Promise<Tokens>;
  }

  private keep(coming: Promise<Tokens>): void {
    this.renewAt = Infinity;
    this.current = coming;
    coming.then(
      ({ expires_in }) => (this.renewAt = Date.now() + expires_in * 1000 - EARLY_MS),
      () => {
        this.current = undefined;
        this.renewAt = 0;
      },
    );
  }

  /** A provider that was started again knows no session any more. */
  private async renewed(held: Promise<Tokens>): Promise<Tokens> {
    return this.refreshed(await held).catch(() => this.signIn());
  }

  private async refreshed({ refresh_token }: Tokens): Promise<Tokens> {
    const { token_endpoint } = await discover(this.issuer);
    const form = { grant_type: 'refresh_token', refresh_token, client_id: CLI_CLIENT.id };
    return tokens.parse(await posted(token_endpoint, form));
  }

  private async signIn(more: Readonly<Record<string, string>> = {}): Promise<Tokens> {
    const { authorization_endpoint, token_endpoint } = await discover(this.issuer);
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      client_id: CLI_CLIENT.id,
      response_type: 'code',
      redirect_uri: CLI_CLIENT.redirect,
      scope: 'openid',
      state: randomBytes(8).toString('base64url'),
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...more,
    });
    const callback = await this.browser.signIn(`${authorization_endpoint}?${query.toString()}`, this.personId);
    const code = callback.searchParams.get('code');
    if (code === null || callback.searchParams.get('state') !== query.get('state')) {
      const error = callback.searchParams.get('error');
      throw new Error(`The identity provider refused to sign in ${this.personId}: ${error}`);
    }
    const form = {
      grant_type: 'authorization_code',
      code,
      client_id: CLI_CLIENT.id,
      redirect_uri: CLI_CLIENT.redirect,
      code_verifier: verifier,
    };
    return tokens.parse(await posted(token_endpoint, form));
  }
}

async function discover(issuer: string): Promise<Discovery> {
  return discovery.parse(await (await ok(await fetch(`${issuer}/.well-known/openid-configuration`))).json());
}

async function posted(address: string, form: Readonly<Record<string, string>>): Promise<unknown> {
  return (await answered(address, form)).json();
}

async function answered(address: string, form: Readonly<Record<string, string>>): Promise<Response> {
  return ok(await fetch(address, { method: 'POST', body: new URLSearchParams(form) }));
}

async function ok(response: Response): Promise<Response> {
  if (!response.ok) throw new Error(`The identity provider answered ${response.status}: ${await response.text()}`);
  return response;
}
