import { randomInt } from 'node:crypto';

/** The reference of an operation of one's own: Waymark opened none in that year, and gives none. */
export const ownReference = () => `OP-1999-${randomInt(100_000_000, 1_000_000_000)}`;
