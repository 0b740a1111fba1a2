/** Where the API tells of profiles. */
export const RUNS = '/api/v1/profiles/runs';
export const SUGGESTIONS = '/api/v1/profiles/suggestions';
export const IMPORTS = '/api/v1/profiles/imports';

export const runAt = (id: string, rest = '') => `${RUNS}/${encodeURIComponent(id)}${rest}`;
export const suggestionAt = (id: string, rest: string) => `${SUGGESTIONS}/${encodeURIComponent(id)}${rest}`;
export const importAt = (id: string, rest = '') => `${IMPORTS}/${encodeURIComponent(id)}${rest}`;
export const mappingAt = (force: string) => `/api/v1/profiles/mappings/${encodeURIComponent(force)}`;
export const profiledAt = (person: string) => `/api/v1/profiles/people/${encodeURIComponent(person)}`;

/** The address of a page of ours for an address of the API's pages. */
export const ownAddress = (next: string | null): string | undefined => next?.replace('/api/v1', '');
