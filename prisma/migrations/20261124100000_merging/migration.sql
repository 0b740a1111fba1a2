-- Duplicates: the row says which operation its own was merged into, and a saga of the worker's reads what it copies.

UPDATE operation SET brief = brief || '{"mergedInto": null}';
ALTER TABLE operation ADD COLUMN merged_into text COLLATE "C" GENERATED ALWAYS AS (brief ->> 'mergedInto') STORED;
-- What was merged into an operation, in the worklist's order.
CREATE INDEX operation_worklist_merged ON operation (merged_into, updated_at DESC, reference DESC)
  WHERE merged_into IS NOT NULL;

-- Texts of an operation by their identifiers, without those that have been erased.
CREATE FUNCTION load_texts(p_operation text, p_ids text[]) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(jsonb_object_agg(id, jsonb_build_object('text', text, 'restriction', restriction)), '{}'::jsonb)
  FROM text_record WHERE operation = p_operation AND id = ANY(p_ids) AND text IS NOT NULL
$$;
REVOKE ALL ON FUNCTION load_texts FROM PUBLIC;

-- The worker gives commands to other operations: it looks before it does, and reads the duplicate, as the API does.
GRANT SELECT ON operation, recorded_command TO waymark_worker;
GRANT EXECUTE ON FUNCTION load_texts TO waymark_worker;
