import { createHash } from 'node:crypto';
import type { QueryConfig } from 'pg';

/**
 * A statement that each connection prepares once, so that it is neither read nor planned again. It is named by its text, since
 * readers of other kinds have other texts. Only for texts of which there are few: each keeps its plan in each connection.
 */
export function prepared(text: string, values: readonly unknown[]): QueryConfig<unknown[]> {
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  return { name: `prepared_${digest}`, text, values: [...values] };
}
