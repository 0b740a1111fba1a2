import type { Applies } from '../areas';
import { changed } from '../entities';
import type { AccessEvents } from './events';
import type { AccessGrant, AccessState } from './state';

const added = ({ grants }: AccessState, given: Omit<AccessGrant, 'revoked'>) => ({
  grants: [...grants, { ...given, revoked: false }],
});

export const access: Applies<AccessEvents> = {
  accessGranted: (state, { grant, person, until }) => added(state, { id: grant, kind: 'specific', person, until }),
  accessChallenged: (state, { grant, person, until }) => added(state, { id: grant, kind: 'challenged', person, until }),
  accessRevoked: ({ grants }, { grant }) => ({ grants: changed(grants, grant, { revoked: true }) }),
  personExcluded: ({ excluded }, { person }) => ({ excluded: [...excluded, person] }),
  exclusionLifted: ({ excluded }, { person }) => ({ excluded: excluded.filter((one) => one !== person) }),
};
