-- The worklist in other orders, and what of it waits for somebody. What an operation waits for and its risk are in its brief; rows
-- that a workflow of an earlier release wrote last have neither, until the jobs process brings them up (keep_brief).

-- When an operation was last submitted for assessment, as its author states; null for a referral that has not been, or was returned.
ALTER TABLE operation ADD COLUMN submitted_at timestamptz(3);

CREATE FUNCTION keep_submitted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  -- As STAGES_ENTERED in domain/operation has it.
  entered text := CASE NEW.event_type WHEN 'referralSubmitted' THEN 'assessment' WHEN 'referralReturned' THEN 'referral'
                  ELSE NEW.payload_json ->> 'to' END;
BEGIN
  UPDATE operation SET submitted_at = CASE entered WHEN 'assessment' THEN NEW.happened_at END
  WHERE reference = NEW.operation AND entered IN ('referral', 'assessment');
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION keep_submitted FROM PUBLIC;
CREATE TRIGGER submission_follows_the_timeline AFTER INSERT ON timeline_event
  FOR EACH ROW WHEN (NEW.event_type IN ('referralSubmitted', 'referralReturned', 'stageAdvanced', 'reopeningApproved', 'rollbackApproved'))
  EXECUTE FUNCTION keep_submitted();

-- Of operations recorded before.
UPDATE operation o SET submitted_at = CASE last.entered WHEN 'assessment' THEN last.happened_at END
FROM (
  SELECT DISTINCT ON (operation) operation, happened_at, entered
  FROM (SELECT operation, sequence, happened_at, CASE event_type WHEN 'referralSubmitted' THEN 'assessment'
                 WHEN 'referralReturned' THEN 'referral' ELSE payload_json ->> 'to' END AS entered
        FROM timeline_event
        WHERE event_type IN ('referralSubmitted', 'referralReturned', 'stageAdvanced', 'reopeningApproved', 'rollbackApproved')) e
  WHERE entered IN ('referral', 'assessment') ORDER BY operation, sequence DESC
) last WHERE last.operation = o.reference;

ALTER TABLE operation
  -- Null where it waits for nothing.
  ADD COLUMN awaiting   jsonb GENERATED ALWAYS AS (nullif(brief -> 'awaiting', '[]')) STORED,
  -- Ascending, the highest risk comes first and what has no score last.
  ADD COLUMN risk_order integer NOT NULL GENERATED ALWAYS AS (-coalesce((brief ->> 'risk')::integer, -1)) STORED,
  -- What its code name is looked for by.
  ADD COLUMN called     text COLLATE "C" GENERATED ALWAYS AS (lower(brief ->> 'codename')) STORED;

-- What one remit sees, in each order.
CREATE INDEX operation_worklist_by_due ON operation (standing, next_due_at, reference) WHERE next_due_at IS NOT NULL;
CREATE INDEX operation_worklist_by_risk ON operation (standing, risk_order, coalesce(submitted_at, 'infinity'), reference);
CREATE INDEX operation_worklist_awaiting ON operation (standing, updated_at DESC, reference DESC) WHERE awaiting IS NOT NULL;
CREATE INDEX operation_worklist_called ON operation (standing, called) WHERE called IS NOT NULL;

-- Rows whose brief an earlier release has written.
CREATE INDEX operation_brief_behind ON operation (reference) WHERE NOT brief ? 'awaiting';

-- Puts the brief of an operation right where it has not changed since it was worked out.
CREATE FUNCTION keep_brief(p_operation text, p_sequence integer, p_brief jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE operation SET brief = p_brief WHERE reference = p_operation AND sequence = p_sequence
$$;
REVOKE ALL ON FUNCTION keep_brief FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keep_brief TO waymark_jobs;

CREATE FUNCTION keys_of(p_keys text[]) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_object(p_keys, array_fill(''::text, ARRAY[cardinality(p_keys)]))
$$;
REVOKE ALL ON FUNCTION keys_of FROM PUBLIC;
-- As before, but what names the reader is an object, in which a key is found however many there are; in an array each is looked at.
CREATE OR REPLACE FUNCTION read_as(
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
          set_config('waymark.let_in', keys_of(let_in)::text, true), set_config('waymark.kept_out', keys_of(kept_out)::text, true);
  RETURN NEXT;
END $$;
