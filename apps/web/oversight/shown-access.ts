import type { Access } from '../../api/access-log/access-log.schema';
import { commandTitle } from '../words/commands';
import { fieldLabel } from '../words/fields';

/** What was done in one request, in words. */
export interface Done {
  readonly at: string;
  /** What they did, or tried to. */
  readonly did: string;
  /** What the address asked for besides the operation. */
  readonly asked: readonly string[];
  readonly status: number;
  readonly records: number;
  /** How many operations a list showed, of those that the reader sees. */
  readonly listed: number;
}

/** One look at something: what one person did of the same kind without a pause, which may take several requests. */
export interface Look extends Pick<
  Access,
  'person' | 'roles' | 'force' | 'address' | 'kind' | 'outcome' | 'operation' | 'justification'
> {
  /** When it began, and when it ended. */
  readonly from: string;
  readonly to: string;
  /** Newest first. */
  readonly requests: readonly Done[];
  /** What was done, each once, with how often. */
  readonly did: readonly { readonly text: string; readonly times: number }[];
  readonly records: number;
}

/** What follows later than this is another look. */
const PAUSE_MS = 15 * 60_000;
/** Of how a page asks, and not of what for. */
const UNSAID = ['reference', 'command', 'cursor', 'limit', 'order', 'bodies'];
/** The route that takes commands: others only ask which there are. */
const GIVEN = 'giveCommand';
/** More values than these are counted and not named. */
const NAMED = 3;
const SAME = ['person', 'address', 'outcome', 'kind', 'operation', 'justification'] as const;

/**
 * Accesses as looks, newest first: whoever opens a page makes several requests, and nobody wants to read each.
 *
 * @param rows newest first
 * @param titles of the API's routes
 */
export function looksOf(rows: readonly Access[], titles: ReadonlyMap<string, string>): readonly Look[] {
  const groups: Access[][] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (last && belongs(row, last)) group?.push(row);
    else groups.push([row]);
  }
  return groups.map((group) => lookOf(group, titles));
}

const belongs = (row: Access, later: Access) =>
  SAME.every((field) => row[field] === later[field]) && Date.parse(later.at) - Date.parse(row.at) <= PAUSE_MS;

function lookOf(group: readonly Access[], titles: ReadonlyMap<string, string>): Look {
  const [newest, oldest] = [group[0], group.at(-1)] as [Access, Access];
  const requests = group.map((row) => doneBy(row, titles));
  const did = [...Map.groupBy(requests, (one) => one.did)].map(([text, all]) => ({ text, times: all.length }));
  const { person, roles, force, address, kind, outcome, operation, justification } = newest;
  return {
    ...{ person, roles, force, address, kind, outcome, operation, justification },
    ...{ from: oldest.at, to: newest.at, requests, did },
    records: group.reduce((sum, row) => sum + row.records, 0),
  };
}

function doneBy({ at, route, what, status, records }: Access, titles: ReadonlyMap<string, string>): Done {
  const { asked = {}, listed = [] } = what as { asked?: Record<string, unknown>; listed?: readonly unknown[] };
  const { command } = asked;
  return {
    ...{ at, status, records, listed: listed.length },
    did:
      route === GIVEN && typeof command === 'string'
        ? `Give the command “${commandTitle(command)}”`
        : (titles.get(route) ?? route),
    asked: Object.entries(asked).flatMap(([name, value]) =>
      UNSAID.includes(name) ? [] : [`${fieldLabel(name)}: ${spelt(String(value))}`],
    ),
  };
}

function spelt(value: string): string {
  const { length } = value.split(',');
  return length > NAMED ? `${length} of them` : value;
}
