import { idPipe } from '../http/id-pipe';
import { Problem } from '../http/problems';

/** A translation in an address: T1. */
export const translationId = idPipe(
  /^T[1-9]\d{0,3}$/,
  () => new Problem('not-found', 'There is no such translation: its address ends in a T and a number, as T1.'),
);
