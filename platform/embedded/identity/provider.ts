import Provider, { interactionPolicy, type Configuration } from 'oidc-provider';
import { AUDIENCE, CLI_CLIENT } from './client';
import type { IdentityKeys } from './keys';
import { findPerson, type Person } from './people';

const ACCESS_TOKEN_SECONDS = 8 * 60 * 60;

export interface IdentitySettings {
  readonly issuer: string;
  readonly keys: IdentityKeys;
  readonly webClientSecret: string;
  /** Where the pages take people back to. */
  readonly webRedirect: string;
}

/** The development identity provider: a real OpenID Connect provider, but anyone may sign in as anyone. */
export function createProvider({ issuer, keys, webClientSecret, webRedirect }: IdentitySettings): Provider {
  const configuration: Configuration = {
    clients: [
      {
        client_id: CLI_CLIENT.id,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: [CLI_CLIENT.redirect],
      },
      {
        client_id: 'waymark-web',
        client_secret: webClientSecret,
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: [webRedirect],
      },
    ],
    jwks: keys.signing as NonNullable<Configuration['jwks']>,
    cookies: { keys: [...keys.cookies] },
    pkce: { required: () => true },
    scopes: ['openid'],
    claims: { openid: ['sub', 'roles', 'force', 'clearance', 'permissions'] },
    findAccount: (_context, id) => {
      const person = findPerson(id);
      if (!person) return undefined;
      return { accountId: id, claims: () => ({ sub: id, ...claimsOf(person) }) };
    },
    extraTokenClaims: (_context, token) => {
      const person = 'accountId' in token ? findPerson(token.accountId ?? '') : undefined;
      return person && claimsOf(person);
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => `urn:waymark:${AUDIENCE}`,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          audience: AUDIENCE,
          scope: 'openid',
          accessTokenFormat: 'jwt',
          accessTokenTTL: ACCESS_TOKEN_SECONDS,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    ttl: { Interaction: 600, Session: ACCESS_TOKEN_SECONDS, Grant: ACCESS_TOKEN_SECONDS, IdToken: 3600 },
    interactions: { policy: signInOnly(), url: (_context, interaction) => `/sign-in/${interaction.uid}` },
    // Our own clients: there is nothing to consent to.
    loadExistingGrant: async (context) => {
      const { client, session, provider } = context.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid');
      grant.addResourceScope(`urn:waymark:${AUDIENCE}`, 'openid');
      await grant.save();
      return grant;
    },
    renderError: (context, out) => {
      context.type = 'text/plain';
      context.body = `${out.error}: ${out.error_description ?? ''}\n`;
    },
  };
  return new Provider(issuer, configuration);
}

/** Sign-in without the page that asks a native application's user to confirm. */
function signInOnly(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.get('consent')?.checks.remove('native_client_prompt');
  return policy;
}

const claimsOf = ({ roles, force, clearance = 'OFFICIAL', permissions = [] }: Person) => ({
  roles: [...roles],
  force,
  clearance,
  permissions: [...permissions],
});
