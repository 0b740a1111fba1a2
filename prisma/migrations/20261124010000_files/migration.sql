-- Who needs the content of which file: it is stored once, however many do, and removed when nobody does any more. A claim
-- is made before the content is stored; one whose command came to nothing is given up, by its maker or after a day.
CREATE TABLE file_claim (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sha256     text COLLATE "C" NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  operation  text COLLATE "C" NOT NULL,
  command_id text COLLATE "C" NOT NULL,
  claimed_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX file_claim_by_content ON file_claim (sha256);
CREATE INDEX file_claim_by_command ON file_claim (operation, command_id);

-- Erases the name and the note of a file, if its erasure is on the timeline (DPA 2018 s.47).
CREATE FUNCTION erase_file_texts(p_operation text, p_file text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE text_record t SET text = NULL, salt = NULL, erased_at = clock_timestamp()
  FROM timeline_event attached JOIN timeline_event erased ON erased.operation = attached.operation
    AND erased.event_type = 'fileErased' AND erased.payload_json -> 'file' = attached.payload_json -> 'file'
  WHERE attached.operation = p_operation AND attached.event_type = 'fileAttached'
    AND attached.payload_json ->> 'file' = p_file
    AND t.operation = p_operation AND t.erased_at IS NULL
    AND t.id IN (attached.payload_json -> 'name' ->> 'record', attached.payload_json -> 'note' ->> 'record')
$$;

REVOKE ALL ON FUNCTION erase_file_texts FROM PUBLIC;

GRANT SELECT, INSERT (sha256, operation, command_id), DELETE ON file_claim TO waymark_api;
GRANT SELECT, DELETE ON file_claim TO waymark_jobs;
GRANT EXECUTE ON FUNCTION erase_file_texts TO waymark_jobs;
