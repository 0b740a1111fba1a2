import { STAGES, WARRANTS, type Stage } from '../../codes';
import type { CommandBody } from '../../command-schemas';
import { blocked, type Decide } from '../../decide';
import { event } from '../../events';
import type { OperationState } from '../../state';
import type { Blocked } from '../../decide';
import { about, find, nextId } from '../entities';
import { aboutSuspect } from '../proceedings/suspect';

/**
 * Signs the plan of enforcement and the policy file; each of the premises is named with its power or warrant. A later plan
 * replaces it and numbers its premises on, so that no warrant comes to name another address.
 */
export const signEnforcementPlan: Decide<'signEnforcementPlan'> = ({ state, body }) => {
  const last = Number(state.plan?.premises.at(-1)?.slice(1) ?? 0);
  const premises = body.premises.map((entry, at) => ({ premises: `P${last + at + 1}`, ...entry }));
  return [event('enforcementPlanSigned', { ...body, premises })];
};

/** Moves the operation on to the stage that follows. Its gates are those of the stage it leaves. */
export const advance: Decide<'advance'> = ({ state }) => {
  const from = state.stage as Stage;
  const to = STAGES[STAGES.indexOf(from) + 1];
  return to ? [event('stageAdvanced', { from, to })] : blocked('no-next-stage', 'There is no stage after this one.');
};

/** Records the arrest of a suspect who is at liberty; `happenedAt` is the moment of arrest. */
export const recordArrest: Decide<'recordArrest'> = ({ state, body }) =>
  aboutSuspect(
    state,
    body.subject,
    ['suspected', 'released-without-charge', 'bailed', 'released-under-investigation'],
    [event('arrestRecorded', body)],
  );

/** Sets a day of enforcement, with its briefing. */
export const setEnforcementDay: Decide<'setEnforcementDay'> = ({ state, body }) =>
  state.days.some(({ date }) => date === body.date)
    ? blocked('day-set', `${body.date} is a day of enforcement already.`)
    : [event('enforcementDaySet', body)];

/** Debriefs a day of enforcement, once. */
export const debriefEnforcementDay: Decide<'debriefEnforcementDay'> = ({ state, body }) => {
  const found = state.days.find(({ date }) => date === body.date);
  if (!found) return blocked('no-such-day', `${body.date} is no day of enforcement of this operation.`);
  return found.debriefed
    ? blocked('day-debriefed', `${body.date} is debriefed already.`)
    : [event('enforcementDayDebriefed', body)];
};

/** The sentence that these premises are in no signed plan, or nothing. */
function unplanned(state: OperationState, premises: string): Blocked | undefined {
  return state.plan?.premises.includes(premises)
    ? undefined
    : blocked('no-such-premises', `There are no premises ${premises} in the signed enforcement plan.`);
}

/** Applies for a warrant to enter and search premises of the plan. */
export const applyForWarrant: Decide<'applyForWarrant'> = ({ state, body }) =>
  unplanned(state, body.premises) ?? [event('warrantApplied', { warrant: nextId('W', state.warrants), ...body })];

/** Records that the court granted it. */
export const grantWarrant: Decide<'grantWarrant'> = ({ state, body }) =>
  about(state.warrants, body.warrant, 'warrant', ['applied'], () => [event('warrantGranted', body)]);

/** Records that the court refused it, with the reason. */
export const refuseWarrant: Decide<'refuseWarrant'> = ({ state, body }) =>
  about(state.warrants, body.warrant, 'warrant', ['applied'], () => [event('warrantRefused', body)]);

/** Records that it was executed. */
export const executeWarrant: Decide<'executeWarrant'> = ({ state, body }) =>
  about(state.warrants, body.warrant, 'warrant', ['granted'], () => [event('warrantExecuted', body)]);

/** Records that it went back to the court, executed or not (PACE 1984 s. 16(10)). */
export const returnWarrant: Decide<'returnWarrant'> = ({ state, body }) =>
  about(state.warrants, body.warrant, 'warrant', ['granted', 'executed'], () => [event('warrantReturned', body)]);

/** Asks for a digital media investigator at some premises. */
export const askForMediaInvestigator: Decide<'askForMediaInvestigator'> = ({ state, body }) =>
  unplanned(state, body.premises) ?? [
    event('mediaInvestigatorAsked', { request: nextId('R', state.mediaRequests), ...body }),
  ];

/** Assigns somebody to a request. */
export const assignMediaInvestigator: Decide<'assignMediaInvestigator'> = ({ state, body }) =>
  about(state.mediaRequests, body.request, 'request', ['asked', 'assigned'], () => [
    event('mediaInvestigatorAssigned', body),
  ]);

/** Records that the investigator is there. */
export const recordMediaInvestigatorOnScene: Decide<'recordMediaInvestigatorOnScene'> = ({ state, body }) =>
  about(state.mediaRequests, body.request, 'request', ['assigned'], () => [event('mediaInvestigatorOnScene', body)]);

/** Adds a decision to the policy file, with its reasons. Nothing in it is ever changed. */
export const recordPolicyDecision: Decide<'recordPolicyDecision'> = ({ state, body }) => [
  event('policyDecisionRecorded', { decision: `PD${state.policyDecisions + 1}`, ...body }),
];

/** Records a search of premises, with the power it rested on: one by warrant needs the warrant. */
export const recordSearch: Decide<'recordSearch'> = ({ state, body }) =>
  unplanned(state, body.premises) ??
  unwarranted(state, body) ?? [event('searchRecorded', { search: `SR${state.searches + 1}`, ...body })];

/** The sentence that the court has granted no such warrant, or nothing. */
function unwarranted({ warrants }: OperationState, { premises, power }: CommandBody<'recordSearch'>) {
  if (!WARRANTS.some((warrant) => warrant === power)) return undefined;
  const granted = warrants.some(
    (one) => one.premises === premises && one.power === power && !['applied', 'refused'].includes(one.status),
  );
  return granted ? undefined : blocked('no-warrant', `No ${power} is recorded as granted for ${premises}.`);
}

/** Records what was done for the people met at some premises. */
export const recordSafeguardingOnScene: Decide<'recordSafeguardingOnScene'> = ({ state, body }) =>
  unplanned(state, body.premises) ?? [event('safeguardedOnScene', body)];

/** Seizes an exhibit; whoever seizes it holds it. */
export const seizeExhibit: Decide<'seizeExhibit'> = ({ state, body }) => {
  const outside = body.premises === null ? undefined : unplanned(state, body.premises);
  if (outside) return outside;
  if (body.subject !== null) {
    const subject = find(state.subjects, body.subject, 'subject');
    if ('blockers' in subject) return subject;
  }
  return [event('exhibitSeized', { exhibit: nextId('X', state.exhibits), ...body })];
};

/** Hands an exhibit over: only its holder can, and every hand-over counts (chain of custody). */
export const handOverExhibit: Decide<'handOverExhibit'> = ({ state, body, actor }) =>
  about(state.exhibits, body.exhibit, 'exhibit', ['held'], ({ holder, handovers }) => {
    if (holder !== actor.id) return blocked('not-the-holder', `${body.exhibit} is held by somebody else.`);
    if (holder === body.to) return blocked('same-holder', `${body.exhibit} is held by this person already.`);
    return [event('exhibitHandedOver', { ...body, from: holder, handovers: handovers + 1 })];
  });

/** Records what was extracted from a device, on scene or in the laboratory, by whoever holds it then. */
export const extractDevice: Decide<'extractDevice'> = ({ state, body, actor }) =>
  about(state.exhibits, body.exhibit, 'exhibit', ['held'], ({ kind, holder }) => {
    if (kind !== 'device') return blocked('not-a-device', `${body.exhibit} is not a device.`);
    return holder === actor.id
      ? [event('deviceExtracted', body)]
      : blocked('not-the-holder', `${body.exhibit} is held by somebody else: have it handed over first.`);
  });

/** Returns, destroys, retains or forfeits an exhibit. */
export const disposeOfExhibit: Decide<'disposeOfExhibit'> = ({ state, body }) =>
  about(state.exhibits, body.exhibit, 'exhibit', ['held'], () => [event('exhibitDisposed', body)]);
