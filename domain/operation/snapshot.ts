import { ONLY } from './areas/assessment/fold';
import type { ThreatScore } from './areas/assessment/state';
import { SUSPECTED } from './areas/proceedings/state';
import { FOLD_VERSION, unopened, type OperationState } from './state';

const ALWAYS_UNTIL = 100;
const EVERY = 50;

/**
 * Whether events that lead from one sequence to another are to be recorded with the whole state. It is as large as the
 * operation: beyond a hundred events to write it each time would cost more than the command, and to fold at most fifty
 * events on costs a reader next to nothing.
 */
export const isSnapshotDue = (from: number, to: number): boolean =>
  to <= ALWAYS_UNTIL || Math.floor(from / EVERY) < Math.floor(to / EVERY);

/**
 * A snapshot as today's code would have folded it, where that follows from the snapshot alone; otherwise `null`, and the
 * events must tell. Histories of earlier releases carry such snapshots and must replay.
 */
export function brought(foldVersion: number, state: OperationState): OperationState | null {
  if (foldVersion === FOLD_VERSION) return state;
  if (foldVersion === 5) return withRequests(state);
  if (foldVersion === 3 || foldVersion === 4) return withScores(state);
  return foldVersion === 1 ? fromKernel(withScores(state)) : null;
}

/** Version 5, of release 0.4.0, knew no requests to qualified translators. */
const withRequests = (state: OperationState): OperationState => ({ ...unopened(state.reference), ...state });

/**
 * Version 4, of release 0.3.0, knew one score at a time; version 3, of 0.2.0, and version 1 neither grants nor exclusions
 * beside.
 */
function withScores(stored: OperationState): OperationState {
  const { score, ...state } = stored as OperationState & { readonly score: OneScore | null };
  const scores = score ? [{ id: ONLY, evidence: [], superseded: false, ...score }] : [];
  return { ...withRequests(state), scores };
}
type OneScore = Pick<ThreatScore, 'assessment' | 'by' | 'confirmedBy'>;

/** Version 1, the kernel's, knew none of the strands that were added beside its own. */
function fromKernel(state: OperationState): OperationState {
  return {
    ...state,
    subjects: state.subjects.map((subject) => ({
      ...subject,
      suspect: subject.suspect && {
        ...SUSPECTED,
        ...subject.suspect,
        sentence: subject.suspect.status === 'sentenced' ? 'immediate-custody' : null,
      },
      aliases: [],
      identifiers: [],
      origin: null,
    })),
    package: state.package && { ...state.package, recalled: false },
  };
}
