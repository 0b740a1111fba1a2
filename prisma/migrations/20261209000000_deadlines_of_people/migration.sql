-- What people have still to do by a time is in the brief, soonest first; rows that an earlier release wrote last lack it until the
-- jobs process brings them up.

-- When the first of it is overdue, RFC 3339 UTC: as text, which sorts as the time does.
ALTER TABLE operation ADD COLUMN work_due text COLLATE "C" GENERATED ALWAYS AS (brief #>> '{deadlines,0,due}') STORED;
CREATE INDEX operation_by_work_due ON operation (lead_force, work_due) WHERE work_due IS NOT NULL;

DROP INDEX operation_brief_behind;
CREATE INDEX operation_brief_behind ON operation (reference) WHERE NOT brief ? 'deadlines';
