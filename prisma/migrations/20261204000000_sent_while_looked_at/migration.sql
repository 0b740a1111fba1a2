-- Requests are planned while further texts are looked at (docs/adr/0021): each names its units, as a range would hold units of later ones.
ALTER TABLE translation_request ADD COLUMN unit_keys uuid[];
UPDATE translation_request r SET unit_keys = ARRAY(
  SELECT u.unit FROM translation_unit u
  WHERE u.translation = r.translation AND u.language = r.language AND u.unit BETWEEN r.first_unit AND r.last_unit ORDER BY u.unit);
ALTER TABLE translation_request ALTER COLUMN unit_keys SET NOT NULL, DROP COLUMN first_unit, DROP COLUMN last_unit;

-- What was being looked at has no request for what it has seen: it is looked at anew.
DELETE FROM translation_text x USING translation t WHERE t.nth = x.translation AND t.state IN ('understanding', 'planning');
DELETE FROM translation_unit u USING translation t WHERE t.nth = u.translation AND t.state IN ('understanding', 'planning');
UPDATE translation SET state = 'understanding', texts = 0 WHERE state IN ('understanding', 'planning');
ALTER TABLE translation DROP CONSTRAINT translation_state_check, ADD CONSTRAINT translation_state_check CHECK (state IN
  ('recognising', 'to-confirm', 'reading', 'understanding', 'translating', 'translated', 'failed', 'cancelled', 'erased'));
