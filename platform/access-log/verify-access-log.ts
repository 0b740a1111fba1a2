import type { Pool } from 'pg';
import { signedLines, type CheckpointSource } from '../timeline/signed-line';
import { MerkleTree } from './merkle';
import { lastPlace, leafOf, placesBetween, type Place } from './places';
import { readSeal, type Seal } from './seal';
import { accessDigestOf, STORED_ACCESS, type StoredAccess } from './stored-access';

/** What was found of the access log. */
export interface AccessTotals {
  readonly accesses: number;
  /** Rows whose place is in a line that was signed. */
  readonly sealed: number;
  /** Lines of its checkpoints. */
  readonly accessCheckpoints: number;
  readonly problems: number;
}

const PAGE = 1_000;
/** A statement of ours is broken off after seconds: no row commits so much later than its time says. */
const LATEST_COMMIT_MS = 60_000;

/**
 * Proves the access log page by page, in bounded memory: each row against its digest, each signed line against what stands in
 * its places, and that every row has a place or waits for one.
 *
 * Of rows that are not signed yet it finds those that were altered, put in, or taken away with their waiting entry left;
 * whoever rewrites such a row with a digest that fits, or takes both away, before the next line is signed, leaves no trace.
 *
 * @param pool of a role that may read all of it
 * @param say told of each problem, one line of text
 */
export async function verifyAccessLog(
  pool: Pool,
  source: CheckpointSource,
  say: (line: string) => void,
): Promise<AccessTotals> {
  let problems = 0;
  const tell = (line: string) => {
    problems += 1;
    say(line);
  };
  const walk = new PlaceWalk(tell);
  const { sealed, lines } = await verifySeals(pool, source, walk, tell);
  const end = await lastPlace(pool);
  await walk.along(placesBetween(pool, sealed + 1, end), sealed + 1, end);
  const accesses = await verifyRows(pool, walk.newest, tell);
  await verifyWaiting(pool, tell);
  return { accesses, sealed, accessCheckpoints: lines, problems };
}

type Tell = (line: string) => void;

/** Compares each signed line with what stands in its places. Answers how far the lines go, and how many there are. */
async function verifySeals(pool: Pool, source: CheckpointSource, walk: PlaceWalk, tell: Tell) {
  let sealed = 0;
  let lines = 0;
  const tellOfLine = (nth: number, problem: string) => tell(`access checkpoint ${nth}: ${problem}`);
  for await (const { nth, value: seal } of signedLines(source, readSeal, tellOfLine)) {
    lines = nth;
    if (!seal) continue;
    if (seal.from > sealed + 1) tellOfLine(nth, `leaves out the places ${sealed + 1} to ${seal.from - 1}`);
    if ((await rootNow(pool, seal, walk)) !== seal.root)
      tellOfLine(nth, `what stands in the places ${seal.from} to ${seal.to} is not what was signed at ${seal.at}`);
    sealed = Math.max(sealed, seal.to);
  }
  return { sealed, lines };
}

async function rootNow(pool: Pool, { from, to }: Seal, walk: PlaceWalk): Promise<string> {
  const tree = new MerkleTree();
  await walk.along(placesBetween(pool, from, to), from, to, (place) => tree.add(leafOf(place)));
  return tree.root;
}

/** Goes along the places in order and tells of those that are empty or out of time. */
class PlaceWalk {
  /** Time of the newest row that has a place, in milliseconds since 1970. */
  newest = 0;
  /** Lines may sign places once more, after one that cannot be trusted: nothing is told twice. */
  private reached = 0;

  constructor(private readonly tell: Tell) {}

  async along(
    places: AsyncGenerator<Place>,
    from: number,
    to: number,
    each: (place: Place) => void = () => undefined,
  ): Promise<void> {
    let next = from;
    for await (const place of places) {
      this.missing(next, place.place - 1);
      this.look(place);
      each(place);
      next = place.place + 1;
    }
    this.missing(next, to);
  }

  private missing(first: number, to: number): void {
    const from = Math.max(first, this.reached + 1);
    this.reached = Math.max(this.reached, to);
    if (from === to) this.tell(`access log: the place ${from} is missing`);
    else if (from < to) this.tell(`access log: the places ${from} to ${to} are missing`);
  }

  private look({ place, access, at }: Place): void {
    if (place <= this.reached) return;
    this.reached = place;
    if (at === null) {
      this.tell(`access ${access} (place ${place}): is missing`);
      return;
    }
    if (at.getTime() < this.newest - LATEST_COMMIT_MS)
      this.tell(`access ${access} (place ${place}): is older than what stands before it: it was put in later`);
    this.newest = Math.max(this.newest, at.getTime());
  }
}

type Row = StoredAccess & { readonly placed: boolean; readonly waiting: boolean };

/** Recomputes the digest of each row there is now, and looks whether it has been given a place or waits for one. */
async function verifyRows(pool: Pool, newestPlaced: number, tell: Tell): Promise<number> {
  const { rows: ends } = await pool.query<{ last: string | null }>('SELECT max(id) AS last FROM access_log');
  let count = 0;
  for (let after = '0', more = true; more;) {
    const { rows } = await pool.query<Row>(
      `SELECT ${STORED_ACCESS}, p.place IS NOT NULL AS placed, w.access IS NOT NULL AS waiting
       FROM access_log l LEFT JOIN access_log_place p ON p.access = l.id LEFT JOIN access_log_waiting w ON w.access = l.id
       WHERE l.id > $1 AND l.id <= $2 ORDER BY l.id LIMIT ${PAGE}`,
      [after, ends[0]?.last ?? '0'],
    );
    for (const row of rows) {
      for (const problem of problemsOf(row, newestPlaced)) tell(`access ${row.id}: ${problem}`);
      after = row.id;
    }
    count += rows.length;
    more = rows.length === PAGE;
  }
  return count;
}

function problemsOf(row: Row, newestPlaced: number): readonly string[] {
  const problems: string[] = [];
  if (accessDigestOf(row) !== row.digest) problems.push('does not match its digest: it has been altered');
  if (!row.placed && !row.waiting) problems.push('was not logged by Waymark: it was put in');
  // Placing takes all that wait: what has been passed over for so long came after its time.
  if (!row.placed && row.waiting && Date.parse(row.at) < newestPlaced - LATEST_COMMIT_MS)
    problems.push('is older than what has its place already: it was put in later');
  return problems;
}

/** Rows that wait for their place and are gone. */
async function verifyWaiting(pool: Pool, tell: Tell): Promise<void> {
  const { rows } = await pool.query<{ access: string }>(
    `SELECT w.access FROM access_log_waiting w LEFT JOIN access_log l ON l.id = w.access WHERE l.id IS NULL ORDER BY w.access`,
  );
  for (const { access } of rows) tell(`access ${access}: is missing: it waited for its place`);
}
