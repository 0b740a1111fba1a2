/** Access that a person was given by name, or took by breaking the glass. */
export interface AccessGrant {
  readonly id: string;
  readonly kind: 'specific' | 'challenged';
  readonly person: string;
  /** RFC 3339 UTC. */
  readonly until: string;
  readonly revoked: boolean;
}

export interface AccessState {
  readonly grants: readonly AccessGrant[];
  /** Those who are kept out, whatever else lets them in. */
  readonly excluded: readonly string[];
}

export const access: AccessState = { grants: [], excluded: [] };
