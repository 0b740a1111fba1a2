import { PEOPLE, type PersonId } from '../../../platform/embedded/identity/people';
import { SignedIn } from '../../../platform/embedded/identity/sign-in';
import { ApiClient } from '../api/api-client';
import type { Cast } from './scenario';

/** Gives every seeded person their way to the API; each signs in when they first need it. */
export function castOf(urls: { readonly issuer: string; readonly api: string }): Cast<PersonId> {
  const people = PEOPLE.map(({ id }) => [id, new ApiClient(urls.api, new SignedIn(urls.issuer, id))] as const);
  return Object.fromEntries(people) as Record<PersonId, ApiClient>;
}
