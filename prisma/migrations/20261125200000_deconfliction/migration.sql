-- De-confliction (ADR 0015): who and what every operation holds an interest in, normalised, so that the same person, phone,
-- vehicle, document or address is found across operations. It is read through functions that tell nothing of an operation
-- which the reader does not see.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A subject or entity of an operation as it is looked for; domain/deconfliction/identity.ts has the same. One that is no
-- longer there is emptied and keeps its row, which matches and requests name.
CREATE TABLE identity (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  operation   text COLLATE "C" NOT NULL,
  holder      text COLLATE "C" NOT NULL,
  names       text[] NOT NULL,
  births      text[] COLLATE "C" NOT NULL,
  marks       text[] COLLATE "C" NOT NULL,
  -- Of pairs of words of the names: domain/deconfliction/sounds.ts.
  sounds      bigint[] NOT NULL,
  revision    integer NOT NULL DEFAULT 1,
  -- Revision that was last compared with all others.
  compared    integer NOT NULL DEFAULT 0,
  UNIQUE (operation, holder)
);
CREATE INDEX identity_by_mark ON identity USING gin (marks);
CREATE INDEX identity_by_sound ON identity USING gin (sounds);
CREATE INDEX identity_by_birth ON identity USING gin (births);

-- Up to which event an operation is in the index: work that is done again out of turn changes nothing.
CREATE TABLE indexed_operation (
  operation text COLLATE "C" PRIMARY KEY,
  sequence  integer NOT NULL
);
-- How far the whole index has been made anew since its normalisation last changed.
CREATE TABLE index_rebuild (
  version integer PRIMARY KEY,
  after   text COLLATE "C" NOT NULL,
  done    boolean NOT NULL DEFAULT false
);

-- How much alike the likest of two people's names are.
CREATE FUNCTION name_likeness(p_names text[], p_others text[]) RETURNS real
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
  SELECT coalesce(max(similarity(x, y)), 0) FROM unnest(p_names) AS x, unnest(p_others) AS y
$$;

-- Whom or what somebody may be: by an equal mark, by names that sound alike and a birth that does not speak against it, or by
-- an equal birth and a name that looks alike. The likest first; domain/deconfliction/score.ts decides which are.
-- p_near: every birth that would not speak against it; empty, if any would do.
CREATE FUNCTION identity_candidates(
  p_names text[], p_sounds bigint[], p_births text[], p_near text[], p_marks text[], p_limit integer)
RETURNS SETOF identity
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT i.* FROM identity i WHERE i.id IN (
    (SELECT id FROM identity WHERE marks && p_marks LIMIT p_limit)
    UNION
    (SELECT id FROM identity
     WHERE sounds && p_sounds AND (p_near = '{}' OR births = '{}' OR births && p_near)
     ORDER BY name_likeness(names, p_names) DESC LIMIT p_limit)
    UNION
    (SELECT id FROM identity WHERE births && p_births AND name_likeness(names, p_names) >= 0.3 LIMIT p_limit))
$$;

-- The same for a reader of the API: without what would tell of which operation. Nothing of one that keeps the reader out, and
-- nothing at all unless it was said who reads.
CREATE FUNCTION deconflict(
  p_names text[], p_sounds bigint[], p_births text[], p_near text[], p_marks text[], p_limit integer)
RETURNS TABLE (id bigint, names text[], births text[], marks text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, c.names, c.births, ARRAY(SELECT unnest(c.marks) INTERSECT SELECT unnest(p_marks))
  FROM identity_candidates(p_names, p_sounds, p_births, p_near, p_marks, p_limit) c
  WHERE reader_person() IS NOT NULL AND NOT reader_kept_out() ? c.operation
$$;

-- That two identities may be the same, from each side once.
CREATE TABLE identity_match (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  identity bigint NOT NULL REFERENCES identity (id),
  other    bigint NOT NULL REFERENCES identity (id),
  score    smallint NOT NULL,
  strength text COLLATE "C" NOT NULL,
  parts    jsonb NOT NULL,
  -- Whether they still are alike; one that was decided on stays.
  holds    boolean NOT NULL DEFAULT true,
  found_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (identity, other)
);
CREATE INDEX identity_match_by_other ON identity_match (other);

-- What people have decided on a match, from their side. Append-only: the latest stands.
CREATE TABLE match_decision (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  match      bigint NOT NULL REFERENCES identity_match (id),
  outcome    text COLLATE "C" NOT NULL CHECK (outcome IN ('confirmed', 'rejected')),
  reason     text NOT NULL,
  decided_by text COLLATE "C" NOT NULL,
  decided_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  -- Of the request that decided it.
  request    text COLLATE "C" NOT NULL,
  UNIQUE (match, request)
);
CREATE INDEX match_decision_by_match ON match_decision (match, id DESC);

-- Asks whoever leads an operation to get in touch, without telling who that is or which operation.
CREATE TABLE contact_request (
  id          text COLLATE "C" PRIMARY KEY,
  asker       text COLLATE "C" NOT NULL,
  asker_force text COLLATE "C" NOT NULL,
  message     text NOT NULL,
  asked_at    timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  fingerprint text COLLATE "C" NOT NULL
);
CREATE INDEX contact_request_by_asker ON contact_request (asker, asked_at DESC, id DESC);
CREATE TABLE contact_asked (
  request  text COLLATE "C" NOT NULL REFERENCES contact_request (id),
  identity bigint NOT NULL REFERENCES identity (id),
  PRIMARY KEY (request, identity)
);
CREATE INDEX contact_asked_by_identity ON contact_asked (identity);
CREATE TABLE contact_answer (
  id         text COLLATE "C" PRIMARY KEY,
  request    text COLLATE "C" NOT NULL REFERENCES contact_request (id),
  author     text COLLATE "C" NOT NULL,
  force      text COLLATE "C" NOT NULL,
  message    text NOT NULL,
  answered_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX contact_answer_by_request ON contact_answer (request, answered_at, id);

CREATE FUNCTION refuse_deconfliction_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'decisions and contacts are append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER match_decision_is_append_only BEFORE UPDATE OR DELETE ON match_decision
  FOR EACH ROW EXECUTE FUNCTION refuse_deconfliction_change();
CREATE TRIGGER contact_request_is_append_only BEFORE UPDATE OR DELETE ON contact_request
  FOR EACH ROW EXECUTE FUNCTION refuse_deconfliction_change();
CREATE TRIGGER contact_asked_is_append_only BEFORE UPDATE OR DELETE ON contact_asked
  FOR EACH ROW EXECUTE FUNCTION refuse_deconfliction_change();
CREATE TRIGGER contact_answer_is_append_only BEFORE UPDATE OR DELETE ON contact_answer
  FOR EACH ROW EXECUTE FUNCTION refuse_deconfliction_change();

-- Puts an operation's identities in the index as they are after an event, in place of what was there.
CREATE FUNCTION keep_identities(p_operation text, p_sequence integer, p_identities jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO indexed_operation AS o VALUES (p_operation, p_sequence)
  ON CONFLICT (operation) DO UPDATE SET sequence = excluded.sequence WHERE o.sequence <= excluded.sequence;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  INSERT INTO identity AS i (operation, holder, names, sounds, births, marks)
  SELECT p_operation, holder, names, sounds, births, marks
  FROM jsonb_to_recordset(p_identities)
    AS new (holder text, names text[], sounds bigint[], births text[], marks text[])
  ON CONFLICT (operation, holder) DO UPDATE
    SET names = excluded.names, sounds = excluded.sounds, births = excluded.births, marks = excluded.marks,
        revision = i.revision + 1
    WHERE (i.names, i.sounds, i.births, i.marks) IS DISTINCT FROM (excluded.names, excluded.sounds, excluded.births, excluded.marks);
  UPDATE identity SET names = '{}', sounds = '{}', births = '{}', marks = '{}', revision = revision + 1
  WHERE operation = p_operation AND (names, births, marks) IS DISTINCT FROM ('{}', '{}', '{}')
    AND holder NOT IN (SELECT value ->> 'holder' FROM jsonb_array_elements(p_identities));
END $$;

-- Keeps the likeliest of what one identity was found to match, from both sides; what it does not match any more holds no more.
CREATE FUNCTION keep_matches(p_identity bigint, p_revision integer, p_all bigint[], p_matches jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE identity SET compared = p_revision WHERE id = p_identity AND revision = p_revision;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  UPDATE identity_match SET holds = false
  WHERE holds AND (identity = p_identity AND other <> ALL (p_all) OR other = p_identity AND identity <> ALL (p_all));
  INSERT INTO identity_match AS m (identity, other, score, strength, parts)
  SELECT side.identity, side.other, score, strength, parts
  FROM jsonb_to_recordset(p_matches) AS found (other bigint, score smallint, strength text, parts jsonb),
       LATERAL (VALUES (p_identity, found.other), (found.other, p_identity)) AS side (identity, other)
  -- In one order, so that two who find each other at once do not wait for each other.
  ORDER BY 1, 2
  ON CONFLICT (identity, other) DO UPDATE
    SET score = excluded.score, strength = excluded.strength, parts = excluded.parts, holds = true
    WHERE (m.score, m.strength, m.parts, m.holds) IS DISTINCT FROM (excluded.score, excluded.strength, excluded.parts, true);
END $$;

-- Whether an identity is of an operation that keeps the reader out: for them there is no match with it.
CREATE FUNCTION keeps_reader_out(p_identity bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT reader_kept_out() ? operation FROM identity WHERE id = p_identity
$$;

-- Asks, for a reader, whoever leads the operations of these identities. Answers whether there was anybody to ask.
CREATE FUNCTION ask_contact(p_id text, p_force text, p_message text, p_fingerprint text, p_identities bigint[]) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asked bigint[] := ARRAY(SELECT id FROM identity WHERE id = ANY (p_identities) AND NOT reader_kept_out() ? operation);
BEGIN
  IF asked = '{}' THEN
    RETURN false;
  END IF;
  INSERT INTO contact_request (id, asker, asker_force, message, fingerprint)
  VALUES (p_id, reader_person(), p_force, p_message, p_fingerprint) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    INSERT INTO contact_asked SELECT p_id, unnest(asked);
  END IF;
  RETURN true;
END $$;

-- The lead officer of an operation: its senior investigating officer, before one is assigned whoever referred it.
CREATE FUNCTION lead_officer(p_brief jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(
    (SELECT value ->> 'person' FROM jsonb_array_elements(p_brief -> 'team') WITH ORDINALITY AS t (value, nth)
     WHERE value ->> 'role' = 'senior-investigating-officer' ORDER BY nth DESC LIMIT 1),
    p_brief -> 'referral' ->> 'by')
$$;

ALTER TABLE identity ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity FORCE ROW LEVEL SECURITY;
ALTER TABLE identity_match ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity_match FORCE ROW LEVEL SECURITY;
ALTER TABLE match_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE match_decision FORCE ROW LEVEL SECURITY;
ALTER TABLE contact_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_request FORCE ROW LEVEL SECURITY;
ALTER TABLE contact_asked ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_asked FORCE ROW LEVEL SECURITY;
ALTER TABLE contact_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_answer FORCE ROW LEVEL SECURITY;

CREATE POLICY whole ON identity TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY whole ON identity_match TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY whole ON match_decision TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY whole ON contact_request TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY whole ON contact_asked TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY whole ON contact_answer TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY processes ON identity FOR SELECT TO waymark_jobs USING (true);
CREATE POLICY processes ON text_record FOR SELECT TO waymark_jobs USING (true);

CREATE POLICY need_to_know ON identity FOR SELECT TO waymark_api
  USING (EXISTS (SELECT FROM operation o WHERE o.reference = identity.operation));
-- One's own side: that there is another is not hidden, only which.
CREATE POLICY need_to_know ON identity_match FOR SELECT TO waymark_api USING (
  EXISTS (SELECT FROM identity i WHERE i.id = identity_match.identity) AND NOT keeps_reader_out(other));
CREATE POLICY need_to_know ON match_decision FOR SELECT TO waymark_api
  USING (EXISTS (SELECT FROM identity_match m WHERE m.id = match_decision.match));
CREATE POLICY own ON match_decision FOR INSERT TO waymark_api WITH CHECK (
  decided_by = (SELECT reader_person()) AND EXISTS (SELECT FROM identity_match m WHERE m.id = match_decision.match));
-- The asker does not see whom they ask; whoever leads an operation that is asked does, while they lead it.
CREATE POLICY lead ON contact_asked FOR SELECT TO waymark_api USING (EXISTS (
  SELECT FROM identity i JOIN operation o ON o.reference = i.operation
  WHERE i.id = contact_asked.identity AND lead_officer(o.brief) = (SELECT reader_person())));
CREATE POLICY asker_or_asked ON contact_request FOR SELECT TO waymark_api USING (
  asker = (SELECT reader_person()) OR EXISTS (SELECT FROM contact_asked a WHERE a.request = contact_request.id));
-- Those who are asked do not see each other.
CREATE POLICY own_or_to_one ON contact_answer FOR SELECT TO waymark_api USING (EXISTS (
  SELECT FROM contact_request r WHERE r.id = contact_answer.request
    AND (r.asker = (SELECT reader_person()) OR contact_answer.author IN (r.asker, (SELECT reader_person())))));
CREATE POLICY own ON contact_answer FOR INSERT TO waymark_api WITH CHECK (
  author = (SELECT reader_person()) AND EXISTS (SELECT FROM contact_request r WHERE r.id = contact_answer.request));

REVOKE ALL ON FUNCTION name_likeness, identity_candidates, deconflict, keep_identities, keep_matches,
  keeps_reader_out, ask_contact, lead_officer FROM PUBLIC;
GRANT SELECT (id, operation, holder) ON identity TO waymark_api;
GRANT SELECT ON identity_match, match_decision, contact_request, contact_asked, contact_answer TO waymark_api;
GRANT INSERT (match, outcome, reason, decided_by, request) ON match_decision TO waymark_api;
GRANT INSERT (id, request, author, force, message) ON contact_answer TO waymark_api;
GRANT EXECUTE ON FUNCTION deconflict, keeps_reader_out, ask_contact, lead_officer TO waymark_api;
GRANT SELECT (id, operation, text) ON text_record TO waymark_jobs;
GRANT SELECT ON identity, indexed_operation, index_rebuild TO waymark_jobs;
GRANT INSERT, UPDATE ON index_rebuild TO waymark_jobs;
GRANT EXECUTE ON FUNCTION name_likeness, identity_candidates, keep_identities, keep_matches, load_events, event_json
  TO waymark_jobs;
