import { SUSPECTED } from './areas/proceedings/state';
import { FOLD_VERSION, unopened, type OperationState } from './state';

/**
 * A snapshot as today's code would have folded it, where that follows from the snapshot alone; otherwise `null`, and the
 * events must tell. Histories of earlier releases carry such snapshots and must replay.
 */
export function brought(foldVersion: number, state: OperationState): OperationState | null {
  if (foldVersion === FOLD_VERSION) return state;
  if (foldVersion === 2) return { ...unopened(state.reference), ...state };
  return foldVersion === 1 ? fromKernel(state) : null;
}

/** Version 1, the kernel's, knew none of the strands that were added beside its own. */
function fromKernel(state: OperationState): OperationState {
  return {
    ...unopened(state.reference),
    ...state,
    subjects: state.subjects.map((subject) => ({
      ...subject,
      suspect: subject.suspect && { ...SUSPECTED, ...subject.suspect },
      aliases: [],
      identifiers: [],
    })),
    package: state.package && { ...state.package, recalled: false },
  };
}
