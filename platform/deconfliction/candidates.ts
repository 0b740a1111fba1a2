import { birthsNear } from '../../domain/deconfliction/births';
import type { Identity } from '../../domain/deconfliction/identity';
import { soundsOf } from '../../domain/deconfliction/sounds';

/** How many identities each way of looking finds at most; they are scored one by one. [P] */
const LIMIT = 200;

/** The values of the SQL functions `identity_candidates` and `deconflict`, in their order. */
export function candidateValues({ names, births, marks }: Identity): readonly unknown[] {
  return [names, soundsOf(names), births, birthsNear(births), marks, LIMIT];
}
