-- The kernel's records: one row an operation, its append-only timeline, erasable texts, outbox, feed and inbox.
-- Roles waymark_api, waymark_worker and waymark_jobs exist already (prisma/migrate.ts); the owner runs this file.

CREATE TABLE operation (
  reference    text COLLATE "C" PRIMARY KEY,
  sequence     integer NOT NULL CHECK (sequence > 0),
  head_hash    bytea NOT NULL,
  fold_version integer NOT NULL,
  state        jsonb NOT NULL,
  opened_at    timestamptz(3) NOT NULL,
  updated_at   timestamptz(3) NOT NULL,
  stage        text COLLATE "C" NOT NULL GENERATED ALWAYS AS (state ->> 'stage') STORED,
  lead_force   text COLLATE "C" GENERATED ALWAYS AS (state ->> 'leadForce') STORED,
  threat_area  text COLLATE "C" GENERATED ALWAYS AS (state ->> 'threatArea') STORED,
  marking      text COLLATE "C" GENERATED ALWAYS AS (state ->> 'marking') STORED,
  codename     text COLLATE "C" GENERATED ALWAYS AS (state ->> 'codename') STORED,
  next_due_at  text COLLATE "C" GENERATED ALWAYS AS (state ->> 'nextDueAt') STORED,
  CHECK ((state ->> 'sequence')::integer = sequence)
);
-- The worklist's orders: newest first, whole or within one filter; the reference breaks ties.
CREATE INDEX operation_worklist ON operation (updated_at DESC, reference DESC);
CREATE INDEX operation_worklist_by_stage ON operation (stage, updated_at DESC, reference DESC);
CREATE INDEX operation_worklist_by_force ON operation (lead_force, updated_at DESC, reference DESC);
CREATE INDEX operation_worklist_by_threat_area ON operation (threat_area, updated_at DESC, reference DESC);

-- Moments that the reconciler finds to have passed unheard.
CREATE INDEX operation_by_next_due ON operation (next_due_at) WHERE next_due_at IS NOT NULL;

CREATE TABLE timeline_event (
  operation     text COLLATE "C" NOT NULL,
  sequence      integer NOT NULL,
  event_type    text COLLATE "C" NOT NULL,
  event_version integer NOT NULL,
  happened_at   timestamptz(3) NOT NULL,
  occurred_at   timestamptz(3) NOT NULL,
  actor         text COLLATE "C" NOT NULL,
  command_id    text COLLATE "C" NOT NULL,
  index         integer NOT NULL,
  payload       text COLLATE "C" NOT NULL,
  payload_json  jsonb NOT NULL GENERATED ALWAYS AS (payload::jsonb) STORED,
  previous_hash bytea NOT NULL,
  hash          bytea NOT NULL,
  recorded_at   timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (operation, sequence),
  UNIQUE (operation, command_id, index),
  CHECK (happened_at <= occurred_at)
);

CREATE TABLE recorded_command (
  operation      text COLLATE "C" NOT NULL,
  command_id     text COLLATE "C" NOT NULL,
  command        text COLLATE "C" NOT NULL,
  fingerprint    text COLLATE "C" NOT NULL,
  first_sequence integer NOT NULL,
  last_sequence  integer NOT NULL,
  recorded_at    timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  confirmed_at   timestamptz(3),
  PRIMARY KEY (operation, command_id)
);
CREATE INDEX recorded_command_unconfirmed ON recorded_command (recorded_at) WHERE confirmed_at IS NULL;

CREATE TABLE opening (
  command_id  text COLLATE "C" PRIMARY KEY,
  reference   text COLLATE "C" NOT NULL UNIQUE,
  fingerprint text COLLATE "C" NOT NULL,
  claimed_at  timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE SEQUENCE operation_number;

CREATE TABLE text_record (
  operation   text COLLATE "C" NOT NULL,
  id          text COLLATE "C" NOT NULL,
  salt        text,
  text        text,
  recorded_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  erased_at   timestamptz(3),
  PRIMARY KEY (operation, id),
  CHECK ((text IS NULL) = (erased_at IS NOT NULL) AND (salt IS NULL) = (erased_at IS NOT NULL))
);

CREATE TABLE outbox (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  operation text COLLATE "C" NOT NULL,
  sequence  integer NOT NULL,
  position  bigint,
  queued_at timestamptz(3)
);
CREATE INDEX outbox_unplaced ON outbox (id) WHERE position IS NULL;

CREATE TABLE feed (
  position  bigint PRIMARY KEY,
  operation text COLLATE "C" NOT NULL,
  sequence  integer NOT NULL,
  UNIQUE (operation, sequence)
);
CREATE TABLE feed_head (
  one      boolean PRIMARY KEY DEFAULT true CHECK (one),
  position bigint NOT NULL
);
INSERT INTO feed_head (position) VALUES (0);

CREATE TABLE inbox_item (
  person      text COLLATE "C" NOT NULL,
  position    bigint NOT NULL,
  operation   text COLLATE "C" NOT NULL,
  event_type  text COLLATE "C" NOT NULL,
  occurred_at timestamptz(3) NOT NULL,
  read_at     timestamptz(3),
  PRIMARY KEY (person, position)
);

-- Nobody alters the timeline: by trigger, and no role holds the privilege, the owner included.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the timeline is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER timeline_is_append_only BEFORE UPDATE OR DELETE ON timeline_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER timeline_is_never_truncated BEFORE TRUNCATE ON timeline_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON timeline_event FROM PUBLIC, CURRENT_USER;

-- RFC 3339 UTC with milliseconds, as hashed. Stable, as to_char is: only so is it inlined where it is called.
CREATE FUNCTION rfc3339(moment timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- An event as the worker reads it.
CREATE FUNCTION event_json(e timeline_event) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'sequence', e.sequence, 'type', e.event_type, 'version', e.event_version, 'happenedAt', rfc3339(e.happened_at),
    'occurredAt', rfc3339(e.occurred_at), 'actor', e.actor, 'payload', e.payload_json, 'hash', encode(e.hash, 'hex'))
$$;

-- Events of an operation after a sequence, oldest first, at most a page of them.
CREATE FUNCTION load_events(p_operation text, p_after integer, p_limit integer) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(jsonb_agg(event_json(e) ORDER BY e.sequence), '[]'::jsonb)
  FROM (SELECT * FROM timeline_event WHERE operation = p_operation AND sequence > p_after
        ORDER BY sequence LIMIT p_limit) e
$$;

-- The stored snapshot of an operation, or nothing.
CREATE FUNCTION load_operation(p_operation text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object('sequence', sequence, 'hash', encode(head_hash, 'hex'), 'foldVersion', fold_version, 'state', state)
  FROM operation WHERE reference = p_operation
$$;

-- Appends a command's events with row, texts and outbox, in one transaction and one round trip.
-- Answers {status: 'recorded', hashes}, or {status, fingerprint, events}: 'repeated' (this command is on the timeline
-- already) or 'behind' (the timeline has gone further than the caller knows); events are those after p_expected, at most 500.
CREATE FUNCTION record_events(
  p_operation text, p_expected integer, p_command_id text, p_command text, p_fingerprint text, p_actor text,
  p_occurred_at timestamptz, p_happened_at timestamptz, p_confirmed boolean, p_events jsonb, p_texts jsonb,
  p_state jsonb, p_fold_version integer
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head_sequence integer;
  previous bytea;
  next_hash bytea;
  known text;
  event jsonb;
  position integer := 0;
  total integer := jsonb_array_length(p_events);
  happened text := rfc3339(p_happened_at);
  occurred text := rfc3339(p_occurred_at);
  -- The caller knows what it has sent; only the hashes are news to it.
  hashes jsonb := '[]'::jsonb;
BEGIN
  SELECT sequence, head_hash INTO head_sequence, previous FROM operation WHERE reference = p_operation FOR UPDATE;
  IF head_sequence IS NULL THEN
    head_sequence := 0;
    previous := sha256(convert_to(p_operation, 'UTF8'));
  END IF;
  IF head_sequence < p_expected THEN
    RAISE EXCEPTION 'the timeline of % ends at % but its workflow is at %', p_operation, head_sequence, p_expected
      USING ERRCODE = 'data_corrupted', HINT = 'The database has lost events: restore it before going on.';
  END IF;

  SELECT fingerprint INTO known FROM recorded_command WHERE operation = p_operation AND command_id = p_command_id;
  IF known IS NOT NULL OR head_sequence > p_expected THEN
    RETURN jsonb_build_object(
      'status', CASE WHEN known IS NULL THEN 'behind' ELSE 'repeated' END,
      'fingerprint', known,
      'events', load_events(p_operation, p_expected, 500));
  END IF;

  FOR event IN SELECT value FROM jsonb_array_elements(p_events) LOOP
    next_hash := sha256(convert_to(concat_ws(E'\n',
      head_sequence + position + 1, event ->> 'type', event ->> 'version', happened, occurred,
      p_actor, p_command_id, position, event ->> 'payload', encode(previous, 'hex')), 'UTF8'));
    INSERT INTO timeline_event (operation, sequence, event_type, event_version, happened_at, occurred_at, actor,
                                command_id, index, payload, previous_hash, hash)
    VALUES (p_operation, head_sequence + position + 1, event ->> 'type', (event ->> 'version')::integer, p_happened_at,
            p_occurred_at, p_actor, p_command_id, position, event ->> 'payload', previous, next_hash);
    hashes := hashes || to_jsonb(encode(next_hash, 'hex'));
    previous := next_hash;
    position := position + 1;
  END LOOP;

  INSERT INTO operation AS o (reference, sequence, head_hash, fold_version, state, opened_at, updated_at)
  VALUES (p_operation, head_sequence + total, previous, p_fold_version, p_state, p_occurred_at, p_occurred_at)
  ON CONFLICT (reference) DO UPDATE SET sequence = excluded.sequence, head_hash = excluded.head_hash,
    fold_version = excluded.fold_version, state = excluded.state, updated_at = excluded.updated_at;
  INSERT INTO recorded_command (operation, command_id, command, fingerprint, first_sequence, last_sequence, confirmed_at)
  VALUES (p_operation, p_command_id, p_command, p_fingerprint, head_sequence + 1, head_sequence + total,
          CASE WHEN p_confirmed THEN clock_timestamp() END);
  INSERT INTO text_record (operation, id, salt, text)
  SELECT p_operation, t ->> 'id', t ->> 'salt', t ->> 'text' FROM jsonb_array_elements(p_texts) t;
  INSERT INTO outbox (operation, sequence)
  SELECT p_operation, s FROM generate_series(head_sequence + 1, head_sequence + total) s;

  RETURN jsonb_build_object('status', 'recorded', 'hashes', hashes);
END $$;

-- The reference of an opening, the same for the same command for ever; a new one is claimed only where the opening is not
-- refused. What else is known comes along: null where there is no operation, or none recorded by this command.
CREATE FUNCTION claim_reference(p_command_id text, p_fingerprint text, p_year integer, p_claim boolean)
RETURNS TABLE (reference text, claimed_by text, sequence integer, fingerprint text, first integer, last integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  INSERT INTO opening (command_id, reference, fingerprint)
  SELECT p_command_id, 'OP-' || p_year || '-' || lpad(n, greatest(6, length(n)), '0'), p_fingerprint
  FROM (SELECT nextval('operation_number')::text AS n
        WHERE p_claim AND NOT EXISTS (SELECT FROM opening WHERE command_id = p_command_id)) next
  ON CONFLICT (command_id) DO NOTHING;
  RETURN QUERY
    SELECT c.reference, c.fingerprint, o.sequence, r.fingerprint, r.first_sequence, r.last_sequence
    FROM opening c LEFT JOIN operation o ON o.reference = c.reference
    LEFT JOIN recorded_command r ON r.operation = c.reference AND r.command_id = c.command_id
    WHERE c.command_id = p_command_id;
END $$;

-- Marks commands as confirmed: their Updates have answered, so their workflows know of them.
CREATE FUNCTION confirm_commands(p_operations text[], p_command_ids text[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE recorded_command c SET confirmed_at = clock_timestamp()
  FROM unnest(p_operations, p_command_ids) AS done(operation, command_id)
  WHERE c.operation = done.operation AND c.command_id = done.command_id AND c.confirmed_at IS NULL
$$;

-- Marks everything an operation has recorded up to a sequence as confirmed: its workflow has folded it.
CREATE FUNCTION confirm_up_to(p_operation text, p_sequence integer) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE recorded_command SET confirmed_at = clock_timestamp()
  WHERE operation = p_operation AND last_sequence <= p_sequence AND confirmed_at IS NULL
$$;

-- Gives waiting events their gapless positions, in one writer at a time. Answers how many.
CREATE FUNCTION place_events(p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  last bigint;
  placed integer;
BEGIN
  SELECT position INTO last FROM feed_head FOR UPDATE;
  WITH waiting AS (
    SELECT id, operation, sequence, row_number() OVER (ORDER BY id) AS nth
    FROM (SELECT * FROM outbox WHERE position IS NULL ORDER BY id LIMIT p_limit FOR UPDATE SKIP LOCKED) w
  ), positioned AS (
    UPDATE outbox SET position = last + waiting.nth FROM waiting WHERE outbox.id = waiting.id
    RETURNING outbox.position, outbox.operation, outbox.sequence
  )
  INSERT INTO feed (position, operation, sequence) SELECT position, operation, sequence FROM positioned;
  GET DIAGNOSTICS placed = ROW_COUNT;
  UPDATE feed_head SET position = last + placed;
  RETURN placed;
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO waymark_api, waymark_worker, waymark_jobs;
GRANT EXECUTE ON FUNCTION rfc3339 TO waymark_api, waymark_jobs;

GRANT EXECUTE ON FUNCTION record_events, load_events, load_operation TO waymark_worker;

GRANT SELECT ON operation, timeline_event, recorded_command, opening, text_record, feed, feed_head, inbox_item TO waymark_api;
GRANT UPDATE (read_at) ON inbox_item TO waymark_api;
GRANT EXECUTE ON FUNCTION claim_reference, confirm_commands TO waymark_api;

GRANT SELECT ON operation, timeline_event, recorded_command, outbox, feed, feed_head TO waymark_jobs;
GRANT UPDATE (queued_at), DELETE ON outbox TO waymark_jobs;
GRANT SELECT, INSERT ON inbox_item TO waymark_jobs;
GRANT EXECUTE ON FUNCTION place_events, confirm_commands, confirm_up_to TO waymark_jobs;
