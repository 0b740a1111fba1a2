import { PEOPLE, type PersonId } from '../../../platform/embedded/identity/people';
import { tokenFor } from '../../../platform/embedded/identity/sign-in';
import { ApiClient } from '../api/api-client';
import type { Cast } from './scenario';

/** Signs every seeded person in and gives each their way to the API. */
export async function castOf(urls: { readonly issuer: string; readonly api: string }): Promise<Cast<PersonId>> {
  const signedIn = await Promise.all(
    PEOPLE.map(async ({ id }) => {
      const token = await tokenFor(urls.issuer, id);
      return [id, new ApiClient(urls.api, () => token)] as const;
    }),
  );
  return Object.fromEntries(signedIn) as Record<PersonId, ApiClient>;
}
