import { blocked, type Decide } from '../../decide';
import { event } from '../../events';
import { nextId } from '../entities';

/** Records what the threat-scoring activity returned, with its inputs; it counts for nothing until confirmed. */
export const recordThreatScore: Decide<'recordThreatScore'> = ({ body, prepared }) => [
  event('threatScoreRecorded', { assessment: prepared, rationale: body.rationale }),
];

/** A person confirms the machine's score by naming it, so that nobody confirms a number they have not seen. */
export const confirmThreatScore: Decide<'confirmThreatScore'> = ({ state: { score }, body }) => {
  if (score?.assessment.risk !== body.risk)
    return blocked('another-risk', `The recorded risk is ${score?.assessment.risk}; look again before you confirm.`);
  if (score.confirmedBy !== null) return blocked('already-confirmed', 'This threat score is confirmed already.');
  return [event('threatScoreConfirmed', { risk: body.risk })];
};

/** Tasking adopts the operation and chooses the intelligence products it wants. */
export const adopt: Decide<'adopt'> = ({ body }) => [event('adopted', body)];

/** Tasking declines; the operation closes with its reason and can be reopened. */
export const decline: Decide<'decline'> = ({ body }) => [event('declined', body)];

/** Records the 4P plan of the tasking decision (DOMAIN §5: pursue, prevent, protect, prepare). */
export const recordTaskingPlan: Decide<'recordTaskingPlan'> = ({ body }) => [event('taskingPlanRecorded', body)];

/** Adopts an organised crime group or a priority individual as target, with the band of its scoring. */
export const adoptTarget: Decide<'adoptTarget'> = ({ state, body }) => [
  event('targetAdopted', { target: nextId('G', state.targets), ...body }),
];
