import type { Pool } from 'pg';
import type { Readings } from '../../apps/api/access/readings';
import { FORCES } from '../../domain/access/actor';
import type { Remit } from '../../domain/access/remit';
import { RESTRICTIONS } from '../../domain/text/text';
import { readingAs } from '../../platform/access/reading';

/** Of somebody who sees every operation, for tests in which it does not matter who asks. */
export const ALL_SEEING: Remit = {
  person: 'all-seeing',
  tier: 2,
  forces: FORCES,
  standings: [],
  permissions: RESTRICTIONS,
  challenging: false,
};

/** Reads a database for {@link ALL_SEEING}, whoever asks. */
export const allSeeing = (pool: Pool) =>
  ({ as: (_, read, isolation) => readingAs(pool, ALL_SEEING, read, isolation) }) as Pick<Readings, 'as'> as Readings;
