-- The access log (DPA 2018 s.62; ADR 0016): who read what, and who was refused. Append-only. One statement writes a row before
-- the answer leaves; the jobs process gives rows their gapless places and signs each batch of places outside the database.

CREATE TABLE access_log (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at            timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  request       text COLLATE "C" NOT NULL,
  person        text COLLATE "C",
  roles         text[] NOT NULL,
  force         text COLLATE "C",
  kind          text COLLATE "C" NOT NULL
                CHECK (kind IN ('collection', 'alteration', 'consultation', 'disclosure', 'combination', 'erasure')),
  route         text COLLATE "C" NOT NULL,
  operation     text COLLATE "C",
  what          jsonb NOT NULL,
  justification text,
  address       text COLLATE "C" NOT NULL,
  client        text,
  outcome       text COLLATE "C" NOT NULL CHECK (outcome IN ('answered', 'refused', 'failed')),
  status        integer NOT NULL,
  records       integer NOT NULL,
  digest        bytea NOT NULL
);
-- Newest first: all, who looked at X, what did Y look at.
CREATE INDEX access_log_by_time ON access_log (at DESC, id DESC);
CREATE INDEX access_log_by_operation ON access_log (operation, at DESC, id DESC) WHERE operation IS NOT NULL;
CREATE INDEX access_log_by_person ON access_log (person, at DESC, id DESC) WHERE person IS NOT NULL;

-- The order that is signed. A row that commits late gets a later place and is never left out.
CREATE TABLE access_log_place (
  place  bigint PRIMARY KEY,
  access bigint NOT NULL UNIQUE
);
-- Rows that have no place yet.
CREATE TABLE access_log_waiting (
  access bigint PRIMARY KEY
);

-- What the digest of a row covers: each value as JSON on a line of its own, so that none can be taken for two.
CREATE FUNCTION access_digest(l access_log) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to(array_to_string(ARRAY[
    to_json(l.id), to_json(rfc3339(l.at)), to_json(l.request), to_json(l.person), to_json(l.roles), to_json(l.force),
    to_json(l.kind), to_json(l.route), to_json(l.operation), to_json(l.what::text), to_json(l.justification),
    to_json(l.address), to_json(l.client), to_json(l.outcome), to_json(l.status), to_json(l.records)
  ]::text[], E'\n', 'null'), 'UTF8'))
$$;
CREATE FUNCTION digest_access() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  NEW.digest := access_digest(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER access_has_its_digest BEFORE INSERT ON access_log FOR EACH ROW EXECUTE FUNCTION digest_access();

CREATE FUNCTION refuse_access_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the access log is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER access_log_is_append_only BEFORE UPDATE OR DELETE ON access_log
  FOR EACH ROW EXECUTE FUNCTION refuse_access_change();
CREATE TRIGGER access_log_is_never_truncated BEFORE TRUNCATE ON access_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_access_change();
CREATE TRIGGER access_log_place_is_append_only BEFORE UPDATE OR DELETE ON access_log_place
  FOR EACH ROW EXECUTE FUNCTION refuse_access_change();
CREATE TRIGGER access_log_place_is_never_truncated BEFORE TRUNCATE ON access_log_place
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_access_change();
REVOKE UPDATE, DELETE, TRUNCATE ON access_log, access_log_place FROM PUBLIC, CURRENT_USER;

-- The one way to write a row.
CREATE FUNCTION log_access(
  p_request text, p_person text, p_roles text[], p_force text, p_kind text, p_route text, p_operation text, p_what jsonb,
  p_justification text, p_address text, p_client text, p_outcome text, p_status integer, p_records integer
) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH logged AS (
    INSERT INTO access_log (request, person, roles, force, kind, route, operation, what, justification, address, client,
                            outcome, status, records)
    VALUES (p_request, p_person, p_roles, p_force, p_kind, p_route, p_operation, p_what, p_justification, p_address, p_client,
            p_outcome, p_status, p_records)
    RETURNING id
  )
  INSERT INTO access_log_waiting (access) SELECT id FROM logged
$$;

-- Gives waiting rows their gapless places, in one writer at a time. A waiting row that is gone keeps waiting, for `verify` to
-- find. Answers how many.
CREATE FUNCTION place_accesses(p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  placed integer;
BEGIN
  PERFORM pg_advisory_xact_lock(1466006895);
  WITH taken AS (
    DELETE FROM access_log_waiting WHERE access IN (
      SELECT access FROM access_log_waiting w WHERE EXISTS (SELECT FROM access_log l WHERE l.id = w.access)
      ORDER BY access LIMIT p_limit)
    RETURNING access
  )
  INSERT INTO access_log_place (place, access)
  SELECT coalesce((SELECT max(place) FROM access_log_place), 0) + row_number() OVER (ORDER BY access), access FROM taken;
  GET DIAGNOSTICS placed = ROW_COUNT;
  RETURN placed;
END $$;

-- The API reads it for a supervisor alone, who is who sees all that a force leads: the rows of people of their force, and those
-- of operations that they see.
ALTER TABLE access_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_log FORCE ROW LEVEL SECURITY;
CREATE POLICY whole ON access_log TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY processes ON access_log FOR SELECT TO waymark_jobs USING (true);
CREATE POLICY supervised ON access_log FOR SELECT TO waymark_api USING (
  (SELECT cardinality(reader_forces())) > 0
  AND (force = ANY ((SELECT reader_forces())::text[]) OR EXISTS (SELECT FROM operation o WHERE o.reference = access_log.operation)));

REVOKE ALL ON FUNCTION access_digest, digest_access, refuse_access_change, log_access, place_accesses FROM PUBLIC;
GRANT EXECUTE ON FUNCTION log_access TO waymark_api;
GRANT SELECT ON access_log TO waymark_api;
GRANT SELECT ON access_log, access_log_place, access_log_waiting TO waymark_jobs, waymark_auditor;
CREATE POLICY auditor ON access_log FOR SELECT TO waymark_auditor USING (true);
GRANT EXECUTE ON FUNCTION place_accesses TO waymark_jobs;

-- Broken glass is found by its event.
CREATE INDEX timeline_event_challenges ON timeline_event (occurred_at) WHERE event_type = 'accessChallenged';
