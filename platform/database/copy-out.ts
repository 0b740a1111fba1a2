import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** What `COPY … TO STDOUT` sends, as it comes. */
export async function* copyOut(connection: PoolClient, statement: string): AsyncGenerator<Buffer> {
  const copy = connection.query(copyTo(statement));
  yield* copy as AsyncIterable<Buffer>;
  // The driver's timer for the answer ends with a callback that it gives the library, which never calls it.
  (copy as { callback?: () => void }).callback?.();
}
