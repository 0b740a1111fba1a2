-- Whoever links records analyses them first (analyse_profiles), and records are only ever added: that a file comes in is no reason to
-- vacuum and analyse beside it, which would take half of what it gets of two cores.
ALTER TABLE force_record SET (autovacuum_vacuum_insert_threshold = -1, autovacuum_analyze_threshold = 2000000000);
