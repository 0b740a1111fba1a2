-- Webhooks (ADR 0018): partner systems are told that something has happened, by reference and never by content.

CREATE TABLE webhook (
  id            text COLLATE "C" PRIMARY KEY,
  title         text NOT NULL,
  url           text NOT NULL,
  types         text[] COLLATE "C" NOT NULL,
  -- What it sees, as a remit: domain/webhooks/subscription.ts.
  force         text COLLATE "C" NOT NULL,
  stages        text[] COLLATE "C" NOT NULL,
  clearance     text COLLATE "C" NOT NULL,
  active        boolean NOT NULL DEFAULT true,
  -- Why it is not active any more, where Waymark has switched it off.
  off_because   text COLLATE "C" CHECK (off_because IN ('gone', 'failing')),
  failing_since timestamptz(3),
  -- The secret it is signed with, and the one before until then; encrypted, and never given to the API again.
  secret        text NOT NULL,
  old_secret    text,
  old_until     timestamptz(3),
  removed       boolean NOT NULL DEFAULT false,
  fingerprint   text COLLATE "C" NOT NULL,
  version       integer NOT NULL DEFAULT 1,
  changed_by    text COLLATE "C" NOT NULL,
  changed_at    timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);

-- One event, or one test, to one webhook. What it is about the API cannot read: whoever keeps webhooks sees no operations.
CREATE TABLE webhook_delivery (
  id          text COLLATE "C" PRIMARY KEY DEFAULT 'msg_' || replace(gen_random_uuid()::text, '-', ''),
  webhook     text COLLATE "C" NOT NULL REFERENCES webhook (id),
  event_type  text COLLATE "C" NOT NULL,
  operation   text COLLATE "C",
  sequence    integer,
  happened_at timestamptz(3) NOT NULL,
  status      text COLLATE "C" NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'delivered', 'failed', 'withheld')),
  -- Since it was made or last asked for again.
  attempts    integer NOT NULL DEFAULT 0,
  answer      integer,
  trouble     text,
  tried_at    timestamptz(3),
  queued_at   timestamptz(3),
  made_at     timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (webhook, operation, sequence)
);
CREATE INDEX webhook_delivery_by_webhook ON webhook_delivery (webhook, made_at DESC, id DESC);
CREATE INDEX webhook_delivery_waiting ON webhook_delivery (made_at) WHERE status = 'waiting';

GRANT SELECT (id, title, url, types, force, stages, clearance, active, off_because, failing_since, old_until, removed, fingerprint,
  version, changed_at) ON webhook TO waymark_api;
GRANT INSERT (id, title, url, types, force, stages, clearance, secret, fingerprint, changed_by) ON webhook TO waymark_api;
GRANT UPDATE (title, url, types, force, stages, clearance, active, off_because, failing_since, removed,
  version, changed_by, changed_at) ON webhook TO waymark_api;
GRANT SELECT (id, webhook, event_type, happened_at, status, attempts, answer, trouble, tried_at, made_at) ON webhook_delivery TO waymark_api;
GRANT INSERT (id, webhook, event_type, happened_at) ON webhook_delivery TO waymark_api;
GRANT UPDATE (status, attempts, queued_at) ON webhook_delivery TO waymark_api;
GRANT SELECT ON webhook, webhook_delivery TO waymark_jobs;
GRANT UPDATE (active, off_because, failing_since) ON webhook TO waymark_jobs;
GRANT INSERT (webhook, event_type, operation, sequence, happened_at) ON webhook_delivery TO waymark_jobs;
GRANT UPDATE (status, attempts, answer, trouble, tried_at, queued_at) ON webhook_delivery TO waymark_jobs;

-- Rotating keeps the secret that the API cannot read.
CREATE FUNCTION rotate_webhook_secret(p_webhook text, p_secret text, p_person text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE webhook SET old_secret = secret, old_until = clock_timestamp() + interval '1 day', secret = p_secret,
    version = version + 1, changed_by = p_person, changed_at = clock_timestamp()
  WHERE id = p_webhook AND NOT removed
$$;
REVOKE ALL ON FUNCTION rotate_webhook_secret FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rotate_webhook_secret TO waymark_api;
