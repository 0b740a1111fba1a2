/**
 * What a system may do here, as its token's scopes name it. A system has none of the roles of people: it may use the routes
 * that name its scope, and no other.
 */
export const SCOPES = {
  'lists:read': 'Read lists that are data',
} as const;
export type Scope = keyof typeof SCOPES;
