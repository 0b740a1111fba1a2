-- Need-to-know (ADR 0014): who sees an operation follows from its row and from the people named in it. The API says in each
-- transaction for whom it reads, and sees what they may see: row-level security stands behind the conditions of its queries.

ALTER TABLE operation
  -- Index of the clearance that the marking asks for; domain/access/need-to-know.ts has the same.
  ADD COLUMN tier smallint NOT NULL GENERATED ALWAYS AS (
    CASE brief ->> 'marking' WHEN 'SECRET' THEN 1 WHEN 'TOP SECRET' THEN 2 ELSE 0 END) STORED,
  ADD COLUMN standing text COLLATE "C" NOT NULL GENERATED ALWAYS AS (
    coalesce(brief ->> 'leadForce', '') || '/' || (brief ->> 'stage')) STORED;
-- What one remit sees, in the worklist's order.
CREATE INDEX operation_worklist_by_standing ON operation (standing, updated_at DESC, reference DESC);

-- The people whom an operation lets in or keeps out by name. It follows from the brief of the row, whoever writes that.
CREATE TABLE operation_person (
  person    text COLLATE "C" NOT NULL,
  operation text COLLATE "C" NOT NULL,
  "grant"   text COLLATE "C" NOT NULL CHECK ("grant" IN ('team', 'specific', 'challenged', 'excluded')),
  until     timestamptz(3),
  nth       integer NOT NULL,
  PRIMARY KEY (person, operation, nth)
);
CREATE INDEX operation_person_by_operation ON operation_person (operation);

CREATE FUNCTION keep_named() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM operation_person WHERE operation = NEW.reference;
  END IF;
  INSERT INTO operation_person (person, operation, "grant", until, nth)
  SELECT n.value ->> 'person', NEW.reference, n.value ->> 'grant', (n.value ->> 'until')::timestamptz, n.nth
  FROM jsonb_array_elements(NEW.brief -> 'named') WITH ORDINALITY AS n (value, nth);
  RETURN NULL;
END $$;
CREATE TRIGGER named_follow_a_new_row AFTER INSERT ON operation
  FOR EACH ROW EXECUTE FUNCTION keep_named();
CREATE TRIGGER named_follow_the_brief AFTER UPDATE ON operation
  FOR EACH ROW WHEN (OLD.brief -> 'named' IS DISTINCT FROM NEW.brief -> 'named') EXECUTE FUNCTION keep_named();

-- Of operations recorded before: the referrer and the team, each once, as `briefOf` would have it.
UPDATE operation o SET brief = o.brief || jsonb_build_object('named', (
  SELECT coalesce(jsonb_agg(jsonb_build_object('person', person, 'grant', 'team', 'until', NULL) ORDER BY nth), '[]')
  FROM (SELECT person, min(nth) AS nth FROM (
          SELECT o.brief -> 'referral' ->> 'by' AS person, 0 AS nth
          UNION ALL SELECT t.value ->> 'person', t.nth::integer
          FROM jsonb_array_elements(o.brief -> 'team') WITH ORDINALITY AS t (value, nth)) assigned
        WHERE person IS NOT NULL GROUP BY person) once));

-- Says for whom this transaction reads, and answers the operations that name them: those that let them in, and those that keep
-- them out. Whatever is read afterwards is compared with that, and not with the tables again.
CREATE FUNCTION read_as(
  p_person text, p_tier integer, p_forces text[], p_standings text[], p_permissions text[], p_challenging boolean
) RETURNS TABLE (let_in text[], kept_out text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT coalesce(array_agg(operation) FILTER (WHERE "grant" <> 'excluded'), '{}'),
         coalesce(array_agg(operation) FILTER (WHERE "grant" = 'excluded'), '{}')
  INTO let_in, kept_out FROM operation_person WHERE person = p_person AND (until IS NULL OR until > now());
  PERFORM set_config('waymark.person', p_person, true), set_config('waymark.tier', p_tier::text, true),
          set_config('waymark.forces', p_forces::text, true), set_config('waymark.standings', p_standings::text, true),
          set_config('waymark.permissions', p_permissions::text, true),
          set_config('waymark.challenging', p_challenging::text, true),
          set_config('waymark.let_in', to_jsonb(let_in)::text, true), set_config('waymark.kept_out', to_jsonb(kept_out)::text, true);
  RETURN NEXT;
END $$;

-- What has been said; nothing, if nothing has. Plain enough to be inlined.
CREATE FUNCTION reader_person() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('waymark.person', true), '')
$$;
CREATE FUNCTION reader_tier() RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('waymark.tier', true), '')::integer
$$;
CREATE FUNCTION reader_forces() RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('waymark.forces', true), '')::text[]
$$;
CREATE FUNCTION reader_standings() RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('waymark.standings', true), '')::text[]
$$;
CREATE FUNCTION reader_permissions() RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('waymark.permissions', true), '')::text[]
$$;
CREATE FUNCTION reader_is_challenging() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT current_setting('waymark.challenging', true) = 'true'
$$;
CREATE FUNCTION reader_let_in() RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('waymark.let_in', true), '')::jsonb
$$;
CREATE FUNCTION reader_kept_out() RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('waymark.kept_out', true), '')::jsonb
$$;

ALTER TABLE operation ENABLE ROW LEVEL SECURITY;
ALTER TABLE operation FORCE ROW LEVEL SECURITY;
ALTER TABLE operation_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE operation_person FORCE ROW LEVEL SECURITY;
ALTER TABLE timeline_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE timeline_event FORCE ROW LEVEL SECURITY;
ALTER TABLE text_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE text_record FORCE ROW LEVEL SECURITY;
ALTER TABLE recorded_command ENABLE ROW LEVEL SECURITY;
ALTER TABLE recorded_command FORCE ROW LEVEL SECURITY;
ALTER TABLE feed ENABLE ROW LEVEL SECURITY;
ALTER TABLE feed FORCE ROW LEVEL SECURITY;
ALTER TABLE inbox_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE inbox_item FORCE ROW LEVEL SECURITY;

-- The owner, whose functions record; the processes that work for all operations.
CREATE POLICY whole ON operation TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY whole ON operation_person TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY whole ON timeline_event TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY whole ON text_record TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY whole ON recorded_command TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY whole ON feed TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY whole ON inbox_item TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY processes ON operation FOR SELECT TO waymark_worker, waymark_jobs USING (true);
CREATE POLICY processes ON timeline_event FOR SELECT TO waymark_worker, waymark_jobs USING (true);
CREATE POLICY processes ON recorded_command FOR SELECT TO waymark_worker, waymark_jobs USING (true);
CREATE POLICY processes ON feed FOR SELECT TO waymark_jobs USING (true);
CREATE POLICY processes ON inbox_item TO waymark_jobs USING (true) WITH CHECK (true);

-- The API, for a reader. Each subselect is asked once a query.
CREATE POLICY need_to_know ON operation FOR SELECT TO waymark_api USING (
  tier <= (SELECT reader_tier())
  AND (lead_force = ANY ((SELECT reader_forces())::text[]) OR standing = ANY ((SELECT reader_standings())::text[])
       OR (SELECT reader_let_in()) ? reference OR (SELECT reader_is_challenging()))
  AND NOT (SELECT reader_kept_out()) ? reference);
CREATE POLICY need_to_know ON timeline_event FOR SELECT TO waymark_api
  USING (EXISTS (SELECT FROM operation o WHERE o.reference = timeline_event.operation));
CREATE POLICY need_to_know ON recorded_command FOR SELECT TO waymark_api
  USING (EXISTS (SELECT FROM operation o WHERE o.reference = recorded_command.operation));
CREATE POLICY need_to_know ON feed FOR SELECT TO waymark_api
  USING (EXISTS (SELECT FROM operation o WHERE o.reference = feed.operation));
CREATE POLICY own ON inbox_item TO waymark_api USING (
  person = (SELECT reader_person())
  AND EXISTS (SELECT FROM operation o WHERE o.reference = inbox_item.operation));
CREATE POLICY need_to_know ON text_record FOR SELECT TO waymark_api USING (
  (restriction IS NULL OR text IS NULL OR restriction = ANY ((SELECT reader_permissions())::text[]))
  AND EXISTS (SELECT FROM operation o WHERE o.reference = text_record.operation));

-- Of texts whose identifiers are known, those that are restricted: that they are there, and their digest, which the timeline
-- shows anyway, so that the rest can be proved unaltered by those who do not hold the permission.
CREATE FUNCTION restricted_texts(p_operations text[], p_ids text[])
RETURNS TABLE (operation text, id text, restriction text, digest text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT operation, id, restriction, encode(sha256(convert_to(salt || E'\n' || text, 'UTF8')), 'hex')
  FROM text_record WHERE operation = ANY (p_operations) AND id = ANY (p_ids) AND restriction IS NOT NULL AND text IS NOT NULL
$$;

-- As before, but with the rights of whoever asks: for a reader, only of what they see.
CREATE OR REPLACE FUNCTION load_events(p_operation text, p_after integer, p_limit integer) RETURNS jsonb
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
  SELECT coalesce(jsonb_agg(event_json(e) ORDER BY e.sequence), '[]'::jsonb)
  FROM (SELECT * FROM timeline_event WHERE operation = p_operation AND sequence > p_after
        ORDER BY sequence LIMIT p_limit) e
$$;
GRANT SELECT ON timeline_event TO waymark_worker;
GRANT EXECUTE ON FUNCTION event_json, rfc3339 TO waymark_api, waymark_worker;

REVOKE ALL ON FUNCTION keep_named, read_as, restricted_texts, reader_person, reader_tier, reader_forces, reader_standings,
  reader_permissions, reader_is_challenging, reader_let_in, reader_kept_out FROM PUBLIC;
GRANT EXECUTE ON FUNCTION restricted_texts, reader_person, reader_tier, reader_forces, reader_standings, reader_permissions,
  reader_is_challenging, reader_let_in, reader_kept_out TO waymark_api;
GRANT EXECUTE ON FUNCTION read_as TO waymark_api, waymark_jobs;
-- What nobody needs to read: openings are claimed by a function.
REVOKE SELECT ON opening FROM waymark_api;

-- A bulk act is given with what its author could see when they made it.
ALTER TABLE bulk_job ADD COLUMN clearance text COLLATE "C";
GRANT INSERT (clearance) ON bulk_job TO waymark_api;

-- Who proves the records: reads everything, changes nothing.
GRANT USAGE ON SCHEMA public TO waymark_auditor;
GRANT SELECT ON operation, operation_person, timeline_event, text_record, recorded_command, feed, feed_head, file_claim TO waymark_auditor;
GRANT EXECUTE ON FUNCTION rfc3339, restricted_texts TO waymark_auditor;
CREATE POLICY auditor ON operation FOR SELECT TO waymark_auditor USING (true);
CREATE POLICY auditor ON operation_person FOR SELECT TO waymark_auditor USING (true);
CREATE POLICY auditor ON timeline_event FOR SELECT TO waymark_auditor USING (true);
CREATE POLICY auditor ON text_record FOR SELECT TO waymark_auditor USING (true);
CREATE POLICY auditor ON recorded_command FOR SELECT TO waymark_auditor USING (true);
CREATE POLICY auditor ON feed FOR SELECT TO waymark_auditor USING (true);

-- Who has signed in, as their token last described them: to tell those of a force who have a role. Identifiers, never names.
CREATE TABLE person (
  id      text COLLATE "C" PRIMARY KEY,
  roles   text[] NOT NULL,
  force   text COLLATE "C" NOT NULL,
  seen_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE FUNCTION note_person(p_id text, p_roles text[], p_force text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO person (id, roles, force) VALUES (p_id, p_roles, p_force)
  ON CONFLICT (id) DO UPDATE SET roles = excluded.roles, force = excluded.force, seen_at = excluded.seen_at
$$;
REVOKE ALL ON FUNCTION note_person FROM PUBLIC;
GRANT EXECUTE ON FUNCTION note_person TO waymark_api;
GRANT SELECT ON person TO waymark_jobs;
