import { STAGES, type Stage } from '../../codes';
import { blocked, type Decide } from '../../decide';
import { event } from '../../events';
import { aboutSuspect } from '../proceedings/suspect';

/** Signs the plan of enforcement and the policy file; each of the premises is named with its power or warrant. */
export const signEnforcementPlan: Decide<'signEnforcementPlan'> = ({ body }) => [
  event('enforcementPlanSigned', {
    ...body,
    premises: body.premises.map((entry, at) => ({ premises: `P${at + 1}`, ...entry })),
  }),
];

/** Moves the operation on to the stage that follows. Its gates are those of the stage it leaves. */
export const advance: Decide<'advance'> = ({ state }) => {
  const from = state.stage as Stage;
  const to = STAGES[STAGES.indexOf(from) + 1];
  return to ? [event('stageAdvanced', { from, to })] : blocked('no-next-stage', 'There is no stage after this one.');
};

/** Records the arrest of a suspect who is at liberty; `happenedAt` is the moment of arrest. */
export const recordArrest: Decide<'recordArrest'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['suspected', 'released-without-charge'], [event('arrestRecorded', body)]);
