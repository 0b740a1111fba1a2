import { UNUSUAL_REFUSALS, USUAL_OPERATIONS, WORKING_HOURS, type UnusualRule } from '../../../domain/access/unusual';
import { placing, seenBy, type Seeing } from '../../../platform/access/seen';
import { supervised } from './supervised';

const { timeZone, from, to, lastDay } = WORKING_HOURS;

/** What a supervisor sees of the time from `$1` to before `$2`. */
const seen = (rows: string) => `seen AS (
    SELECT l.*, l.at AT TIME ZONE '${timeZone}' AS local FROM access_log l
    WHERE l.at >= $1::timestamptz AND l.at < $2::timestamptz AND ${rows}),
  answered AS (SELECT * FROM seen WHERE outcome = 'answered' AND person IS NOT NULL),
  touched AS (
    SELECT person, at, operation FROM answered WHERE operation IS NOT NULL
    UNION ALL
    SELECT person, at, listed FROM answered, jsonb_array_elements_text(what -> 'listed') AS listed),
  looked AS (
    SELECT person, operation, min(at) AS first, max(at) AS last, count(*)::integer AS accesses
    FROM answered WHERE operation IS NOT NULL GROUP BY person, operation)`;

const FIGURES = `min(at) AS first, max(at) AS last, count(*)::integer AS accesses, count(DISTINCT operation)::integer AS operations`;

/**
 * Each rule of domain/access/unusual.ts: its findings, as person, address, operation and figures.
 *
 * @param sees the condition under which the supervisor sees the operation `o`
 */
const findings = (sees: string): Readonly<Record<UnusualRule, string>> => ({
  'out-of-hours': `
    SELECT person, NULL AS address, NULL AS operation, ${FIGURES} FROM answered
    WHERE extract(isodow FROM local) > ${lastDay} OR local::time < '${from}' OR local::time >= '${to}'
    GROUP BY person, local::date`,
  'outside-own-cases': `
    SELECT person, NULL AS address, operation, first, last, accesses, 1
    FROM looked JOIN operation o ON o.reference = looked.operation AND ${sees}
    WHERE NOT coalesce(o.brief -> 'team', '[]') @> jsonb_build_array(jsonb_build_object('person', person))
      AND o.brief -> 'referral' ->> 'by' IS DISTINCT FROM person`,
  'many-operations': `
    SELECT person, NULL AS address, NULL AS operation, ${FIGURES} FROM touched
    GROUP BY person, date_trunc('hour', at) HAVING count(DISTINCT operation) > ${USUAL_OPERATIONS}`,
  'refused-attempts': `
    SELECT person, CASE WHEN person IS NULL THEN address END AS address, NULL AS operation, ${FIGURES} FROM seen
    WHERE outcome = 'refused' AND status IN (401, 403, 404, 429)
    GROUP BY person, CASE WHEN person IS NULL THEN address END, date_trunc('hour', at)
    HAVING count(*) >= ${UNUSUAL_REFUSALS}`,
  'broken-glass': `
    SELECT e.actor, NULL AS address, e.operation, min(e.occurred_at), max(e.occurred_at),
           coalesce((SELECT accesses FROM looked WHERE looked.person = e.actor AND looked.operation = e.operation), 0), 1
    FROM timeline_event e JOIN operation o ON o.reference = e.operation AND ${sees}
    WHERE e.event_type = 'accessChallenged' AND e.occurred_at >= $1::timestamptz AND e.occurred_at < $2::timestamptz
    GROUP BY e.actor, e.operation`,
});

/** All findings of a period, the latest first, at most so many. */
export function unusualSql(reader: Seeing, { from: since, to: before }: Period, most: number) {
  const values: unknown[] = [since, before, most];
  const place = placing(values);
  const each = Object.entries(findings(seenBy(reader, place, 'o')));
  const text = `
    WITH ${seen(supervised(reader, place))}, found (rule, person, address, operation, first, last, accesses, operations) AS (
      ${each.map(([rule, found]) => `SELECT '${rule}', f.* FROM (${found}) f`).join(' UNION ALL ')})
    SELECT rule, person, address, operation, rfc3339(first) AS "from", rfc3339(last) AS "to", accesses, operations
    FROM found ORDER BY last DESC, rule, person, operation LIMIT $3`;
  return { text, values };
}

interface Period {
  readonly from: string;
  readonly to: string;
}
