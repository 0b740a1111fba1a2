-- Sessions that the identity provider has ended: their access tokens are refused until the last of them has expired by itself.
-- No token lives longer than an hour (apps/api/identity/token-verifier.ts), so after two nothing needs to be remembered.
CREATE TABLE ended_session (
  sid      text COLLATE "C" PRIMARY KEY CHECK (length(sid) BETWEEN 1 AND 255),
  ended_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
GRANT SELECT ON ended_session TO waymark_api;

CREATE FUNCTION end_session(p_sid text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM ended_session WHERE ended_at < now() - interval '2 hours';
  INSERT INTO ended_session (sid) VALUES (p_sid) ON CONFLICT (sid) DO NOTHING;
$$;
REVOKE ALL ON FUNCTION end_session FROM PUBLIC;
GRANT EXECUTE ON FUNCTION end_session TO waymark_api;
