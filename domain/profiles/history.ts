import type { ProfileArea } from './areas.v1';

/**
 * Events of people, in columns: those of the first person, as many as its count says, then of the next. A person's may go on in the next
 * block. Each fact holds a day (16 bits, since 1970), a force (8 bits, by its
 * place in the list of forces), a victim's bit and those of the areas.
 */
export interface HistoryBlock {
  readonly people: Int32Array;
  readonly counts: Int32Array;
  readonly facts: Int32Array;
  /** In hundredths of the gravity's unit; −1 where it is not known. */
  readonly harms: Int32Array;
}

export const AREA_BITS = 7;
export const VICTIM_BIT = 1 << AREA_BITS;
export const FORCE_SHIFT = 8;
export const DAY_SHIFT = 16;

export const dayIn = (fact: number) => fact >>> DAY_SHIFT;
export const forceIn = (fact: number) => (fact >>> FORCE_SHIFT) & 0xff;
export const isVictimIn = (fact: number) => (fact & VICTIM_BIT) !== 0;
export const areasIn = (fact: number) => fact & (VICTIM_BIT - 1);

export type AreaOrAll = ProfileArea | 'all';
