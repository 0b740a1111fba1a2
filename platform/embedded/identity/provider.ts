import Provider, { interactionPolicy, type Client, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { SCOPES } from '../../../domain/access/scopes';
import { AUDIENCE, CLI_CLIENT, SYSTEM_CLIENT, WEB_CLIENT } from './client';
import type { IdentityKeys } from './keys';
import { findPerson, type Person } from './people';
import { signedOutPage, signOutPage } from './pages';

const ACCESS_TOKEN_SECONDS = 5 * 60;
/** A shift of twelve hours, at whose desk a board stays open, with a hand-over before and after it. */
const SESSION_SECONDS = 14 * 60 * 60;
const SUPPORTED = ['openid', ...Object.keys(SCOPES)];
const RESOURCE = `urn:waymark:${AUDIENCE}`;

export interface IdentitySettings {
  readonly issuer: string;
  readonly keys: IdentityKeys;
  readonly webClientSecret: string;
  readonly systemClientSecret: string;
  /** Address of the pages. */
  readonly web: string;
  /** Where the API is told that a session has ended (OpenID Connect Back-Channel Logout 1.0). */
  readonly logoutUri: string;
}

/** The development identity provider: a real OpenID Connect provider, but anyone may sign in as anyone. */
export function createProvider(settings: IdentitySettings): Provider {
  const { issuer, keys } = settings;
  const configuration: Configuration = {
    clients: clientsOf(settings),
    jwks: keys.signing as NonNullable<Configuration['jwks']>,
    cookies: { keys: [...keys.cookies] },
    pkce: { required: () => true },
    // No `offline_access`, for anyone: a refresh token ends with its session.
    scopes: SUPPORTED,
    claims: { openid: ['sub', 'roles', 'force', 'clearance', 'permissions'] },
    findAccount: (_context, id) => {
      const person = findPerson(id);
      if (!person) return undefined;
      return { accountId: id, claims: () => ({ sub: id, ...claimsOf(person) }) };
    },
    extraTokenClaims: (context, token) => {
      if (!('accountId' in token)) return undefined;
      const person = findPerson(token.accountId ?? '');
      const { AuthorizationCode: code, RefreshToken: refresh } = context.oidc.entities;
      // A refreshed token still says when its person has signed in.
      const { authTime, acr, sid } = refresh ?? code ?? {};
      return person && { ...claimsOf(person), sid, auth_time: authTime, acr };
    },
    issueRefreshToken: (_context, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: () => true,
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      backchannelLogout: { enabled: true },
      revocation: { enabled: true, allowedPolicy: (_context, client, token) => token.clientId === client.clientId },
      rpInitiatedLogout: {
        logoutSource: (context, form) => {
          context.body = signOutPage(form);
        },
        postLogoutSuccessSource: (context) => {
          context.body = signedOutPage();
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          audience: AUDIENCE,
          scope: SUPPORTED.join(' '),
          accessTokenFormat: 'jwt',
          accessTokenTTL: ACCESS_TOKEN_SECONDS,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    ttl: {
      Interaction: 600,
      Session: SESSION_SECONDS,
      Grant: SESSION_SECONDS,
      RefreshToken: SESSION_SECONDS,
      ClientCredentials: ACCESS_TOKEN_SECONDS,
      IdToken: 3600,
    },
    interactions: { policy: signInOnly(), url: (_context, interaction) => `/sign-in/${interaction.uid}` },
    // Our own clients: there is nothing to consent to.
    loadExistingGrant: async (context) => {
      const { client, session, provider } = context.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid');
      grant.addResourceScope(RESOURCE, 'openid');
      await grant.save();
      return grant;
    },
    renderError: (context, out) => {
      context.type = 'text/plain';
      context.body = `${out.error}: ${out.error_description ?? ''}\n`;
    },
    // The library would not reach the API on the loopback, where all of this stack is.
    fetch: (address, { dispatcher: _, ...options } = {}) => fetch(address, options),
  };
  return new Provider(issuer, configuration);
}

/**
 * Tells the API that a session has ended whose refresh token was given back, or used a second time. Of a sign-out the
 * library tells it by itself.
 *
 * @throws Error when the API does not answer
 */
export async function tellOfRevocation(context: KoaContextWithOIDC): Promise<void> {
  const { RefreshToken: token, Client: client } = context.oidc.entities;
  if (token?.sid === undefined) return;
  await (client as Notifying).backchannelLogout(token.accountId, token.sid);
}

/** The library's own; its types leave it out. */
interface Notifying extends Client {
  backchannelLogout(accountId: string, sid: string): Promise<void>;
}

function clientsOf({ webClientSecret, systemClientSecret, web, logoutUri }: IdentitySettings) {
  const forPeople = {
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code' as const],
    scope: 'openid',
    backchannel_logout_uri: logoutUri,
    backchannel_logout_session_required: true,
  };
  return [
    {
      client_id: CLI_CLIENT.id,
      application_type: 'native' as const,
      token_endpoint_auth_method: 'none' as const,
      redirect_uris: [CLI_CLIENT.redirect],
      ...forPeople,
    },
    {
      client_id: WEB_CLIENT,
      client_secret: webClientSecret,
      redirect_uris: [`${web}/callback`],
      post_logout_redirect_uris: [`${web}/signed-out`],
      ...forPeople,
    },
    {
      client_id: SYSTEM_CLIENT,
      client_secret: systemClientSecret,
      token_endpoint_auth_method: 'client_secret_post' as const,
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
      scope: Object.keys(SCOPES).join(' '),
    },
  ];
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
