import type { Pool, PoolClient } from 'pg';

/** A place of the access log and what stands there now. */
export interface Place {
  readonly place: number;
  /** Identifier of the row that was given the place. */
  readonly access: string;
  /** When; `null` where the row is gone. */
  readonly at: Date | null;
  readonly digest: Buffer | null;
}

type PlaceRow = Omit<Place, 'place'> & { readonly place: string };

const PAGE = 1_000;

/** What stands in a run of places, both ends included, page by page. */
export async function* placesBetween(
  connection: Pick<Pool | PoolClient, 'query'>,
  from: number,
  to: number,
): AsyncGenerator<Place> {
  for (let next = from; next <= to;) {
    const { rows } = await connection.query<PlaceRow>(
      `SELECT p.place, p.access, l.at, l.digest FROM access_log_place p LEFT JOIN access_log l ON l.id = p.access
       WHERE p.place BETWEEN $1 AND $2 ORDER BY p.place LIMIT ${PAGE}`,
      [next, to],
    );
    for (const row of rows) yield { ...row, place: Number(row.place) };
    if (rows.length < PAGE) return;
    next = Number(rows[rows.length - 1]?.place) + 1;
  }
}

/** What a place contributes to the tree; one whose row is gone, nothing. */
export const leafOf = ({ digest }: Place): Uint8Array => digest ?? new Uint8Array();

/** The last place that has been given, or 0. */
export async function lastPlace(connection: Pick<Pool | PoolClient, 'query'>): Promise<number> {
  const { rows } = await connection.query<{ last: string | null }>('SELECT max(place) AS last FROM access_log_place');
  return Number(rows[0]?.last ?? 0);
}
