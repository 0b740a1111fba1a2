import { escapeLiteral, type Pool, type PoolClient, type QueryResult } from 'pg';
import type { Remit } from '../../domain/access/remit';

/** What reads are made with: a pool, or one connection of it. */
export type Queries = Pick<PoolClient, 'query'>;

/** A connection that reads for somebody: what they may not see is not there. */
export interface Reader extends Queries {
  readonly remit: Remit;
  /** Operations that let them in by name, and those that keep them out. */
  readonly letIn: readonly string[];
  readonly keptOut: readonly string[];
}

/** `one-moment`: all queries see the same moment of the database. */
export type Isolation = 'each-query' | 'one-moment';

const BEGIN: Readonly<Record<Isolation, string>> = {
  'each-query': 'BEGIN READ ONLY',
  'one-moment': 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
};

/** The statement that says for whom a transaction reads; row-level security takes it from there. */
export function readAs({ person, tier, forces, standings, permissions, challenging }: Remit): string {
  const arrays = [forces, standings, permissions].map((values) => escapeLiteral(arrayOf(values)));
  return `SELECT let_in AS "letIn", kept_out AS "keptOut" FROM read_as(${escapeLiteral(person)}, ${tier}, ${arrays.join(', ')}, ${challenging})`;
}

/** An array as PostgreSQL writes one: `{"a","b"}`. */
const arrayOf = (values: readonly string[]) => `{${values.map((value) => JSON.stringify(value)).join(',')}}`;

/**
 * Reads for somebody, in a transaction that says for whom. One round trip more than the reads themselves: the answer does
 * not wait for the end of the transaction.
 */
export function readingAs<T>(
  pool: Pool,
  remit: Remit,
  read: (reader: Reader) => Promise<T>,
  isolation: Isolation = 'each-query',
): Promise<T> {
  return transaction(pool, `${BEGIN[isolation]}; ${readAs(remit)}`, (connection, begun) => {
    // One result for each of the two statements.
    const [, { rows }] = begun as unknown as [QueryResult, QueryResult<Pick<Reader, 'letIn' | 'keptOut'>>];
    const named = rows[0] as Pick<Reader, 'letIn' | 'keptOut'>;
    return read({ remit, ...named, query: connection.query.bind(connection) as PoolClient['query'] });
  });
}

/** Runs a reading of Waymark itself in one transaction, so that all of it sees the same moment. */
export function reading<T>(pool: Pool, read: (connection: Queries) => Promise<T>): Promise<T> {
  return transaction(pool, BEGIN['one-moment'], read);
}

async function transaction<T>(
  pool: Pool,
  begin: string,
  read: (connection: PoolClient, begun: QueryResult) => Promise<T>,
): Promise<T> {
  const connection = await pool.connect();
  try {
    const result = await read(connection, await connection.query(begin));
    connection.query('COMMIT').then(
      () => connection.release(),
      (error: Error) => connection.release(error),
    );
    return result;
  } catch (error) {
    // Its transaction is of no more use: the connection is thrown away with it.
    connection.release(error as Error);
    throw error;
  }
}
