-- Force Profiles (ADR 0019): the records that forces submit, who of them is the same person, and how these rank.

CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

-- Forces whose records the reader sees: their own, and those that their regional unit serves (domain/access/remit.ts).
CREATE FUNCTION reader_near_forces() RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT array_agg(DISTINCT split_part(standing, '/', 1)) FROM unnest(reader_standings()) AS standing
$$;

-- How a force's files are read; the latest stands.
CREATE TABLE force_mapping (
  force    text COLLATE "C" NOT NULL,
  version  integer NOT NULL,
  mapping  jsonb NOT NULL,
  made_by  text COLLATE "C" NOT NULL,
  made_at  timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (force, version)
);

-- One file of a force. The file itself is kept until it is in, its records while the import stands.
CREATE TABLE force_import (
  id           text COLLATE "C" PRIMARY KEY,
  nth          integer GENERATED ALWAYS AS IDENTITY UNIQUE,
  force        text COLLATE "C" NOT NULL,
  name         text NOT NULL,
  sha256       text COLLATE "C" NOT NULL,
  bytes        bigint NOT NULL,
  mapping      jsonb NOT NULL,
  fingerprint  text COLLATE "C" NOT NULL,
  state        text COLLATE "C" NOT NULL DEFAULT 'waiting'
               CHECK (state IN ('waiting', 'loading', 'loaded', 'failed', 'same')),
  bytes_read   bigint NOT NULL DEFAULT 0,
  rows_read    integer NOT NULL DEFAULT 0,
  records      integer NOT NULL DEFAULT 0,
  rejected     integer NOT NULL DEFAULT 0,
  problem      text,
  -- Of the process that read it, at its highest.
  peak_memory  bigint,
  made_by      text COLLATE "C" NOT NULL,
  made_at      timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  ended_at     timestamptz(3)
);
-- The same file by the same mapping is taken in once.
CREATE UNIQUE INDEX force_import_once ON force_import (force, sha256, md5(mapping::text)) WHERE state = 'loaded';
CREATE INDEX force_import_by_force ON force_import (force, nth DESC);
CREATE INDEX force_import_open ON force_import (nth) WHERE state IN ('waiting', 'loading');

-- What was not taken in, as it was written, so that it can be mended and sent again.
CREATE TABLE force_reject (
  import integer NOT NULL REFERENCES force_import (nth),
  line   integer NOT NULL,
  cell   text,
  reason text NOT NULL,
  written text NOT NULL,
  PRIMARY KEY (import, line)
);

-- One person in one event. It counts once its import is loaded.
CREATE TABLE force_record (
  import   integer NOT NULL,
  line     integer NOT NULL,
  kind     text COLLATE "C" NOT NULL,
  reference text COLLATE "C" NOT NULL,
  role     text COLLATE "C" NOT NULL,
  given    text COLLATE "C",
  surname  text COLLATE "C",
  birth    date,
  sex      text COLLATE "C",
  ethnicity text COLLATE "C",
  postcode text COLLATE "C",
  phone    text COLLATE "C",
  document text COLLATE "C",
  occurred date NOT NULL,
  -- Its code, where the table of offences has it, and else only as it was written.
  offence  text COLLATE "C",
  unknown_offence text COLLATE "C",
  place    text COLLATE "C",
  team     text COLLATE "C",
  markers  text COLLATE "C"
);
CREATE INDEX force_record_by_import ON force_record USING brin (import);

ALTER TABLE force_mapping ENABLE ROW LEVEL SECURITY;
ALTER TABLE force_mapping FORCE ROW LEVEL SECURITY;
ALTER TABLE force_import ENABLE ROW LEVEL SECURITY;
ALTER TABLE force_import FORCE ROW LEVEL SECURITY;
CREATE POLICY whole ON force_mapping TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY whole ON force_import TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY processes ON force_import TO waymark_jobs USING (true) WITH CHECK (true);
CREATE POLICY near ON force_mapping TO waymark_api
  USING (force = ANY ((SELECT reader_near_forces())::text[])) WITH CHECK (force = ANY ((SELECT reader_near_forces())::text[]));
CREATE POLICY near ON force_import TO waymark_api
  USING (force = ANY ((SELECT reader_near_forces())::text[])) WITH CHECK (force = ANY ((SELECT reader_near_forces())::text[]));

-- COPY does not go together with row-level security: the API reads these through views that do as it does, and nothing else.
CREATE VIEW force_reject_near WITH (security_barrier) AS
  SELECT r.* FROM force_reject r JOIN force_import i ON i.nth = r.import
  WHERE i.force = ANY ((SELECT reader_near_forces())::text[]);
CREATE VIEW force_record_near WITH (security_barrier) AS
  SELECT i.force, r.* FROM force_record r JOIN force_import i ON i.nth = r.import
  WHERE i.state = 'loaded' AND i.force = ANY ((SELECT reader_near_forces())::text[]);

GRANT SELECT, INSERT ON force_mapping TO waymark_api;
GRANT SELECT ON force_import, force_reject_near, force_record_near TO waymark_api;
GRANT INSERT (id, force, name, sha256, bytes, mapping, fingerprint, made_by) ON force_import TO waymark_api;
GRANT SELECT ON force_import, force_reject, force_record TO waymark_jobs;
GRANT UPDATE (state, bytes_read, rows_read, records, rejected, problem, peak_memory, ended_at) ON force_import TO waymark_jobs;
GRANT INSERT, DELETE ON force_reject, force_record TO waymark_jobs;

-- How names are compared: each spelling once (domain/profiles/linkage/spelling.ts).
CREATE TABLE written_name (
  written text COLLATE "C" PRIMARY KEY,
  plain   text COLLATE "C" NOT NULL,
  sound   text COLLATE "C" NOT NULL,
  code    integer NOT NULL
);
CREATE TABLE written_phone (
  written text COLLATE "C" PRIMARY KEY,
  number  text COLLATE "C" NOT NULL
);

-- All that records say alike of a person. It stays, and so does what people decide of it.
CREATE TABLE person_identity (
  id       integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key      uuid NOT NULL UNIQUE,
  given    text COLLATE "C",
  given_sound text COLLATE "C",
  given_code  integer,
  surname  text COLLATE "C",
  surname_sound text COLLATE "C",
  surname_code  integer,
  birth    date,
  sex      text COLLATE "C",
  postcode text COLLATE "C",
  phone    text COLLATE "C",
  document text COLLATE "C"
);
CREATE TABLE record_identity (
  import   integer NOT NULL,
  line     integer NOT NULL,
  identity integer NOT NULL
);
CREATE TABLE identified_import (
  import integer PRIMARY KEY
);

-- One linkage of all identities, with what it was made with.
CREATE TABLE linkage (
  id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  imports    integer[] NOT NULL,
  model      jsonb NOT NULL,
  identities integer NOT NULL,
  pairs      integer NOT NULL,
  people     integer NOT NULL,
  peak_memory bigint NOT NULL,
  made_at    timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
-- Of the latest linkage: the person is the lowest of its identities.
CREATE TABLE person_member (
  identity integer PRIMARY KEY,
  person   integer NOT NULL
);
CREATE INDEX person_member_by_person ON person_member (person);
-- Of the latest linkage: which pairs hold its people together, for whoever asks why.
CREATE TABLE person_link (
  one     integer NOT NULL,
  other   integer NOT NULL,
  pattern text COLLATE "C" NOT NULL,
  weight  real NOT NULL
);

-- What people have decided of two identities. Append-only: the latest of a pair stands, before any model.
CREATE TABLE link_decision (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  one        integer NOT NULL REFERENCES person_identity (id),
  other      integer NOT NULL REFERENCES person_identity (id),
  outcome    text COLLATE "C" NOT NULL CHECK (outcome IN ('same', 'different', 'open')),
  reason     text NOT NULL,
  decided_by text COLLATE "C" NOT NULL,
  decided_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  request    text COLLATE "C" NOT NULL,
  CHECK (one < other),
  UNIQUE (one, other, request)
);
CREATE TRIGGER link_decision_is_append_only BEFORE UPDATE OR DELETE ON link_decision
  FOR EACH ROW EXECUTE FUNCTION refuse_deconfliction_change();

GRANT SELECT, INSERT ON written_name, written_phone, person_identity, record_identity, identified_import, linkage TO waymark_jobs;
GRANT SELECT, INSERT, DELETE, TRUNCATE ON person_member, person_link TO waymark_jobs;
GRANT SELECT ON link_decision TO waymark_jobs;

-- What a linkage works with, which may be lost with the server: it is made anew.
CREATE SCHEMA linking;
GRANT USAGE, CREATE ON SCHEMA linking TO waymark_jobs;

-- The events of all people, in columns of whole numbers (domain/profiles/history.ts): ranking reads them all, and rows would cost it
-- many times more. Made anew after each linkage.
CREATE TABLE profile_history (
  block    integer PRIMARY KEY,
  people   bytea NOT NULL,
  facts    bytea NOT NULL,
  cchi     bytea NOT NULL,
  severity bytea NOT NULL
);
ALTER TABLE profile_history ALTER people SET STORAGE EXTERNAL, ALTER facts SET STORAGE EXTERNAL,
  ALTER cchi SET STORAGE EXTERNAL, ALTER severity SET STORAGE EXTERNAL;
CREATE TABLE profile_history_of (
  linkage  integer PRIMARY KEY REFERENCES linkage (id),
  -- Of the decisions that it heeds.
  decision bigint NOT NULL
);

-- One profiling of all people that are linked.
CREATE TABLE profile_run (
  id          text COLLATE "C" PRIMARY KEY,
  nth         integer GENERATED ALWAYS AS IDENTITY UNIQUE,
  model       jsonb NOT NULL,
  as_of       date NOT NULL,
  fingerprint text COLLATE "C" NOT NULL,
  state       text COLLATE "C" NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  step        text,
  linkage     integer REFERENCES linkage (id),
  -- What is told of each list beside its people, the back-test, and how ranks fall by group.
  lists       jsonb,
  back_test   jsonb,
  disparity   jsonb,
  peak_memory bigint,
  made_by     text COLLATE "C" NOT NULL,
  made_at     timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  ended_at    timestamptz(3)
);
CREATE INDEX profile_run_open ON profile_run (nth) WHERE state IN ('waiting', 'running');

CREATE TABLE profile_rank (
  run       integer NOT NULL REFERENCES profile_run (nth),
  role      text COLLATE "C" NOT NULL,
  area      text COLLATE "C" NOT NULL,
  -- 'all', or a force, or a region by its unit.
  scope     text COLLATE "C" NOT NULL,
  rank      integer NOT NULL,
  person    integer NOT NULL,
  score     float8 NOT NULL,
  recency   float8 NOT NULL,
  frequency float8 NOT NULL,
  gravity   float8 NOT NULL,
  events    integer NOT NULL,
  harm      bigint NOT NULL,
  unmapped  integer NOT NULL,
  last_day  date NOT NULL,
  forces    text[] COLLATE "C" NOT NULL,
  PRIMARY KEY (run, role, area, scope, rank)
);
CREATE INDEX profile_rank_by_person ON profile_rank (run, person);

-- Harm and volume by month, force, offence group and place.
CREATE TABLE profile_volume (
  run    integer NOT NULL REFERENCES profile_run (nth),
  month  date NOT NULL,
  force  text COLLATE "C" NOT NULL,
  offences text COLLATE "C" NOT NULL,
  place  text COLLATE "C" NOT NULL,
  events integer NOT NULL,
  harm   bigint NOT NULL,
  unmapped integer NOT NULL
);
CREATE INDEX profile_volume_by_run ON profile_volume (run, month);

-- Somebody who is new high in a profile: a tasking officer may open a referral of it, or say why not.
CREATE TABLE referral_suggestion (
  id         text COLLATE "C" PRIMARY KEY DEFAULT replace(gen_random_uuid()::text, '-', ''),
  run        integer NOT NULL REFERENCES profile_run (nth),
  area       text COLLATE "C" NOT NULL,
  person     integer NOT NULL,
  rank       integer NOT NULL,
  lead_force text COLLATE "C" NOT NULL,
  operation  text COLLATE "C",
  declined_because text,
  settled_by text COLLATE "C",
  settled_at timestamptz(3),
  made_at    timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (person, area)
);
CREATE INDEX referral_suggestion_open ON referral_suggestion (lead_force, made_at) WHERE settled_at IS NULL;

GRANT SELECT, INSERT, DELETE, TRUNCATE ON profile_history, profile_history_of TO waymark_jobs;
GRANT SELECT, INSERT ON profile_rank, profile_volume, referral_suggestion TO waymark_jobs;
GRANT DELETE ON profile_rank, profile_volume TO waymark_jobs;
GRANT SELECT ON profile_run TO waymark_jobs;
GRANT UPDATE (state, step, linkage, lists, back_test, disparity, peak_memory, ended_at) ON profile_run TO waymark_jobs;

-- A list as its reader may see it: whoever has no record with the reader's forces is there by rank and score alone, and forces that are
-- not the reader's are "another force". Nothing at all of another force's own list.
CREATE FUNCTION profile_ranking(p_run integer, p_role text, p_area text, p_scope text, p_after integer, p_limit integer)
RETURNS TABLE (rank integer, person integer, score float8, recency float8, frequency float8, gravity float8, events integer, harm bigint,
  unmapped integer, last_day date, forces text[], before integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH near AS (SELECT reader_near_forces() AS forces),
  earlier AS (
    SELECT max(e.nth) AS run FROM profile_run e JOIN profile_run r ON r.nth = p_run
    WHERE e.nth < p_run AND e.state = 'done' AND e.model ->> 'name' = r.model ->> 'name')
  SELECT r.rank, CASE WHEN r.forces && near.forces THEN r.person END, r.score, r.recency, r.frequency, r.gravity, r.events, r.harm, r.unmapped,
    CASE WHEN r.forces && near.forces THEN r.last_day END,
    ARRAY(SELECT f FROM unnest(r.forces) f WHERE f = ANY (near.forces))
      || CASE WHEN r.forces <@ near.forces THEN '{}'::text[] ELSE ARRAY['another force'] END,
    CASE WHEN r.forces && near.forces THEN
      (SELECT b.rank FROM profile_rank b JOIN earlier ON b.run = earlier.run
       WHERE b.role = r.role AND b.area = r.area AND b.scope = r.scope AND b.person = r.person) END
  FROM profile_rank r, near
  WHERE r.run = p_run AND r.role = p_role AND r.area = p_area AND r.scope = p_scope AND (p_scope = 'all' OR p_scope = ANY (near.forces))
    AND near.forces IS NOT NULL AND r.rank > p_after
  ORDER BY r.rank LIMIT p_limit
$$;
REVOKE ALL ON FUNCTION profile_ranking FROM PUBLIC;
GRANT EXECUTE ON FUNCTION profile_ranking TO waymark_api;
GRANT SELECT ON profile_run, profile_volume TO waymark_api;
GRANT INSERT (id, model, as_of, fingerprint, made_by) ON profile_run TO waymark_api;

ALTER TABLE referral_suggestion ENABLE ROW LEVEL SECURITY;
ALTER TABLE referral_suggestion FORCE ROW LEVEL SECURITY;
CREATE POLICY whole ON referral_suggestion TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY processes ON referral_suggestion TO waymark_jobs USING (true) WITH CHECK (true);
CREATE POLICY near ON referral_suggestion TO waymark_api
  USING (lead_force = ANY ((SELECT reader_near_forces())::text[])) WITH CHECK (lead_force = ANY ((SELECT reader_near_forces())::text[]));
GRANT SELECT ON referral_suggestion TO waymark_api;
GRANT UPDATE (operation, declined_because, settled_by, settled_at) ON referral_suggestion TO waymark_api;

-- What the reader's forces have written of a person, an identity a row: how often, and when last.
CREATE FUNCTION person_written(p_person integer) RETURNS TABLE (identity integer, given text, surname text, birth date, sex text,
  postcode text, phone text, document text, records bigint, last_day date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.identity, min(r.given), min(r.surname), min(r.birth), min(r.sex), min(r.postcode), min(r.phone), min(r.document), count(*), max(r.occurred)
  FROM person_member m JOIN record_identity ri ON ri.identity = m.identity
    JOIN force_record r ON r.import = ri.import AND r.line = ri.line JOIN force_import i ON i.nth = r.import AND i.state = 'loaded'
  WHERE m.person = p_person AND i.force = ANY (reader_near_forces())
  GROUP BY m.identity ORDER BY count(*) DESC, max(r.occurred) DESC, m.identity
$$;

-- Their records of a person, the latest first.
CREATE FUNCTION person_records(p_person integer, p_limit integer) RETURNS TABLE (force text, import text, line integer, kind text, reference text,
  role text, occurred date, offence text, place text, team text, markers text, identity integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.force, i.id, r.line, r.kind, r.reference, r.role, r.occurred, coalesce(r.offence, r.unknown_offence), r.place, r.team, r.markers, m.identity
  FROM person_member m JOIN record_identity ri ON ri.identity = m.identity
    JOIN force_record r ON r.import = ri.import AND r.line = ri.line JOIN force_import i ON i.nth = r.import AND i.state = 'loaded'
  WHERE m.person = p_person AND i.force = ANY (reader_near_forces())
  ORDER BY r.occurred DESC, i.force, r.line LIMIT p_limit
$$;

-- Which pairs of identities hold a person together, of those that the reader's forces have written; and how many others do.
CREATE FUNCTION person_links(p_person integer) RETURNS TABLE (one integer, other integer, pattern text, weight real, hidden bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH link AS (
    SELECT l.* FROM person_member m JOIN person_link l ON l.one = m.identity JOIN person_member n ON n.identity = l.other AND n.person = m.person
    WHERE m.person = p_person),
  known AS (SELECT identity FROM person_written(p_person))
  SELECT l.one, l.other, l.pattern, l.weight, (SELECT count(*) FROM link) - count(*) OVER ()
  FROM link l WHERE l.one IN (SELECT identity FROM known) AND l.other IN (SELECT identity FROM known)
  ORDER BY l.weight DESC, l.one, l.other
$$;

-- Whether the reader's forces have written an identity: who has not may not say who it is.
CREATE FUNCTION writes_identity(p_identity integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM record_identity ri JOIN force_import i ON i.nth = ri.import AND i.state = 'loaded'
    WHERE ri.identity = p_identity AND i.force = ANY (reader_near_forces()))
$$;
REVOKE ALL ON FUNCTION person_written, person_records, person_links, writes_identity FROM PUBLIC;
GRANT EXECUTE ON FUNCTION person_written, person_records, person_links, writes_identity TO waymark_api;
ALTER TABLE link_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE link_decision FORCE ROW LEVEL SECURITY;
CREATE POLICY whole ON link_decision TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY processes ON link_decision FOR SELECT TO waymark_jobs USING (true);
CREATE POLICY written ON link_decision FOR SELECT TO waymark_api USING (writes_identity(one) AND writes_identity(other));
CREATE POLICY own ON link_decision FOR INSERT TO waymark_api
  WITH CHECK (decided_by = (SELECT reader_person()) AND writes_identity(one) AND writes_identity(other));
GRANT SELECT ON link_decision TO waymark_api;
GRANT INSERT (one, other, outcome, reason, decided_by, request) ON link_decision TO waymark_api;
GRANT SELECT ON linkage TO waymark_api;
CREATE INDEX person_link_by_one ON person_link (one);
CREATE INDEX link_decision_by_pair ON link_decision (one, other, id DESC);
CREATE INDEX record_identity_by_identity ON record_identity (identity);
CREATE INDEX force_record_by_line ON force_record (import, line);

-- What was filled a moment ago is planned for as it is now; autovacuum comes too late. Only a table's owner may.
CREATE FUNCTION analyse_profiles() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ANALYZE force_import, force_record, record_identity, person_identity, person_member, written_name, written_phone;
END $$;
REVOKE ALL ON FUNCTION analyse_profiles FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analyse_profiles TO waymark_jobs;
