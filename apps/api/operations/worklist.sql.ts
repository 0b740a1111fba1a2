import { standingOf } from '../../../domain/access/remit';
import { stagesAwaiting } from '../../../domain/operation/awaiting';
import { STAGES } from '../../../domain/operation/codes';
import { partsSeenBy, placing, seenBy, type Part, type Placing, type Seeing } from '../../../platform/access/seen';
import { searchCondition, soughtBy } from './search';
import { ORDERS } from './worklist-orders';
import type { WorklistQuery } from './worklist.schema';

/** Column of each filter that is a column. */
const FILTERS = {
  stage: 'stage',
  leadForce: 'lead_force',
  threatArea: 'threat_area',
  mergedInto: 'merged_into',
} as const;

const COLUMNS =
  'reference, sequence, stage, codename, threat_area, lead_force, marking, opened_at, updated_at, next_due_at, submitted_at, risk_order, awaiting, merged_into';

const ANSWERED = `reference, sequence, stage, codename, threat_area AS "threatArea", lead_force AS "leadForce", marking,
  rfc3339(opened_at) AS "openedAt", rfc3339(updated_at) AS "updatedAt", next_due_at AS "nextDueAt", rfc3339(submitted_at) AS "submittedAt",
  nullif(-risk_order, -1) AS risk, coalesce(awaiting, '[]') AS awaiting, merged_into AS "mergedInto"`;

/**
 * The query, of what somebody sees: part by part, each by an index that holds the order, and merged. By its filters alone,
 * since a condition that is absent must not hide an index from the planner.
 */
export function worklistSql(
  reader: Seeing,
  query: WorklistQuery,
): { readonly text: string; readonly values: unknown[] } {
  const values: unknown[] = [];
  const place = placing(values);
  const asked = conditions(query, place);
  const order = `ORDER BY ${ORDERS[query.order ?? 'changed'].by} LIMIT ${query.limit + 1}`;
  const parts = partsOf(reader, query, place).map(({ each, condition }) => {
    const part = `SELECT ${COLUMNS} FROM operation o WHERE ${[condition, ...asked].join(' AND ')} ${order}`;
    return each === '' ? `(${part})` : `SELECT o.* FROM ${each}, LATERAL (${part}) o`;
  });
  // Somebody who sees nothing of what is asked for.
  if (parts.length === 0) return { text: `SELECT ${ANSWERED} FROM operation WHERE false`, values: [] };
  return { text: `SELECT ${ANSWERED} FROM (${parts.join(' UNION ALL ')}) seen ${order}`, values };
}

/** Of somebody's operations, few enough to be sorted, all that are seen; of all operations, the parts in which an index holds the order. */
function partsOf(reader: Seeing, query: WorklistQuery, place: Placing): readonly Part[] {
  if (query.person !== undefined)
    return [
      {
        each: assignedTo(query.person, place),
        condition: `o.reference = theirs.operation AND ${seenBy(reader, place, 'o')}`,
      },
    ];
  const seeing = isByForce(query) ? reader : byStanding(reader);
  const standings = seeing.remit.standings.filter((standing) => isAskedFor(standing, query));
  return partsSeenBy(seeing, place, standings, 'o');
}

const assignedTo = (person: string, place: Placing) =>
  `(SELECT DISTINCT operation FROM operation_person WHERE person = ${place(person)} AND "grant" = 'team') AS theirs`;

function conditions(query: WorklistQuery, place: Placing): readonly string[] {
  const { order = 'changed', cursor, mergedInto, awaiting, dueBefore, search } = query;
  const { only, after } = ORDERS[order];
  const found = mergedInto === undefined ? ['o.merged_into IS NULL'] : [];
  for (const [filter, column] of Object.entries(FILTERS)) {
    const wanted = query[filter as keyof typeof FILTERS];
    if (wanted !== undefined) found.push(`o.${column} = ${place(wanted)}`);
  }
  if (only !== undefined) found.push(only);
  if (awaiting !== undefined) found.push('o.awaiting IS NOT NULL');
  // Not taken for something rare: few of those that wait are read until a page is full.
  if (awaiting !== undefined && awaiting !== 'any') found.push(`coalesce(o.awaiting ? ${place(awaiting)}, false)`);
  if (dueBefore !== undefined) found.push(`o.next_due_at < ${place(dueBefore)}`);
  if (search !== undefined) found.push(searchCondition(soughtBy(search, new Date().getUTCFullYear()), place));
  if (cursor !== undefined) found.push(after(cursor, place));
  return found;
}

/** Of whole forces only the usual order has an index of its own; all else is looked for in each stage. */
const isByForce = ({ order = 'changed', stage, awaiting, dueBefore, search }: WorklistQuery) =>
  order === 'changed' && [stage, awaiting, dueBefore, search].every((one) => one === undefined);

/** The same reader, who sees of each of their forces every stage. */
function byStanding(reader: Seeing): Seeing {
  const { forces, standings } = reader.remit;
  const whole = forces.flatMap((force) => STAGES.map((stage) => standingOf(force, stage)));
  return { ...reader, remit: { ...reader.remit, forces: [], standings: [...new Set([...whole, ...standings])] } };
}

/** Whether a lead force with its stage can hold anything that the query asks for. */
function isAskedFor(standing: string, { leadForce, stage, awaiting = 'any' }: WorklistQuery): boolean {
  const [force, at] = standing.split('/');
  if (leadForce !== undefined && leadForce !== force) return false;
  if (stage !== undefined && stage !== at) return false;
  return awaiting === 'any' || stagesAwaiting(awaiting).some((one) => one === at);
}
