import type { ProfileRole } from './areas.v1';

/** What stands out in somebody's place beside its score. */
export const FLAGS = ['serial-suspect', 'repeat-victim', 'cross-border'] as const;
export type Flag = (typeof FLAGS)[number];

/** From how many events in the window on. [P] */
export const SERIAL = 3;
export const REPEAT = 2;

/** @param forces how many forces have events of theirs */
export function flagsOf(role: ProfileRole, events: number, forces: number): readonly Flag[] {
  return [
    ...(role === 'suspect' && events >= SERIAL ? (['serial-suspect'] as const) : []),
    ...(role === 'victim' && events >= REPEAT ? (['repeat-victim'] as const) : []),
    ...(forces > 1 ? (['cross-border'] as const) : []),
  ];
}
