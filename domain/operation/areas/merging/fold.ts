import type { OperationState } from '../../state';
import type { Applies } from '../areas';
import { SUSPECTED } from '../proceedings/state';
import type { MergingEvents } from './events';
import type { Merge } from './state';

export const merging: Applies<MergingEvents> = {
  mergeRequested: ({ merges }, { merge, into }, { actor }) => ({
    merge: { id: merge, into, status: 'merging', requestedBy: actor, unmerges: 0 },
    merges: merges + 1,
  }),
  mergedInto: (state) => changeMerge(state, { status: 'merged' }),
  mergeAbandoned: () => ({ merge: null }),
  unmergeRequested: (state, _, { actor }) =>
    changeMerge(state, {
      status: 'unmerging',
      requestedBy: actor,
      unmerges: (state.merge?.unmerges ?? 0) + 1,
    }),
  unmergeRefused: (state) => changeMerge(state, { status: 'merged' }),
  unmerged: () => ({ merge: null }),
  mergeReceived: (state, { merge, operation, subjects }) => ({
    received: [...state.received, { merge, operation }],
    subjects: [
      ...state.subjects,
      ...subjects.map(({ subject, of, roles, name, suspect, aliases, identifiers }) => ({
        id: subject,
        roles,
        name,
        suspect: suspect && { ...SUSPECTED, ...suspect },
        safeguardingPlan: null,
        aliases,
        identifiers,
        origin: { operation, subject: of, since: [] },
      })),
    ],
  }),
  mergeReleased: (state, { merge, subjects }) => ({
    received: state.received.filter((one) => one.merge !== merge),
    subjects: state.subjects.filter(({ id }) => !subjects.includes(id)),
    released: state.released + subjects.length,
  }),
};

const changeMerge = ({ merge }: OperationState, change: Partial<Merge>): Partial<OperationState> => ({
  merge: merge && { ...merge, ...change },
});
