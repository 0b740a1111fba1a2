-- Bulk acts: one command given to many operations. The job's identifier is the command's on every timeline it reaches.

CREATE TABLE bulk_job (
  id          text COLLATE "C" PRIMARY KEY,
  fingerprint text COLLATE "C" NOT NULL,
  command     text COLLATE "C" NOT NULL,
  -- Each text in it is a reference; what they refer to is kept only until the last operation has been given its own.
  body        jsonb NOT NULL,
  texts       jsonb,
  happened_at timestamptz(3),
  reason      text,
  erased_at   timestamptz(3),
  actor       text COLLATE "C" NOT NULL,
  roles       text[] NOT NULL,
  force       text COLLATE "C" NOT NULL,
  state       text COLLATE "C" NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'paused', 'cancelled', 'done')),
  made_at     timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  ended_at    timestamptz(3),
  CHECK ((reason IS NULL) = (erased_at IS NOT NULL)),
  CHECK ((texts IS NULL) = (ended_at IS NOT NULL)),
  CHECK (state <> 'done' OR ended_at IS NOT NULL)
);
CREATE INDEX bulk_job_by_actor ON bulk_job (actor, made_at DESC, id DESC);
CREATE INDEX bulk_job_open ON bulk_job (made_at) WHERE ended_at IS NULL;

-- An item that has begun may be recorded already, and so is given its command until its outcome is known.
CREATE TABLE bulk_item (
  job        text COLLATE "C" NOT NULL REFERENCES bulk_job,
  nth        integer NOT NULL,
  operation  text COLLATE "C" NOT NULL,
  status     text COLLATE "C" NOT NULL DEFAULT 'waiting'
             CHECK (status IN ('waiting', 'done', 'refused', 'failed', 'cancelled')),
  attempts   integer NOT NULL DEFAULT 0,
  sequence   integer,
  problem    jsonb,
  settled_at timestamptz(3),
  PRIMARY KEY (job, nth),
  UNIQUE (job, operation),
  CHECK ((status = 'waiting') = (settled_at IS NULL)),
  CHECK ((status = 'done') = (sequence IS NOT NULL)),
  CHECK ((status IN ('refused', 'failed')) = (problem IS NOT NULL))
);
CREATE INDEX bulk_item_waiting ON bulk_item (job, nth) WHERE status = 'waiting';

-- Ends a job when nothing waits any more, and forgets its texts: each operation has its own.
CREATE FUNCTION end_bulk(p_job text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE bulk_job
  SET state = CASE state WHEN 'cancelled' THEN state ELSE 'done' END, texts = NULL, ended_at = clock_timestamp()
  WHERE id = p_job AND ended_at IS NULL
    AND NOT EXISTS (SELECT FROM bulk_item WHERE job = p_job AND status = 'waiting')
$$;

-- Has a job run, pause or be cancelled, unless it is cancelled or done. Answers the state it is in then.
CREATE FUNCTION steer_bulk(p_job text, p_state text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF p_state NOT IN ('running', 'paused', 'cancelled') THEN
    RAISE EXCEPTION 'a bulk cannot be made %', p_state USING ERRCODE = 'invalid_parameter_value';
  END IF;
  UPDATE bulk_job SET state = p_state WHERE id = p_job AND state IN ('running', 'paused');
  IF FOUND AND p_state = 'cancelled' THEN
    UPDATE bulk_item SET status = 'cancelled', settled_at = clock_timestamp()
    WHERE job = p_job AND status = 'waiting' AND attempts = 0;
    PERFORM end_bulk(p_job);
  END IF;
  RETURN (SELECT state FROM bulk_job WHERE id = p_job);
END $$;

REVOKE ALL ON FUNCTION end_bulk, steer_bulk FROM PUBLIC;

GRANT SELECT ON bulk_job, bulk_item TO waymark_api, waymark_jobs;
GRANT INSERT (id, fingerprint, command, body, texts, happened_at, reason, actor, roles, force) ON bulk_job TO waymark_api;
GRANT INSERT (job, nth, operation) ON bulk_item TO waymark_api;
GRANT EXECUTE ON FUNCTION steer_bulk TO waymark_api;

GRANT UPDATE (status, attempts, sequence, problem, settled_at) ON bulk_item TO waymark_jobs;
GRANT EXECUTE ON FUNCTION end_bulk TO waymark_jobs;
