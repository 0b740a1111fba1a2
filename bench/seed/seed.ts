import { Client } from 'pg';
import { FOLD_VERSION } from '../../domain/operation/state';
import { templates, type Template } from './templates';

/** Each operation is a copy of a template, under a reference of its own and at a time of its own. */
const OPERATIONS = `
  CREATE TEMPORARY TABLE seed_operation AS
  SELECT $3 || lpad(n::text, 6, '0') AS reference,
         -- Scattered, so that neither reference nor time tells the stage, and the newest is not the last written.
         (n * 7919::bigint) % $1 AS template,
         timestamptz '2025-01-01Z' + ((n * 104729::bigint) % $2) * interval '4 minutes' AS opened_at,
         sha256(convert_to($3 || lpad(n::text, 6, '0'), 'UTF8')) AS head
  FROM generate_series(1, $2::integer) n`;

const TEMPLATES = `
  CREATE TEMPORARY TABLE seed_template AS
  SELECT (at - 1) AS template, value -> 'brief' AS brief, value -> 'state' AS state, value -> 'events' AS events, value -> 'texts' AS texts,
         (value ->> 'submitted')::integer AS submitted, jsonb_array_length(value -> 'events') AS length
  FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS t(value, at)`;

/** The events of one sequence of all operations that have come so far, each chained to the one before. */
const EVENTS = `
  WITH next AS (
    SELECT o.reference, o.head, e.*, o.opened_at + ($1 - 1) * interval '1 hour' AS at
    FROM seed_operation o JOIN seed_template t USING (template),
         jsonb_to_record(t.events -> ($1 - 1)) AS e(type text, version integer, payload text, actor text,
                                                    command text, "commandId" text, fingerprint text)
    WHERE t.length >= $1
  ), written AS (
    INSERT INTO timeline_event (operation, sequence, event_type, event_version, happened_at, occurred_at, actor,
                                command_id, index, payload, previous_hash, hash)
    SELECT reference, $1, type, version, at, at, actor, "commandId", 0, payload, head, sha256(convert_to(concat_ws(E'\\n',
             $1, type, version, rfc3339(at), rfc3339(at), actor, "commandId", 0, payload, encode(head, 'hex')), 'UTF8'))
    FROM next RETURNING operation, hash
  ), known AS (
    INSERT INTO recorded_command (operation, command_id, command, fingerprint, first_sequence, last_sequence, confirmed_at)
    SELECT reference, "commandId", command, fingerprint, $1, $1, clock_timestamp() FROM next
  )
  UPDATE seed_operation o SET head = hash FROM written WHERE written.operation = o.reference`;

const ROWS = `
  INSERT INTO operation (reference, sequence, head_hash, brief, state_sequence, fold_version, state, opened_at, updated_at,
                         submitted_at)
  SELECT o.reference, t.length, o.head, t.brief, t.length, $1, jsonb_set(t.state, '{reference}', to_jsonb(o.reference)), o.opened_at,
         o.opened_at + (t.length - 1) * interval '1 hour', o.opened_at + (t.submitted - 1) * interval '1 hour'
  FROM seed_operation o JOIN seed_template t USING (template)`;

const TEXTS = `
  INSERT INTO text_record (operation, id, salt, text)
  SELECT o.reference, x.id, x.salt, x.text FROM seed_operation o JOIN seed_template t USING (template),
         jsonb_to_recordset(t.texts) AS x(id text, salt text, text text)`;

/** Fills the worklist with operations of every kind. */
export const seedWorklist = (ownerUrl: string, operations: number): Promise<void> =>
  seedOperations(ownerUrl, templates(), operations, 'OP-2025-');

/** Writes copies of templates, as OP-2025-000001 and on: rows, texts and timelines that verify, set by set. */
export async function seedOperations(
  ownerUrl: string,
  made: readonly Template[],
  operations: number,
  prefix: string,
): Promise<void> {
  const database = new Client({ connectionString: ownerUrl });
  await database.connect();
  try {
    await database.query('BEGIN');
    await database.query(TEMPLATES, [JSON.stringify(made)]);
    await database.query(OPERATIONS, [made.length, operations, prefix]);
    await database.query('ANALYZE seed_operation; ANALYZE seed_template');
    const longest = Math.max(...made.map(({ events }) => events.length));
    for (let sequence = 1; sequence <= longest; sequence++) await database.query(EVENTS, [sequence]);
    await database.query(ROWS, [FOLD_VERSION]);
    await database.query(TEXTS);
    await database.query('COMMIT');
    // What PostgreSQL does by itself within minutes; plans made before would be those of empty tables.
    await database.query('VACUUM ANALYZE');
  } finally {
    await database.end();
  }
}
