-- Who wrote to whom, when, and what is named: counted once, when an extract has been translated. No row-level security, as of its messages: the
-- API reads through views.

-- One name of an extract to another; either may not be known.
CREATE TABLE translation_contact (
  translation integer NOT NULL,
  sender      text,
  recipient   text,
  messages    integer NOT NULL,
  first       timestamptz(0),
  last        timestamptz(0),
  -- Messages by month (2026-03) and by hour of the day, in UTC.
  by_month    jsonb NOT NULL,
  by_hour     jsonb NOT NULL
);
CREATE INDEX translation_contact_of ON translation_contact (translation);

CREATE TABLE translation_entity (
  translation integer NOT NULL,
  kind        text COLLATE "C" NOT NULL,
  -- In the one way in which it is compared, and one way in which it is written.
  value       text COLLATE "C" NOT NULL,
  written     text NOT NULL,
  messages    integer NOT NULL,
  first_row   integer NOT NULL,
  first       timestamptz(0),
  last        timestamptz(0)
);
CREATE INDEX translation_entity_of ON translation_entity (translation);

CREATE FUNCTION count_findings(p_translation integer) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO translation_contact (translation, sender, recipient, messages, first, last, by_month, by_hour)
  WITH sent AS (
    SELECT sender, recipient, sent_at, to_char(sent_at AT TIME ZONE 'UTC', 'YYYY-MM') AS month, extract(hour FROM sent_at AT TIME ZONE 'UTC')::integer AS hour
    FROM translation_message WHERE translation = p_translation),
  counted AS (
    SELECT sender, recipient, month, hour, GROUPING(hour) = 1 AS is_month, count(*) AS messages, min(sent_at) AS first, max(sent_at) AS last
    FROM sent GROUP BY GROUPING SETS ((sender, recipient, month), (sender, recipient, hour)))
  SELECT p_translation, sender, recipient, sum(messages) FILTER (WHERE is_month), min(first), max(last),
    coalesce(jsonb_object_agg(month, messages) FILTER (WHERE is_month AND month IS NOT NULL), '{}'),
    coalesce(jsonb_object_agg(hour, messages) FILTER (WHERE NOT is_month AND hour IS NOT NULL), '{}')
  FROM counted GROUP BY sender, recipient;

  INSERT INTO translation_entity (translation, kind, value, written, messages, first_row, first, last)
  SELECT p_translation, e.kind, e.value, min(e.written), count(*), min(m.row), min(m.sent_at), max(m.sent_at)
  FROM translation_text x JOIN translation_message m ON m.translation = x.translation AND m.text = x.text,
    LATERAL jsonb_to_recordset(x.entities) AS e (kind text, value text, written text)
  WHERE x.translation = p_translation AND x.entities <> '[]' GROUP BY e.kind, e.value;
$$;
SELECT count_findings(nth) FROM translation WHERE state = 'translated';

CREATE VIEW translation_contact_seen WITH (security_barrier) AS
  SELECT t.id, c.sender, c.recipient, c.messages, c.first, c.last, c.by_month, c.by_hour
  FROM translation t JOIN translation_contact c ON c.translation = t.nth WHERE reader_sees(t.operation);
CREATE VIEW translation_entity_seen WITH (security_barrier) AS
  SELECT t.id, e.kind, e.value, e.written, e.messages, e.first_row, e.first, e.last
  FROM translation t JOIN translation_entity e ON e.translation = t.nth WHERE reader_sees(t.operation);
CREATE VIEW translation_sending_seen WITH (security_barrier) AS
  SELECT t.id, m.sender, m.recipient, m.sent_at FROM translation t JOIN translation_message m ON m.translation = t.nth WHERE reader_sees(t.operation);

-- Takes away all that an extract said, where its erasure is on the timeline (DPA 2018 s.47). What it cost stays.
CREATE OR REPLACE FUNCTION erase_translations(p_operation text, p_file text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  erased integer;
BEGIN
  IF NOT EXISTS (SELECT FROM timeline_event WHERE operation = p_operation AND event_type = 'fileErased' AND payload_json ->> 'file' = p_file) THEN
    RETURN;
  END IF;
  FOR erased IN SELECT nth FROM translation WHERE operation = p_operation AND file = p_file FOR UPDATE LOOP
    DELETE FROM translation_message WHERE translation = erased;
    DELETE FROM translation_text WHERE translation = erased;
    DELETE FROM translation_unit WHERE translation = erased;
    DELETE FROM translation_english WHERE translation = erased;
    DELETE FROM translation_contact WHERE translation = erased;
    DELETE FROM translation_entity WHERE translation = erased;
    DELETE FROM translation_correction WHERE translation = erased;
    DELETE FROM translation_memory WHERE translation = erased;
    UPDATE text_record t SET text = NULL, salt = NULL, erased_at = clock_timestamp()
    FROM timeline_event e JOIN translation x ON x.operation = e.operation AND x.id = e.payload_json ->> 'translation'
    WHERE x.nth = erased AND e.event_type = 'extractConfirmed' AND t.operation = e.operation
      AND t.id = e.payload_json -> 'mapping' ->> 'record' AND t.erased_at IS NULL;
    UPDATE translation SET state = 'erased', recognised = NULL, mapping = NULL, problem = NULL, ended_at = clock_timestamp() WHERE nth = erased;
  END LOOP;
END $$;

REVOKE ALL ON FUNCTION count_findings FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_findings TO waymark_jobs;
GRANT SELECT ON translation_contact_seen, translation_entity_seen, translation_sending_seen TO waymark_api;
