-- What came of suspects, court orders, money and estimates are counted as well.
DROP INDEX timeline_event_figures;
CREATE INDEX timeline_event_figures ON timeline_event (event_type, operation, sequence) WHERE event_type IN (
  'referralOpened', 'referralSubmitted', 'referralReturned', 'referralWithdrawn', 'adopted', 'declined', 'stageAdvanced',
  'operationClosed', 'reopeningApproved', 'rollbackApproved', 'targetAdopted', 'disruptionAssessed', 'targetDisrupted',
  'victimRecordOpened', 'referredToNrm', 'dutyToNotifyDone', 'safeguardingHandedOver', 'sentenceRecorded', 'appealDecided',
  'threatScoreRecorded', 'arrestRecorded', 'chargeRecorded', 'releasedWithoutCharge', 'proceedingsEnded', 'surrendered',
  'subjectReclassified', 'orderMade', 'orderBreached', 'confiscationOrdered', 'assetRecovered', 'benefitEstimated'
);
