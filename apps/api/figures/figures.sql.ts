import { STAGES_ENTERED } from '../../../domain/operation/stages-entered';

/** The values that each query takes, in this order; each may be null. */
export const PARAMETERS = ['from', 'to', 'leadForce', 'threatArea'] as const;

// Written out, since the planner takes the index for figures only where it sees the types.
const types = (...names: readonly string[]) => `event_type IN (${names.map((name) => `'${name}'`).join(', ')})`;

const chosen = (operation: string) =>
  `($3::text IS NULL OR ${operation}.lead_force = $3) AND ($4::text IS NULL OR ${operation}.threat_area = $4)`;

/** @param seen the condition under which somebody sees the operation `o` */
const eventsOf = (seen: string, ...names: readonly string[]) =>
  `timeline_event e JOIN operation o ON o.reference = e.operation AND ${seen} AND ${chosen('o')} AND e.${types(...names)}`;

const inPeriod = (moment: string) =>
  `($1::date IS NULL OR ${moment} >= $1::date::timestamp AT TIME ZONE 'Europe/London')
   AND ($2::date IS NULL OR ${moment} < ($2::date + 1)::timestamp AT TIME ZONE 'Europe/London')`;

const measured = (from: string, until: string) => {
  const days = `CASE WHEN ${until} < ${from} THEN 0 ELSE extract(epoch FROM ${until} - ${from}) / 86400 END`;
  return `count(*)::integer AS count,
          percentile_cont(0.5) WITHIN GROUP (ORDER BY ${days}) AS median,
          percentile_cont(0.9) WITHIN GROUP (ORDER BY ${days}) AS ninetieth`;
};

/** Rows `by`, `name`, `count`. */
export const OPERATIONS = (seen: string) => `
  SELECT kind.by, kind.name, count(*)::integer AS count
  FROM ${eventsOf(seen, 'referralOpened')},
       LATERAL (VALUES ('byStage', o.stage), ('byThreatArea', o.threat_area), ('byLeadForce', o.lead_force)) AS kind (by, name)
  WHERE o.merged_into IS NULL AND ${inPeriod('e.happened_at')} GROUP BY kind.by, kind.name`;

const entered = Object.entries(STAGES_ENTERED)
  .map(([type, stage]) => `WHEN '${type}' THEN ${stage === 'to' ? "e.payload_json ->> 'to'" : `'${stage}'`}`)
  .join(' ');

/** Rows `name`, `count`, `median`, `ninetieth`: 43,000 stays of 20,000 operations in a tenth of a second. */
export const TIME_IN_STAGE = (seen: string) => `
  WITH stay AS (
    SELECT CASE e.event_type ${entered} END AS stage, e.happened_at AS entered_at,
           lead(e.happened_at) OVER (PARTITION BY e.operation ORDER BY e.sequence) AS left_at
    FROM ${eventsOf(seen, ...Object.keys(STAGES_ENTERED))}
  )
  SELECT stage AS name, ${measured('entered_at', 'left_at')} FROM stay
  WHERE stage <> 'closed' AND left_at IS NOT NULL AND ${inPeriod('left_at')} GROUP BY stage`;

/** Rows `name`, `count`, `median`, `ninetieth`. */
export const DECISIONS_TAKEN = (seen: string) => `
  SELECT CASE e.event_type WHEN 'referralReturned' THEN 'returned' WHEN 'referralWithdrawn' THEN 'withdrawn'
         ELSE e.event_type END AS name, ${measured('submitted.at', 'e.happened_at')}
  FROM ${eventsOf(seen, 'adopted', 'declined', 'referralReturned', 'referralWithdrawn')}
  LEFT JOIN LATERAL (
    SELECT s.happened_at AS at FROM timeline_event s
    WHERE s.operation = e.operation AND s.event_type = 'referralSubmitted' AND s.sequence < e.sequence
    ORDER BY s.sequence DESC LIMIT 1
  ) submitted ON coalesce(e.payload_json ->> 'from', 'assessment') = 'assessment'
  WHERE ${inPeriod('e.happened_at')} GROUP BY 1`;

/** Rows `by`, `name`, `count`. */
export const DISRUPTIONS_ASSESSED = (seen: string) => `
  WITH standing AS (
    SELECT DISTINCT ON (e.operation, e.payload_json ->> 'target') e.operation, e.payload_json, e.happened_at
    FROM ${eventsOf(seen, 'disruptionAssessed', 'targetDisrupted')}
    ORDER BY e.operation, e.payload_json ->> 'target', e.sequence DESC
  )
  SELECT coalesce(adopted.payload_json ->> 'kind', 'operation') AS by, standing.payload_json ->> 'disruption' AS name,
         count(*)::integer AS count
  FROM standing LEFT JOIN timeline_event adopted
    ON adopted.operation = standing.operation AND adopted.event_type = 'targetAdopted'
    AND adopted.payload_json ->> 'target' = standing.payload_json ->> 'target'
  WHERE ${inPeriod('standing.happened_at')} GROUP BY 1, 2`;

const victims = (...names: readonly string[]) =>
  `(count(DISTINCT (e.operation, e.payload_json ->> 'victim')) FILTER (WHERE e.${types(...names)}))::integer`;

/** One row: `recorded`, `notified`, `safeguarded`. */
export const VICTIMS = (seen: string) => `
  SELECT ${victims('victimRecordOpened')} AS recorded, ${victims('referredToNrm', 'dutyToNotifyDone')} AS notified,
         ${victims('safeguardingHandedOver')} AS safeguarded
  FROM ${eventsOf(seen, 'victimRecordOpened', 'referredToNrm', 'dutyToNotifyDone', 'safeguardingHandedOver')}
  WHERE ${inPeriod('e.happened_at')}`;

/** Rows `name`, `count`: types of event, and of `proceedingsEnded` how they did. */
export const OUTCOMES = (seen: string) => `
  SELECT CASE e.event_type WHEN 'proceedingsEnded' THEN e.payload_json ->> 'outcome' ELSE e.event_type END AS name,
         count(DISTINCT (e.operation, coalesce(e.payload_json ->> 'subject', e.payload_json ->> 'order')))::integer AS count
  FROM ${eventsOf(
    seen,
    ...[
      'arrestRecorded',
      'chargeRecorded',
      'releasedWithoutCharge',
      'sentenceRecorded',
      'proceedingsEnded',
      'surrendered',
    ],
    ...['subjectReclassified', 'orderMade', 'orderBreached'],
  )}
  WHERE ${inPeriod('e.happened_at')} GROUP BY 1`;

/** Rows `name`, `pence`: `confiscation`, and kinds of asset. */
export const MONEY = (seen: string) => `
  WITH moved AS (
    SELECT DISTINCT ON (e.operation, CASE e.event_type WHEN 'confiscationOrdered' THEN e.payload_json ->> 'subject' ELSE e.sequence::text END)
           coalesce(e.payload_json ->> 'kind', 'confiscation') AS name, (e.payload_json ->> 'pence')::double precision AS pence, e.happened_at
    FROM ${eventsOf(seen, 'confiscationOrdered', 'assetRecovered')}
    ORDER BY e.operation, CASE e.event_type WHEN 'confiscationOrdered' THEN e.payload_json ->> 'subject' ELSE e.sequence::text END, e.sequence DESC
  )
  SELECT name, sum(pence) AS pence FROM moved WHERE ${inPeriod('happened_at')} GROUP BY 1`;

/** One row: of the estimate that stands of each operation. */
export const BENEFIT = (seen: string) => `
  WITH standing AS (
    SELECT DISTINCT ON (e.operation) e.payload_json AS estimate, e.happened_at
    FROM ${eventsOf(seen, 'benefitEstimated')} ORDER BY e.operation, e.sequence DESC
  )
  SELECT count(*)::integer AS operations, coalesce(sum((estimate ->> 'victims')::integer), 0)::integer AS victims,
         coalesce(sum((estimate ->> 'pence')::double precision), 0) AS pence,
         min((estimate ->> 'pencePerDay')::integer) AS "lowestPencePerDay", max((estimate ->> 'pencePerDay')::integer) AS "highestPencePerDay"
  FROM standing WHERE ${inPeriod('happened_at')}`;

/** Rows `name`, `count`, `months`, `days`. */
export const SENTENCES = (seen: string) => `
  WITH sentenced AS (
    SELECT DISTINCT ON (e.operation, e.payload_json ->> 'subject')
           e.operation, e.sequence, e.payload_json AS sentence, e.happened_at
    FROM ${eventsOf(seen, 'sentenceRecorded')}
    ORDER BY e.operation, e.payload_json ->> 'subject', e.sequence DESC
  )
  SELECT coalesce(sentence ->> 'kind', 'immediate-custody') AS name, count(*)::integer AS count,
         sum(coalesce(appeal.months, (sentence ->> 'months')::integer))::integer AS months,
         sum(CASE WHEN appeal.months IS NULL THEN coalesce((sentence ->> 'days')::integer, 0) ELSE 0 END)::integer AS days
  FROM sentenced CROSS JOIN LATERAL (
    SELECT bool_or(a.payload_json ->> 'outcome' = 'conviction-quashed') AS quashed,
           (array_agg((a.payload_json ->> 'months')::integer ORDER BY a.sequence DESC)
             FILTER (WHERE a.payload_json ->> 'months' IS NOT NULL))[1] AS months
    FROM timeline_event a
    WHERE a.event_type = 'appealDecided' AND a.operation = sentenced.operation AND a.sequence > sentenced.sequence
      AND a.payload_json ->> 'subject' = sentenced.sentence ->> 'subject'
  ) appeal
  WHERE appeal.quashed IS NOT TRUE AND ${inPeriod('happened_at')} GROUP BY 1`;

/** Rows `model`, `month`, `factors`, `first`, `second`, `count`: of each two scores, how often which values met. */
export const SCORER_AGREEMENT = (seen: string) => `
  WITH scored AS (
    SELECT e.operation, e.sequence, e.actor, e.happened_at, e.payload_json -> 'assessment' AS assessment
    FROM ${eventsOf(seen, 'threatScoreRecorded')}
  ), beside AS (
    SELECT *, lag(sequence) OVER earlier AS earlier, lag(actor) OVER earlier AS other, lag(assessment) OVER earlier AS before
    FROM scored WINDOW earlier AS (PARTITION BY operation, assessment ->> 'model', assessment ->> 'version' ORDER BY sequence)
  ), pair AS (
    SELECT (assessment ->> 'model') || ' ' || (assessment ->> 'version') AS model,
           to_char(happened_at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month,
           before #> '{inputs,factors}' AS first, assessment #> '{inputs,factors}' AS second
    FROM beside
    WHERE other <> actor AND ${inPeriod('happened_at')} AND NOT EXISTS (
      SELECT FROM timeline_event i
      WHERE i.operation = beside.operation AND i.sequence BETWEEN beside.earlier AND beside.sequence
        AND i.event_type = 'intelligenceReported' AND (i.payload_json ->> 'material')::boolean)
  )
  SELECT model, month, (SELECT count(*)::integer FROM jsonb_object_keys(second)) AS factors,
         value::integer AS first, (second ->> factor)::integer AS second, count(*)::integer AS count
  FROM pair, jsonb_each_text(first) AS of (factor, value) GROUP BY model, month, 3, 4, 5`;
