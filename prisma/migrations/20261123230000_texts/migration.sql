-- Texts that need a permission to be read, and texts that are erased for ever.

ALTER TABLE text_record ADD COLUMN restriction text COLLATE "C";

-- As before; a text brings its restriction, and an erasure empties the record of its text.
CREATE OR REPLACE FUNCTION record_events(
  p_operation text, p_expected integer, p_command_id text, p_command text, p_fingerprint text, p_actor text,
  p_occurred_at timestamptz, p_happened_at timestamptz, p_confirmed boolean, p_events jsonb, p_texts jsonb,
  p_state jsonb, p_fold_version integer, p_brief jsonb
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
    -- An erasure and its event cannot disagree: both are recorded, or neither.
    IF event ->> 'type' = 'textErased' THEN
      UPDATE text_record SET text = NULL, salt = NULL, erased_at = p_occurred_at
      WHERE operation = p_operation AND id = (event ->> 'payload')::jsonb ->> 'record' AND text IS NOT NULL;
    END IF;
    previous := next_hash;
    position := position + 1;
  END LOOP;

  IF head_sequence > 0 AND p_state IS NULL THEN
    UPDATE operation SET sequence = head_sequence + total, head_hash = previous, brief = p_brief, updated_at = p_occurred_at
    WHERE reference = p_operation;
  ELSE
    INSERT INTO operation (reference, sequence, head_hash, brief, state_sequence, fold_version, state, opened_at, updated_at)
    VALUES (p_operation, head_sequence + total, previous, p_brief, head_sequence + total, p_fold_version, p_state,
            p_occurred_at, p_occurred_at)
    ON CONFLICT (reference) DO UPDATE SET sequence = excluded.sequence, head_hash = excluded.head_hash,
      brief = excluded.brief, state_sequence = excluded.state_sequence, fold_version = excluded.fold_version,
      state = excluded.state, updated_at = excluded.updated_at;
  END IF;
  INSERT INTO recorded_command (operation, command_id, command, fingerprint, first_sequence, last_sequence, confirmed_at)
  VALUES (p_operation, p_command_id, p_command, p_fingerprint, head_sequence + 1, head_sequence + total,
          CASE WHEN p_confirmed THEN clock_timestamp() END);
  INSERT INTO text_record (operation, id, salt, text, restriction)
  SELECT p_operation, t ->> 'id', t ->> 'salt', t ->> 'text', t ->> 'restriction' FROM jsonb_array_elements(p_texts) t;
  INSERT INTO outbox (operation, sequence)
  SELECT p_operation, s FROM generate_series(head_sequence + 1, head_sequence + total) s;

  RETURN jsonb_build_object('status', 'recorded', 'hashes', hashes);
END $$;
