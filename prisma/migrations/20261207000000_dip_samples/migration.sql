-- Dip samples: operations of a force, drawn at random by a supervisor, reviewed one by one and signed off.

CREATE TABLE dip_sample (
  id          text COLLATE "C" PRIMARY KEY,
  fingerprint text COLLATE "C" NOT NULL,
  force       text COLLATE "C" NOT NULL,
  drawn_by    text COLLATE "C" NOT NULL,
  drawn_at    timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  wanted      integer NOT NULL CHECK (wanted BETWEEN 1 AND 50),
  -- What was drawn from.
  stage       text COLLATE "C",
  threat_area text COLLATE "C",
  opened_from date,
  opened_to   date,
  -- With these two the draw can be repeated.
  seed        text COLLATE "C" NOT NULL CHECK (seed ~ '^[0-9a-f]{64}$'),
  population  text[] COLLATE "C" NOT NULL,
  signed_by   text COLLATE "C",
  signed_at   timestamptz(3),
  CHECK ((signed_by IS NULL) = (signed_at IS NULL))
);
CREATE INDEX dip_sample_by_force ON dip_sample (force, drawn_at DESC, id DESC);

CREATE TABLE dip_item (
  sample    text COLLATE "C" NOT NULL REFERENCES dip_sample,
  nth       integer NOT NULL,
  operation text COLLATE "C" NOT NULL REFERENCES operation,
  PRIMARY KEY (sample, nth),
  UNIQUE (sample, operation)
);

-- The last one of an operation stands. Its text is an erasable record of the operation.
CREATE TABLE dip_review (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sample      text COLLATE "C" NOT NULL,
  operation   text COLLATE "C" NOT NULL,
  outcome     text COLLATE "C" NOT NULL CHECK (outcome IN ('satisfactory', 'action-needed')),
  record      text COLLATE "C" NOT NULL,
  digest      text COLLATE "C" NOT NULL,
  reviewed_by text COLLATE "C" NOT NULL,
  reviewed_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  -- Of the request that recorded it, and of what that said.
  request     text COLLATE "C" NOT NULL,
  fingerprint text COLLATE "C" NOT NULL,
  FOREIGN KEY (sample, operation) REFERENCES dip_item (sample, operation),
  UNIQUE (sample, request)
);
CREATE INDEX dip_review_by_item ON dip_review (sample, operation, id);

CREATE FUNCTION refuse_dip_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A sample is signed off, once; nothing else of it ever changes.
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'dip_sample' THEN
    IF to_jsonb(OLD) ->> 'signed_at' IS NULL AND to_jsonb(OLD) - '{signed_by,signed_at}'::text[] = to_jsonb(NEW) - '{signed_by,signed_at}'::text[] THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'dip samples are append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER dip_sample_is_append_only BEFORE UPDATE OR DELETE ON dip_sample
  FOR EACH ROW EXECUTE FUNCTION refuse_dip_change();
CREATE TRIGGER dip_item_is_append_only BEFORE UPDATE OR DELETE ON dip_item
  FOR EACH ROW EXECUTE FUNCTION refuse_dip_change();
CREATE TRIGGER dip_review_is_append_only BEFORE UPDATE OR DELETE ON dip_review
  FOR EACH ROW EXECUTE FUNCTION refuse_dip_change();

-- Records a draw, if it is the one that its seed gives: nobody can choose, by no way.
CREATE FUNCTION draw_dip_sample(
  p_id text, p_fingerprint text, p_force text, p_asked jsonb, p_seed text, p_population text[], p_drawn text[]
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  wanted integer := (p_asked ->> 'count')::integer;
BEGIN
  IF p_force <> ALL (reader_forces()) THEN
    RAISE EXCEPTION 'a sample is drawn by a supervisor of its force' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF p_drawn IS DISTINCT FROM ARRAY(
    SELECT reference FROM unnest(p_population) AS drawn_from (reference)
    ORDER BY sha256(convert_to(p_seed || E'\n' || reference, 'UTF8')) LIMIT wanted
  ) THEN
    RAISE EXCEPTION 'this is not the draw of its seed' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO dip_sample (id, fingerprint, force, drawn_by, wanted, stage, threat_area, opened_from, opened_to, seed, population)
  VALUES (p_id, p_fingerprint, p_force, reader_person(), wanted, p_asked ->> 'stage', p_asked ->> 'threatArea',
          (p_asked ->> 'from')::date, (p_asked ->> 'to')::date, p_seed, p_population)
  ON CONFLICT DO NOTHING;
  IF FOUND THEN
    INSERT INTO dip_item SELECT p_id, nth, reference FROM unnest(p_drawn) WITH ORDINALITY AS drawn (reference, nth);
  END IF;
END $$;

-- Records a review with its text. Answers `recorded`; or why not: `signed-off`, or `changed` where there are more reviews than seen.
CREATE FUNCTION review_dip_item(
  p_sample text, p_operation text, p_seen integer, p_outcome text, p_text jsonb, p_request text, p_fingerprint text
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM dip_sample WHERE id = p_sample AND force = ANY (reader_forces()) AND signed_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RETURN 'signed-off';
  END IF;
  IF p_seen <> (SELECT count(*) FROM dip_review WHERE sample = p_sample AND operation = p_operation) THEN
    RETURN 'changed';
  END IF;
  INSERT INTO text_record (operation, id, salt, text)
  VALUES (p_operation, p_text ->> 'id', p_text ->> 'salt', p_text ->> 'text');
  INSERT INTO dip_review (sample, operation, outcome, record, digest, reviewed_by, request, fingerprint)
  VALUES (p_sample, p_operation, p_outcome, p_text ->> 'id', p_text ->> 'digest', reader_person(), p_request, p_fingerprint);
  RETURN 'recorded';
END $$;

-- Operations of a sample that wait for a review: not those that another force leads by now.
CREATE FUNCTION dip_unreviewed(p_sample text) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.operation FROM dip_sample s JOIN dip_item i ON i.sample = s.id JOIN operation o ON o.reference = i.operation
  WHERE s.id = p_sample AND s.force = ANY (reader_forces()) AND o.lead_force = s.force
    AND NOT EXISTS (SELECT FROM dip_review r WHERE r.sample = s.id AND r.operation = i.operation)
$$;

-- How far a sample is, whichever of its operations the reader sees.
CREATE FUNCTION dip_counts(p_sample text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object(
    'operations', count(*), 'reviewed', count(standing.outcome),
    'actionNeeded', count(*) FILTER (WHERE standing.outcome = 'action-needed'),
    'waiting', (SELECT count(*) FROM dip_unreviewed(p_sample)))
  FROM dip_sample s JOIN dip_item i ON i.sample = s.id LEFT JOIN LATERAL (
    SELECT outcome FROM dip_review r WHERE r.sample = s.id AND r.operation = i.operation ORDER BY r.id DESC LIMIT 1
  ) standing ON true
  WHERE s.id = p_sample AND s.force = ANY (reader_forces())
$$;

-- Signs a sample off, for ever. Answers `signed-off`, also where it was so before; or `unreviewed`.
CREATE FUNCTION sign_off_dip_sample(p_sample text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM dip_sample WHERE id = p_sample AND force = ANY (reader_forces()) FOR UPDATE;
  IF FOUND AND EXISTS (SELECT FROM dip_unreviewed(p_sample)) THEN
    RETURN 'unreviewed';
  END IF;
  UPDATE dip_sample SET signed_by = reader_person(), signed_at = clock_timestamp()
  WHERE id = p_sample AND force = ANY (reader_forces()) AND signed_at IS NULL;
  RETURN 'signed-off';
END $$;

ALTER TABLE dip_sample ENABLE ROW LEVEL SECURITY;
ALTER TABLE dip_sample FORCE ROW LEVEL SECURITY;
ALTER TABLE dip_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE dip_item FORCE ROW LEVEL SECURITY;
ALTER TABLE dip_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE dip_review FORCE ROW LEVEL SECURITY;

CREATE POLICY whole ON dip_sample TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY whole ON dip_item TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY whole ON dip_review TO CURRENT_USER USING (true) WITH CHECK (true);
-- Supervisors of the force; which operations were drawn, as far as they see them.
CREATE POLICY supervised ON dip_sample FOR SELECT TO waymark_api USING (force = ANY ((SELECT reader_forces())::text[]));
CREATE POLICY supervised ON dip_item FOR SELECT TO waymark_api
  USING (EXISTS (SELECT FROM dip_sample s WHERE s.id = dip_item.sample));
CREATE POLICY need_to_know ON dip_review FOR SELECT TO waymark_api USING (
  EXISTS (SELECT FROM dip_sample s WHERE s.id = dip_review.sample)
  AND EXISTS (SELECT FROM operation o WHERE o.reference = dip_review.operation));

REVOKE ALL ON FUNCTION draw_dip_sample, review_dip_item, dip_unreviewed, dip_counts, sign_off_dip_sample FROM PUBLIC;
GRANT SELECT ON dip_sample, dip_item, dip_review TO waymark_api;
GRANT EXECUTE ON FUNCTION draw_dip_sample, review_dip_item, dip_unreviewed, dip_counts, sign_off_dip_sample TO waymark_api;
