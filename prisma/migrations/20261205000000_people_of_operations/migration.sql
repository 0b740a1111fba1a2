-- Whom there is to assign, and where they are assigned: of the operations that a reader sees, who is on the team or has referred
-- them. Whoever was let in, has broken the glass or is kept out stays with the operation.
GRANT SELECT ON person TO waymark_api;
GRANT SELECT (person, operation, "grant") ON operation_person TO waymark_api;
-- OFFSET: each operation is looked up, and not all that the reader sees for the sake of a few thousand.
CREATE POLICY need_to_know ON operation_person FOR SELECT TO waymark_api
  USING ("grant" = 'team' AND EXISTS (SELECT FROM operation o WHERE o.reference = operation_person.operation OFFSET 0));
