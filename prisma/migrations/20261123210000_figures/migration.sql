-- What the programme figures are counted from, however long the timelines grow. A query whose types of event are not all
-- among these does without the index.
CREATE INDEX timeline_event_figures ON timeline_event (event_type, operation, sequence) WHERE event_type IN (
  'referralOpened', 'referralSubmitted', 'referralReturned', 'referralWithdrawn', 'adopted', 'declined', 'stageAdvanced',
  'operationClosed', 'reopeningApproved', 'rollbackApproved', 'targetAdopted', 'disruptionAssessed', 'targetDisrupted',
  'victimRecordOpened', 'referredToNrm', 'dutyToNotifyDone', 'safeguardingHandedOver', 'sentenceRecorded', 'appealDecided'
);
