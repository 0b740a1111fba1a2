-- A person's number stands once before their events, with how many these are. The next profiling makes all histories anew.
TRUNCATE profile_history, profile_history_of;
ALTER TABLE profile_history ADD COLUMN counts bytea NOT NULL;
ALTER TABLE profile_history ALTER counts SET STORAGE EXTERNAL;
