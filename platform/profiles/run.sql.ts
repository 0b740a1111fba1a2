/** Values: run, role, area, scope, and a column each of what is kept of those first in it. */
export const RANKS = `
  INSERT INTO profile_rank (run, role, area, scope, rank, person, score, recency, frequency, gravity, events, harm, unmapped, last_day, forces)
  SELECT $1, $2, $3, $4, rank, person, score, recency, frequency, gravity, events, harm, unmapped, last_day, string_to_array(forces, ',')
  FROM unnest($5::integer[], $6::integer[], $7::float8[], $8::float8[], $9::float8[], $10::float8[], $11::integer[], $12::bigint[],
    $13::integer[], $14::date[], $15::text[]) AS r (rank, person, score, recency, frequency, gravity, events, harm, unmapped, last_day, forces)`;

/** Crimes by their reference, not by who is in them. Values: run, codes, groups and harms of offences, last day. */
export const VOLUME = `
  INSERT INTO profile_volume
  WITH offence AS (SELECT * FROM unnest($2::text[], $3::text[], $4::integer[]) AS o (code, offences, harm)),
  crime AS (
    SELECT i.force, r.reference, r.offence, max(r.occurred) AS occurred, max(r.place) AS place
    FROM force_record r JOIN force_import i ON i.nth = r.import AND i.state = 'loaded'
    WHERE r.kind = 'crime' AND r.occurred <= $5 GROUP BY i.force, r.reference, r.offence)
  SELECT $1, date_trunc('month', c.occurred)::date, c.force, coalesce(o.offences, 'unmapped'), coalesce(c.place, ''),
    count(*), coalesce(sum(o.harm), 0), count(*) FILTER (WHERE o.harm IS NULL)
  FROM crime c LEFT JOIN offence o ON o.code = c.offence GROUP BY 2, 3, 4, 5`;

/** From which place and score on somebody new is suggested. [P] */
const SUGGESTED_TO = 20;
const SUGGESTED_FROM = 75;

/**
 * Suspects who are high in a profile across counties and were not suggested before, each to the force that has most of their events.
 * Values: run.
 */
export const SUGGESTIONS = `
  INSERT INTO referral_suggestion (run, area, person, rank, lead_force)
  SELECT r.run, r.area, r.person, r.rank, led.force
  FROM profile_rank r
    JOIN LATERAL (
      SELECT i.force FROM person_member m JOIN record_identity ri ON ri.identity = m.identity JOIN force_import i ON i.nth = ri.import
      WHERE m.person = r.person GROUP BY i.force ORDER BY count(*) DESC, i.force LIMIT 1) led ON true
  WHERE r.run = $1 AND r.role = 'suspect' AND r.scope = 'all' AND r.area NOT IN ('all', 'missing-persons', 'sexual-offender-management')
    AND r.rank <= ${SUGGESTED_TO} AND r.score >= ${SUGGESTED_FROM}
  ON CONFLICT (person, area) DO NOTHING`;

/**
 * How often people of a group are among the first across counties, beside how often they are among all: protected characteristics are
 * no input, and may show all the same. Values: run.
 */
export const DISPARITY = `
  WITH of_person AS MATERIALIZED (
    SELECT m.person, r.role, max(r.sex) AS sex, max(left(r.ethnicity, 1)) AS ethnicity
    FROM force_record r JOIN force_import i ON i.nth = r.import AND i.state = 'loaded'
      JOIN record_identity ri ON ri.import = r.import AND ri.line = r.line JOIN person_member m ON m.identity = ri.identity
    WHERE r.kind = 'crime' AND r.role IN ('suspect', 'victim') GROUP BY m.person, r.role),
  grouped AS (
    SELECT p.role, g.by, coalesce(g.value, 'not known') AS "group", count(*)::integer AS people,
      count(*) FILTER (WHERE EXISTS (SELECT FROM profile_rank k WHERE k.run = $1 AND k.role = p.role AND k.area = 'all' AND k.scope = 'all' AND k.person = p.person))::integer AS first
    FROM of_person p, LATERAL (VALUES ('sex', p.sex), ('ethnicity', p.ethnicity)) AS g (by, value)
    GROUP BY 1, 2, 3)
  SELECT role, by, "group", people, first, first::float8 / people AS rate,
    (first::float8 / people) / nullif(sum(first) OVER w::float8 / sum(people) OVER w::float8, 0) AS ratio
  FROM grouped WINDOW w AS (PARTITION BY role, by) ORDER BY role, by, "group"`;
