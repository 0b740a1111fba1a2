import type { TokenSource } from './azure';

/**
 * The Entra identity that the machine or the environment has: a managed one, that of a workload, or one named by `AZURE_TENANT_ID`,
 * `AZURE_CLIENT_ID` and a secret or certificate (`DefaultAzureCredential`). The library, which is large, is read when a token is first wanted.
 */
export function entraIdentity(): TokenSource {
  let credential: TokenSource | undefined;
  return {
    getToken: async (scopes, options) => {
      const { DefaultAzureCredential } = await import('@azure/identity');
      return (credential ??= new DefaultAzureCredential()).getToken(scopes, options);
    },
  };
}
