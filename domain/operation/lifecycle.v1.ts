import type { Role } from '../access/actor';
import type { Stage } from './codes';
import type { CommandName } from './command-schemas';
import * as assessment from './areas/assessment/commands';
import * as closure from './areas/closure/commands';
import * as enforcement from './areas/enforcement/commands';
import * as europol from './areas/europol/commands';
import * as people from './areas/people/commands';
import * as proceedings from './areas/proceedings/commands';
import * as products from './areas/products/commands';
import * as referral from './areas/referral/commands';
import type { Decide } from './decide';
import { LEAVING, liaisonOpen, scoreRecorded, type Gate } from './gates';
import type { OperationState } from './state';

export type { CommandName };

export interface LifecycleRow<C extends CommandName = never> {
  /** What the command is called on a page. */
  readonly title: string;
  readonly stages: readonly OperationState['stage'][];
  readonly roles: readonly Role[];
  readonly gates?: (state: OperationState) => readonly Gate[];
  readonly decide: Decide<C>;
}

/** The gates of the stage that the operation is about to leave. */
const leaving = (state: OperationState) => (state.stage === 'unopened' ? [] : LEAVING[state.stage]);

const fromAssessment: Stage[] = ['assessment', 'intelligence-build', 'enforcement', 'prosecution', 'sentencing'];
const open: Stage[] = ['referral', ...fromAssessment];
const untilSentencing: Stage[] = ['intelligence-build', 'enforcement', 'prosecution'];
const proving: Stage[] = ['enforcement', 'prosecution'];

const tasking: Role[] = ['tasking-officer'];
const lead: Role[] = ['senior-investigating-officer'];
const analysis: Role[] = ['intelligence-analyst', 'senior-investigating-officer'];
const anyTeam: Role[] = [...analysis, 'digital-media-investigator', 'rocu-liaison-officer', 'tasking-officer'];
const liaison: Role[] = ['rocu-liaison-officer', 'senior-investigating-officer'];
const media: Role[] = ['digital-media-investigator', ...analysis];
const oversight: Role[] = ['supervisor', 'senior-investigating-officer'];
const waymark: Role[] = ['service'];

/**
 * The lifecycle, version 1: every command, the stages it is legal in, who may give it, and the gates it needs. The order
 * is that of the main road.
 */
// prettier-ignore
export const lifecycle: { readonly [C in CommandName]: LifecycleRow<C> } = {
  openReferral:           { title: 'Open a referral', stages: ['unopened'], roles: tasking, decide: referral.openReferral },
  submitReferral:         { title: 'Submit the referral', stages: ['referral'], roles: tasking, gates: leaving, decide: referral.submitReferral },
  recordThreatScore:      { title: 'Record a threat score', stages: ['assessment'], roles: [...tasking, ...analysis], decide: assessment.recordThreatScore },
  confirmThreatScore:     { title: 'Confirm the threat score', stages: ['assessment'], roles: tasking, gates: () => [scoreRecorded], decide: assessment.confirmThreatScore },
  adopt:                  { title: 'Adopt the operation', stages: ['assessment'], roles: tasking, gates: leaving, decide: assessment.adopt },
  decline:                { title: 'Decline the operation', stages: ['assessment'], roles: tasking, gates: leaving, decide: assessment.decline },
  assignTeam:             { title: 'Assign the team', stages: open, roles: [...tasking, ...lead, 'supervisor'], decide: people.assignTeam },
  addSubject:             { title: 'Add a subject', stages: open, roles: anyTeam, decide: people.addSubject },
  recordSafeguardingPlan: { title: 'Record a safeguarding plan', stages: open, roles: anyTeam, decide: people.recordSafeguardingPlan },
  completeProduct:        { title: 'Complete an intelligence product', stages: ['intelligence-build'], roles: media, decide: products.completeProduct },
  withdrawProduct:        { title: 'Withdraw an intelligence product', stages: ['intelligence-build'], roles: analysis, decide: products.withdrawProduct },
  requestTranslation:     { title: 'Request a translation', stages: untilSentencing, roles: media, decide: products.requestTranslation },
  reportTranslation:      { title: 'Report a translation', stages: fromAssessment, roles: waymark, decide: products.reportTranslation },
  submitPackage:          { title: 'Submit the intelligence package', stages: ['intelligence-build'], roles: analysis, decide: products.submitPackage },
  signOffPackage:         { title: 'Sign off the intelligence package', stages: ['intelligence-build'], roles: oversight, decide: products.signOffPackage },
  openEuropolLiaison:     { title: 'Open Europol liaison', stages: fromAssessment, roles: liaison, decide: europol.openEuropolLiaison },
  recordLiaisonNotNeeded: { title: 'Record that Europol liaison is not needed', stages: fromAssessment, roles: liaison, decide: europol.recordLiaisonNotNeeded },
  recordEuropolMessage:   { title: 'Record a Europol message', stages: fromAssessment, roles: liaison, gates: () => [liaisonOpen], decide: europol.recordEuropolMessage },
  raiseEuropolReminder:   { title: 'Raise a Europol reminder', stages: fromAssessment, roles: waymark, decide: europol.raiseEuropolReminder },
  signEnforcementPlan:    { title: 'Sign the enforcement plan', stages: ['enforcement'], roles: lead, decide: enforcement.signEnforcementPlan },
  recordArrest:           { title: 'Record an arrest', stages: proving, roles: lead, decide: enforcement.recordArrest },
  advance:                { title: 'Move on to the next stage', stages: untilSentencing, roles: lead, gates: leaving, decide: enforcement.advance },
  recordCharge:           { title: 'Record a charge', stages: ['prosecution'], roles: lead, decide: proceedings.recordCharge },
  releaseWithoutCharge:   { title: 'Release without charge', stages: proving.concat('sentencing'), roles: lead, decide: proceedings.releaseWithoutCharge },
  recordSentence:         { title: 'Record a sentence', stages: ['sentencing'], roles: lead, decide: proceedings.recordSentence },
  endProceedings:         { title: 'Record an acquittal or discontinuance', stages: ['prosecution', 'sentencing'], roles: lead, decide: proceedings.endProceedings },
  assessDisruption:       { title: 'Assess the disruption', stages: proving.concat('sentencing'), roles: oversight, decide: closure.assessDisruption },
  settleClosingItem:      { title: 'Settle a matter before closing', stages: ['sentencing'], roles: oversight, decide: closure.settleClosingItem },
  recordDebrief:          { title: 'Record the debrief', stages: ['sentencing'], roles: lead, decide: closure.recordDebrief },
  close:                  { title: 'Close the operation', stages: ['sentencing'], roles: oversight, gates: leaving, decide: closure.close },
  requestReopening:       { title: 'Request a reopening', stages: ['closed'], roles: oversight, decide: closure.requestReopening },
  approveReopening:       { title: 'Approve a reopening', stages: ['closed'], roles: ['supervisor'], decide: closure.approveReopening },
};

/** Every command, in the order of the main road. */
export const COMMANDS = Object.keys(lifecycle) as readonly CommandName[];
