import type { Client } from '@temporalio/client';
import canonicalize from 'canonicalize';
import type { Pool } from 'pg';
import { briefOf, type Brief } from '../../domain/operation/brief';
import type { OperationEvent } from '../../domain/operation/events';
import { fold } from '../../domain/operation/fold';
import { submittedAfter } from '../../domain/operation/stages-entered';
import { FOLD_VERSION, unopened, type OperationState } from '../../domain/operation/state';
import type { NamedPerson } from '../../domain/access/need-to-know';
import type { Remit } from '../../domain/access/remit';
import { reading, readingAs, type Queries } from '../access/reading';
import type { StoredFiles } from '../files/stored-files';
import { AttachedFiles } from './attached-files';
import { Chain, type Problem, type StoredEvent } from './chain';
import { readEvents } from './stored-events';
import { compareTexts, readTexts } from './texts';
import { compareWorkflow, type Agreement } from './workflow-head';

/** What was found of one operation's timeline; `sequence` and `hash` are where it ends. */
export interface Verification {
  readonly verified: boolean;
  readonly sequence: number;
  readonly hash: string;
  readonly workflow: Agreement;
  readonly problems: readonly Problem[];
}

interface Row {
  readonly sequence: number;
  readonly hash: string;
  readonly brief: Brief;
  readonly stateSequence: number;
  readonly foldVersion: number;
  readonly state: OperationState;
  readonly submittedAt: string | null;
  /** As readers are let in or kept out by it; null where it is not compared. */
  readonly named: readonly NamedPerson[] | null;
}

/**
 * Proves one operation's timeline: recomputes its chain of hashes from the first event on, compares texts with the
 * digests that were recorded, the row with the fold of the timeline, and a running workflow's head with the chain's.
 * Reads one moment of the database, page by page.
 *
 * @param client asked for the workflow's head; without it, the database alone is looked at
 * @param options `store` is looked into for the files that are kept, each of which is read whole; without it, none is. With a
 *   `remit`, what somebody sees is proved for them: of what is withheld from them, its digest
 */
export async function verifyOperation(
  pool: Pool,
  reference: string,
  client?: Client,
  { store, remit }: { readonly store?: Pick<StoredFiles, 'problemOf'> | undefined; readonly remit?: Remit } = {},
): Promise<Verification> {
  const read = <T>(work: (connection: Queries) => Promise<T>) =>
    remit ? readingAs(pool, remit, work, 'one-moment') : reading(pool, work);
  const { chain, files } = await read((connection) => verifyRecords(connection, reference, remit === undefined));
  const { agreement, problems } =
    client === undefined || chain.head.sequence === 0
      ? { agreement: 'not-asked' as const, problems: [] }
      : await compareWorkflow(client, read, reference);
  const found = [...chain.problems, ...problems, ...(store ? await files.problems(store) : [])];
  return { verified: found.length === 0, ...chain.head, workflow: agreement, problems: found };
}

/** @param whole whether the connection sees more than a reader does: who else is named */
async function verifyRecords(connection: Queries, reference: string, whole: boolean) {
  const chain = new Chain(reference);
  const files = new AttachedFiles();
  const row = await readRow(connection, reference, whole);
  let folded: Folded | undefined = { state: unopened(reference), submittedAt: null };
  let snapshot: OperationState | undefined;
  for await (const events of readEvents(connection, reference)) {
    for (const event of events) {
      chain.add(event);
      if (!event.faithful) chain.note(event.sequence, 'is shown to readers other than it was recorded');
      folded = folded && foldOne(folded, event, chain);
      if (event.sequence === row?.stateSequence) snapshot = folded?.state;
      files.note(event);
    }
    const texts = await readTexts(connection, reference, events);
    for (const { sequence, problem } of compareTexts(events, texts)) chain.note(sequence, problem);
  }
  compareRow(chain, row, folded, snapshot);
  return { chain, files };
}

/** What the timeline comes to. */
interface Folded {
  readonly state: OperationState;
  readonly submittedAt: string | null;
}

/** The row must end where the chain ends and hold what the timeline folds to: its brief now, its snapshot then. */
function compareRow(
  chain: Chain,
  row: Row | undefined,
  folded: Folded | undefined,
  snapshot: OperationState | undefined,
): void {
  const { sequence, hash } = chain.head;
  if (!row) {
    chain.note(sequence, sequence === 0 ? 'there is no such operation' : 'its operation has lost its row');
    return;
  }
  if (row.sequence > sequence) chain.note(sequence + 1, `is missing: the row has come to ${row.sequence}`);
  else if (row.sequence < sequence) chain.note(row.sequence + 1, 'is unknown to the row');
  else if (row.hash !== hash) chain.note(sequence, 'is not the event that the row ends with');
  if (!folded || row.sequence !== sequence) return;
  const { state, submittedAt } = folded;
  const differing = differences(comparable(briefOf(state), row.brief), row.brief);
  // A snapshot of an earlier shape is folded anew when it is next used, and never read before.
  if (row.foldVersion === FOLD_VERSION && snapshot) differing.push(...differences(snapshot, row.state));
  if (row.submittedAt !== submittedAt) differing.push('submittedAt');
  if (row.named && canonicalize(row.named) !== canonicalize(row.brief.named)) differing.push('named');
  if (differing.length > 0)
    chain.note(sequence, `the row differs from what is recorded: ${[...new Set(differing)].join(', ')}`);
}

/** What an earlier release did not write into the brief, the jobs process adds in its time. */
function comparable(brief: Brief, stored: Partial<Brief>): Partial<Brief> {
  const isThere = ([name]: readonly [string, unknown]) => !ADDED.includes(name as keyof Brief) || name in stored;
  return Object.fromEntries(Object.entries(brief).filter(isThere));
}
const ADDED: readonly (keyof Brief)[] = ['awaiting', 'risk', 'deadlines'];

const differences = <T extends object>(folded: T, stored: T): string[] =>
  (Object.keys(folded) as (keyof T & string)[]).filter(
    (key) => canonicalize(stored[key]) !== canonicalize(folded[key]),
  );

function foldOne({ state, submittedAt }: Folded, stored: StoredEvent, chain: Chain): Folded | undefined {
  try {
    const event = { ...stored, payload: JSON.parse(stored.payload) } as unknown as OperationEvent;
    return { state: fold(state, event), submittedAt: submittedAfter(submittedAt, event) };
  } catch {
    chain.note(stored.sequence, `cannot be folded: ${stored.type} version ${stored.version} is not understood`);
    return undefined;
  }
}

async function readRow(connection: Queries, reference: string, whole: boolean): Promise<Row | undefined> {
  const { rows } = await connection.query<Row>(
    `SELECT sequence, encode(head_hash, 'hex') AS hash, brief, state_sequence AS "stateSequence",
            fold_version AS "foldVersion", state, rfc3339(submitted_at) AS "submittedAt", CASE WHEN $2 THEN (
              SELECT coalesce(jsonb_agg(jsonb_build_object('person', person, 'grant', "grant", 'until', rfc3339(until)) ORDER BY nth), '[]')
              FROM operation_person WHERE operation = $1) END AS named
     FROM operation WHERE reference = $1`,
    [reference, whole],
  );
  return rows[0];
}
