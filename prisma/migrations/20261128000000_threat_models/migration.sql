-- Threat models of units, beside the one that Waymark brings. A version never changes: scores name it. `json` and not `jsonb`,
-- since the factors stand in the order in which they are asked.
CREATE TABLE threat_model (
  name    text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  content json NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (name, version)
);
GRANT SELECT, INSERT ON threat_model TO waymark_api;
GRANT SELECT ON threat_model TO waymark_worker;

-- Threat scores too are read of all operations together.
DROP INDEX timeline_event_figures;
CREATE INDEX timeline_event_figures ON timeline_event (event_type, operation, sequence) WHERE event_type IN (
  'referralOpened', 'referralSubmitted', 'referralReturned', 'referralWithdrawn', 'adopted', 'declined', 'stageAdvanced',
  'operationClosed', 'reopeningApproved', 'rollbackApproved', 'targetAdopted', 'disruptionAssessed', 'targetDisrupted',
  'victimRecordOpened', 'referredToNrm', 'dutyToNotifyDone', 'safeguardingHandedOver', 'sentenceRecorded', 'appealDecided',
  'threatScoreRecorded'
);
