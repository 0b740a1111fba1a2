-- Worklist filters that people keep by a name of their own, for themselves or for their whole force.
CREATE TABLE saved_filter (
  id          text COLLATE "C" PRIMARY KEY,
  owner       text COLLATE "C" NOT NULL,
  -- The force its owner was of when it was last saved: those it is shared with.
  force       text COLLATE "C" NOT NULL,
  name        text COLLATE "C" NOT NULL,
  shared      boolean NOT NULL,
  query       jsonb NOT NULL,
  -- Of the request that made it.
  fingerprint text COLLATE "C" NOT NULL,
  version     integer NOT NULL DEFAULT 1,
  changed_at  timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (owner, name)
);
CREATE INDEX saved_filter_shared ON saved_filter (force, name, id) WHERE shared;

GRANT SELECT, DELETE ON saved_filter TO waymark_api;
GRANT INSERT (id, owner, force, name, shared, query, fingerprint) ON saved_filter TO waymark_api;
GRANT UPDATE (force, name, shared, query, version, changed_at) ON saved_filter TO waymark_api;
