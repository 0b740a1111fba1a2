-- Who wrote to whom, when, and what is named in it: counted without the texts.
CREATE VIEW translation_contact_seen WITH (security_barrier) AS
  SELECT t.id, m.sender, m.recipient, m.sent_at FROM translation t JOIN translation_message m ON m.translation = t.nth WHERE reader_sees(t.operation);
CREATE VIEW translation_entity_seen WITH (security_barrier) AS
  SELECT t.id, m.row, m.sent_at, e.kind, e.value, e.written
  FROM translation t JOIN translation_text x ON x.translation = t.nth AND x.entities <> '[]'
    JOIN translation_message m ON m.translation = x.translation AND m.text = x.text,
    LATERAL jsonb_to_recordset(x.entities) AS e (kind text, value text, written text)
  WHERE reader_sees(t.operation);
GRANT SELECT ON translation_contact_seen, translation_entity_seen TO waymark_api;
