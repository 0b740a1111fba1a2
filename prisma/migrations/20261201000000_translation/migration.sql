-- Phone extracts put into English (docs/adr/0021).

-- One extract of an operation: a file that was attached to it, and how far the work is.
CREATE TABLE translation (
  nth       integer GENERATED ALWAYS AS IDENTITY UNIQUE,
  id        text COLLATE "C" PRIMARY KEY,
  operation text COLLATE "C" NOT NULL REFERENCES operation,
  file      text COLLATE "C" NOT NULL,
  sha256    text COLLATE "C" NOT NULL,
  bytes     bigint NOT NULL,
  -- That it is said to be in.
  language  text COLLATE "C" NOT NULL,
  -- 1 is worked on first.
  priority  smallint NOT NULL,
  state     text COLLATE "C" NOT NULL DEFAULT 'recognising' CHECK (state IN
    ('recognising', 'to-confirm', 'reading', 'understanding', 'planning', 'translating', 'translated', 'failed', 'cancelled', 'erased')),
  paused    boolean NOT NULL DEFAULT false,
  -- Why it failed, or what it waits for, and what to do.
  problem   text,
  -- How it seems to be read, what a person has to say of it, and its first messages.
  recognised jsonb,
  -- How it is read, and who of the providers may be sent its messages, the best first; as confirmed.
  mapping   jsonb,
  providers text[] COLLATE "C",
  -- What its words were searched for.
  lexicon   text COLLATE "C",
  bytes_read bigint NOT NULL DEFAULT 0,
  rows_read integer NOT NULL DEFAULT 0,
  -- Distinct texts looked at.
  texts     integer NOT NULL DEFAULT 0,
  -- Distinct texts to be sent, or remembered, and their characters.
  units     integer NOT NULL DEFAULT 0,
  characters bigint NOT NULL DEFAULT 0,
  remembered integer NOT NULL DEFAULT 0,
  units_done integer NOT NULL DEFAULT 0,
  characters_done bigint NOT NULL DEFAULT 0,
  peak_memory bigint,
  -- Whether the workflow knows that it has ended.
  told      boolean NOT NULL DEFAULT false,
  made_at   timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  confirmed_at timestamptz(3),
  sent_from timestamptz(3),
  ended_at  timestamptz(3)
);
CREATE INDEX translation_by_operation ON translation (operation);
CREATE INDEX translation_under_way ON translation (priority, nth) WHERE NOT told;

-- A row of an extract, as it was written. No row-level security, with which COPY does not go: the API reads through a view.
CREATE TABLE translation_message (
  translation  integer NOT NULL,
  row          integer NOT NULL,
  thread       text,
  sender       text,
  recipient    text,
  sent_at      timestamptz(0),
  time_written text,
  direction    text COLLATE "C",
  media        text,
  problem      text,
  -- What was written, and the first half of its SHA-256; neither where only media was sent.
  body         text,
  text         uuid
) WITH (autovacuum_vacuum_insert_threshold = -1);
CREATE INDEX translation_message_by_row ON translation_message (translation, row);
CREATE INDEX translation_message_by_text ON translation_message (translation, text);

-- What is known of a text, once however often it was sent.
CREATE TABLE translation_text (
  translation integer NOT NULL,
  text        uuid NOT NULL,
  language    text COLLATE "C" NOT NULL,
  transliterated boolean NOT NULL,
  mixed_with  text[] COLLATE "C" NOT NULL,
  flags       jsonb NOT NULL,
  entities    jsonb NOT NULL,
  -- What goes through unread, and the units that it is sent as, in their order; none where nothing is sent.
  fields      jsonb NOT NULL,
  units       uuid[] NOT NULL
) WITH (autovacuum_vacuum_insert_threshold = -1);
CREATE INDEX translation_text_by_text ON translation_text (translation, text);

-- What is sent: a text, or a part of one, with placeholders. Texts that differ in these alone are one unit.
CREATE TABLE translation_unit (
  translation integer NOT NULL,
  language    text COLLATE "C" NOT NULL,
  -- The first half of the SHA-256 of language and text.
  unit        uuid NOT NULL,
  sent        text NOT NULL,
  -- UTF-16 units, as providers count.
  characters  integer NOT NULL,
  -- As it came back; nothing where nobody could put it into English.
  answer      text,
  provider    text COLLATE "C",
  version     text COLLATE "C",
  remembered  boolean NOT NULL DEFAULT false,
  PRIMARY KEY (translation, language, unit)
);
CREATE INDEX translation_unit_by_unit ON translation_unit (translation, unit);

-- What a provider is sent at once: the units of a language from one to another that have no answer.
CREATE TABLE translation_request (
  translation integer NOT NULL,
  nth         integer NOT NULL,
  provider    text COLLATE "C" NOT NULL,
  language    text COLLATE "C" NOT NULL,
  first_unit  uuid NOT NULL,
  last_unit   uuid NOT NULL,
  units       integer NOT NULL,
  characters  integer NOT NULL,
  state       text COLLATE "C" NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'answered', 'halved', 'given-up')),
  PRIMARY KEY (translation, nth)
);
CREATE INDEX translation_request_waiting ON translation_request (translation) WHERE state = 'waiting';

-- Each sending of a request, written before it is sent. One that never ended may have been charged.
CREATE TABLE translation_attempt (
  trace       uuid PRIMARY KEY,
  translation integer NOT NULL,
  request     integer NOT NULL,
  provider    text COLLATE "C" NOT NULL,
  characters  integer NOT NULL,
  pence_per_million numeric NOT NULL,
  sent_at     timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  ended_at    timestamptz(3),
  outcome     text COLLATE "C" CHECK (outcome IN ('answered', 'throttled', 'unavailable', 'unanswered', 'malformed', 'refused')),
  -- Characters; certain where it was answered.
  charged     integer,
  pence       numeric GENERATED ALWAYS AS (charged * pence_per_million / 1000000) STORED
);
CREATE INDEX translation_attempt_of_request ON translation_attempt (translation, request);

-- Answers of before, by force: the second phone costs less.
CREATE TABLE translation_memory (
  force       text COLLATE "C" NOT NULL,
  unit        uuid NOT NULL,
  provider    text COLLATE "C" NOT NULL,
  version     text COLLATE "C" NOT NULL,
  answer      text NOT NULL,
  -- Whose answer it was: it goes with it.
  translation integer NOT NULL,
  PRIMARY KEY (force, unit, provider, version)
);
CREATE INDEX translation_memory_of ON translation_memory (translation);

-- The English of a text, with its fields put back.
CREATE TABLE translation_english (
  translation integer NOT NULL,
  text        uuid NOT NULL,
  kind        text COLLATE "C" NOT NULL CHECK (kind IN ('translation', 'gloss', 'original', 'none')),
  english     text,
  provider    text COLLATE "C",
  -- Fields that did not come back as they were sent.
  damaged     text[] NOT NULL
) WITH (autovacuum_vacuum_insert_threshold = -1);
CREATE INDEX translation_english_by_text ON translation_english (translation, text);

-- English that a person put in the place of the provider's, of a text wherever it stands in the extract; the latest stands. It is kept
-- beside what the provider made of it, and is remembered for the force's next phone.
CREATE TABLE translation_correction (
  translation integer NOT NULL REFERENCES translation (nth),
  text        uuid NOT NULL,
  nth         integer NOT NULL,
  english     text NOT NULL,
  made_by     text COLLATE "C" NOT NULL,
  made_at     timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (translation, text, nth)
);

-- What of a force's extracts may be sent beyond its own machines; the latest stands.
CREATE TABLE premises_rule (
  force    text COLLATE "C" NOT NULL,
  version  integer NOT NULL,
  may_leave_up_to text COLLATE "C",
  made_by  text COLLATE "C" NOT NULL,
  made_at  timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (force, version)
);

-- What a force adds to the lexicon and withdraws from it; the latest stands.
CREATE TABLE lexicon_change (
  force    text COLLATE "C" NOT NULL,
  version  integer NOT NULL,
  changes  jsonb NOT NULL,
  made_by  text COLLATE "C" NOT NULL,
  made_at  timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (force, version)
);

ALTER TABLE translation ENABLE ROW LEVEL SECURITY;
ALTER TABLE translation FORCE ROW LEVEL SECURITY;
ALTER TABLE translation_correction ENABLE ROW LEVEL SECURITY;
ALTER TABLE translation_correction FORCE ROW LEVEL SECURITY;
ALTER TABLE lexicon_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE lexicon_change FORCE ROW LEVEL SECURITY;
ALTER TABLE premises_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE premises_rule FORCE ROW LEVEL SECURITY;
CREATE POLICY whole ON translation TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY whole ON translation_correction TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY whole ON lexicon_change TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY whole ON premises_rule TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY processes ON translation TO waymark_jobs USING (true) WITH CHECK (true);
CREATE POLICY processes ON lexicon_change FOR SELECT TO waymark_jobs USING (true);
CREATE POLICY processes ON premises_rule FOR SELECT TO waymark_jobs USING (true);
CREATE POLICY need_to_know ON translation FOR SELECT TO waymark_api
  USING (EXISTS (SELECT FROM operation o WHERE o.reference = translation.operation));
CREATE POLICY need_to_know ON translation_correction FOR SELECT TO waymark_api
  USING (EXISTS (SELECT FROM translation t WHERE t.nth = translation_correction.translation));
CREATE POLICY own ON translation_correction FOR INSERT TO waymark_api WITH CHECK (made_by = (SELECT reader_person())
  AND EXISTS (SELECT FROM translation t WHERE t.nth = translation_correction.translation AND t.state = 'translated'));
CREATE POLICY near ON lexicon_change TO waymark_api
  USING (force = ANY ((SELECT reader_near_forces())::text[])) WITH CHECK (force = ANY ((SELECT reader_near_forces())::text[]));
CREATE POLICY near ON premises_rule TO waymark_api
  USING (force = ANY ((SELECT reader_near_forces())::text[])) WITH CHECK (force = ANY ((SELECT reader_near_forces())::text[]));

CREATE FUNCTION remember_correction() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO translation_memory (force, unit, provider, version, answer, translation)
  SELECT o.lead_force, NEW.text, 'person', '', NEW.english, NEW.translation
  FROM translation t JOIN operation o ON o.reference = t.operation WHERE t.nth = NEW.translation AND o.lead_force IS NOT NULL
  ON CONFLICT (force, unit, provider, version) DO UPDATE SET answer = EXCLUDED.answer, translation = EXCLUDED.translation;
  RETURN NULL;
END $$;
CREATE TRIGGER remember_correction AFTER INSERT ON translation_correction FOR EACH ROW EXECUTE FUNCTION remember_correction();
REVOKE ALL ON FUNCTION remember_correction FROM PUBLIC;

-- Asked with the rights of whoever reads.
CREATE FUNCTION reader_sees(p_operation text) RETURNS boolean LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM operation WHERE reference = p_operation)
$$;
CREATE VIEW translation_row_seen WITH (security_barrier) AS
  SELECT t.id, t.nth AS translation, m.row, m.thread, m.sender, m.recipient, m.sent_at, m.time_written, m.direction, x.language, m.body, m.text, e.english,
    coalesce(e.kind, CASE WHEN m.body IS NULL THEN 'original' ELSE 'none' END) AS kind, e.provider, coalesce(e.damaged, '{}') AS damaged,
    coalesce(x.flags, '[]') AS flags, coalesce(x.entities, '[]') AS entities, m.media, m.problem,
    c.english AS correction, c.made_by AS corrected_by
  FROM translation t JOIN translation_message m ON m.translation = t.nth
    LEFT JOIN translation_text x ON x.translation = m.translation AND x.text = m.text
    LEFT JOIN translation_english e ON e.translation = m.translation AND e.text = m.text
    LEFT JOIN LATERAL (SELECT english, made_by FROM translation_correction WHERE translation = t.nth AND text = m.text ORDER BY nth DESC LIMIT 1) c ON true
  WHERE reader_sees(t.operation);
CREATE VIEW translation_cost_seen WITH (security_barrier) AS
  SELECT t.id, a.provider, sum(a.charged) FILTER (WHERE a.outcome = 'answered') AS charged,
    sum(a.pence) FILTER (WHERE a.outcome = 'answered') AS pence,
    sum(a.characters) FILTER (WHERE a.outcome IS NULL OR a.outcome IN ('unanswered', 'malformed')) AS perhaps_charged
  FROM translation t JOIN translation_attempt a ON a.translation = t.nth WHERE reader_sees(t.operation) GROUP BY t.id, a.provider;

-- Takes away all that an extract said, where its erasure is on the timeline (DPA 2018 s.47). What it cost stays.
CREATE FUNCTION erase_translations(p_operation text, p_file text) RETURNS void
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
    DELETE FROM translation_correction WHERE translation = erased;
    DELETE FROM translation_memory WHERE translation = erased;
    UPDATE text_record t SET text = NULL, salt = NULL, erased_at = clock_timestamp()
    FROM timeline_event e JOIN translation x ON x.operation = e.operation AND x.id = e.payload_json ->> 'translation'
    WHERE x.nth = erased AND e.event_type = 'extractConfirmed' AND t.operation = e.operation
      AND t.id = e.payload_json -> 'mapping' ->> 'record' AND t.erased_at IS NULL;
    UPDATE translation SET state = 'erased', recognised = NULL, mapping = NULL, problem = NULL, ended_at = clock_timestamp() WHERE nth = erased;
  END LOOP;
END $$;

-- A translation of a file, from the event that asks for it.
CREATE FUNCTION take_translation(p_outbox bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO translation (id, operation, file, sha256, bytes, language, priority)
  SELECT asked.payload_json ->> 'translation', asked.operation, asked.payload_json ->> 'file', attached.payload_json ->> 'sha256',
    (attached.payload_json ->> 'size')::bigint, asked.payload_json ->> 'language',
    CASE WHEN asked.payload_json ->> 'priority' = 'enforcement-day' THEN 1 ELSE 5 END
  FROM outbox b JOIN timeline_event asked USING (operation, sequence)
    JOIN timeline_event attached ON attached.operation = asked.operation AND attached.event_type = 'fileAttached'
      AND attached.payload_json -> 'file' = asked.payload_json -> 'file'
  WHERE b.id = p_outbox AND asked.event_type = 'translationRequested'
  ON CONFLICT DO NOTHING
$$;

-- How a file is read, from the event that confirms it; its text is erasable.
CREATE FUNCTION confirm_translation(p_outbox bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE translation t SET mapping = m.text::jsonb, confirmed_at = clock_timestamp(), state = 'reading',
    providers = CASE WHEN jsonb_typeof(e.payload_json -> 'providers') = 'array'
      THEN ARRAY(SELECT jsonb_array_elements_text(e.payload_json -> 'providers')) END
  FROM outbox b JOIN timeline_event e USING (operation, sequence)
    JOIN text_record m ON m.operation = e.operation AND m.id = e.payload_json -> 'mapping' ->> 'record' AND m.text IS NOT NULL
  WHERE b.id = p_outbox AND e.event_type = 'extractConfirmed' AND t.id = e.payload_json ->> 'translation' AND t.state IN ('recognising', 'to-confirm')
$$;

-- The workflow waits for what came of it, from now on.
CREATE FUNCTION expect_translation(p_id text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE translation SET told = false WHERE id = p_id AND told
$$;

-- What was filled a moment ago is planned for as it is now.
CREATE FUNCTION analyse_translation() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ANALYZE translation_message, translation_text, translation_unit, translation_english;
END $$;

REVOKE ALL ON FUNCTION reader_sees, take_translation, confirm_translation, expect_translation, erase_translations, analyse_translation FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reader_sees TO waymark_api;
GRANT EXECUTE ON FUNCTION take_translation, confirm_translation, erase_translations, analyse_translation TO waymark_jobs;
GRANT EXECUTE ON FUNCTION expect_translation TO waymark_worker;
GRANT SELECT ON translation, translation_row_seen, translation_cost_seen TO waymark_api;
GRANT SELECT, INSERT ON premises_rule, lexicon_change TO waymark_api;
GRANT SELECT, INSERT (translation, text, nth, english, made_by) ON translation_correction TO waymark_api;
GRANT SELECT ON premises_rule, lexicon_change TO waymark_jobs;
GRANT SELECT, INSERT, UPDATE ON translation TO waymark_jobs;
GRANT SELECT, INSERT, DELETE ON translation_message, translation_text, translation_english TO waymark_jobs;
GRANT SELECT, INSERT, UPDATE, DELETE ON translation_unit, translation_request, translation_memory TO waymark_jobs;
GRANT SELECT, INSERT, UPDATE ON translation_attempt TO waymark_jobs;
