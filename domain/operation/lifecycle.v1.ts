import type { Role } from '../access/actor';
import type { Stage } from './codes';
import type { CommandName } from './command-schemas';
import * as access from './areas/access/commands';
import * as assessment from './areas/assessment/commands';
import * as closure from './areas/closure/commands';
import * as enforcement from './areas/enforcement/commands';
import * as europol from './areas/europol/commands';
import * as files from './areas/files/commands';
import * as intelligence from './areas/intelligence/commands';
import * as merging from './areas/merging/commands';
import * as orders from './areas/orders/commands';
import * as people from './areas/people/commands';
import * as proceedings from './areas/proceedings/commands';
import * as products from './areas/products/commands';
import * as referral from './areas/referral/commands';
import * as safeguarding from './areas/safeguarding/commands';
import * as texts from './areas/texts/commands';
import type { Decide } from './decide';
import { LEAVING, liaisonOpen, MERGING, scoreRecorded, type Gate } from './gates';
import type { OperationState } from './state';

export type { CommandName };

export interface LifecycleRow<C extends CommandName = never> {
  /** What the command is called on a page. */
  readonly title: string;
  readonly stages: readonly OperationState['stage'][];
  readonly roles: readonly Role[];
  readonly gates?: (state: OperationState) => readonly Gate[];
  /** Can be given to an operation that is merged into another, or on its way there or back: nothing else can. */
  readonly whileMerged?: true;
  /** Breaks the glass, or is the act of a second person: whoever gives it must have signed in a short while ago. */
  readonly freshSignIn?: true;
  readonly decide: Decide<C>;
}

/** The gates of the stage that the operation is about to leave. */
const leaving = (state: OperationState) => (state.stage === 'unopened' ? [] : LEAVING[state.stage]);

const fromAssessment: Stage[] = ['assessment', 'intelligence-build', 'enforcement', 'prosecution', 'sentencing'];
const open: Stage[] = ['referral', ...fromAssessment];
const always: Stage[] = [...open, 'closed'];
const early: Stage[] = ['referral', 'assessment'];
const untilProsecution: Stage[] = ['referral', 'assessment', 'intelligence-build', 'enforcement'];
const untilSentencing: Stage[] = ['intelligence-build', 'enforcement', 'prosecution'];
const acting: Stage[] = ['enforcement', 'prosecution', 'sentencing'];
const court: Stage[] = ['prosecution', 'sentencing'];

const tasking: Role[] = ['tasking-officer'];
const lead: Role[] = ['senior-investigating-officer'];
const analysis: Role[] = ['intelligence-analyst', 'senior-investigating-officer'];
const anyTeam: Role[] = [...analysis, 'digital-media-investigator', 'rocu-liaison-officer', 'tasking-officer'];
const liaison: Role[] = ['rocu-liaison-officer', 'senior-investigating-officer'];
const media: Role[] = ['digital-media-investigator', ...analysis];
const onScene: Role[] = ['senior-investigating-officer', 'digital-media-investigator', 'intelligence-analyst'];
const oversight: Role[] = ['supervisor', 'senior-investigating-officer'];
const waymark: Role[] = ['service'];

/**
 * The lifecycle, version 1: every command, the stages it is legal in, who may give it, and the gates it needs. The order
 * is that of the main road.
 */
// prettier-ignore
export const lifecycle: { readonly [C in CommandName]: LifecycleRow<C> } = {
  openReferral:                   { title: 'Open a referral', stages: ['unopened'], roles: tasking, decide: referral.openReferral },
  submitReferral:                 { title: 'Submit the referral', stages: ['referral'], roles: tasking, gates: leaving, decide: referral.submitReferral },
  recordReferralSource:           { title: 'Record where the referral came from', stages: ['referral'], roles: tasking, decide: referral.recordReferralSource },
  answerQuestions:                { title: 'Answer the questions of the assessment', stages: ['referral'], roles: tasking, decide: referral.answerQuestions },
  returnReferral:                 { title: 'Return the referral with questions', stages: ['assessment'], roles: tasking, decide: referral.returnReferral },
  withdrawReferral:               { title: 'Withdraw the referral', stages: early, roles: tasking, decide: referral.withdrawReferral },
  linkOperation:                  { title: 'Link another operation', stages: open, roles: anyTeam, decide: referral.linkOperation },
  unlinkOperation:                { title: 'Remove a link to another operation', stages: open, roles: anyTeam, decide: referral.unlinkOperation },
  changeMarking:                  { title: 'Change the marking', stages: open, roles: oversight.concat(tasking), decide: referral.changeMarking },
  handOver:                       { title: 'Hand the lead over to another force', stages: open, roles: ['supervisor', ...tasking], decide: referral.handOver },
  recordThreatScore:              { title: 'Record a threat score', stages: fromAssessment, roles: [...tasking, ...analysis], decide: assessment.recordThreatScore },
  confirmThreatScore:             { title: 'Confirm the threat score', stages: fromAssessment, roles: tasking, gates: () => [scoreRecorded], decide: assessment.confirmThreatScore },
  adopt:                          { title: 'Adopt the operation', stages: ['assessment'], roles: tasking, gates: leaving, decide: assessment.adopt },
  decline:                        { title: 'Decline the operation', stages: ['assessment'], roles: tasking, gates: leaving, decide: assessment.decline },
  recordTaskingPlan:              { title: 'Record the 4P plan', stages: fromAssessment, roles: tasking, decide: assessment.recordTaskingPlan },
  adoptTarget:                    { title: 'Adopt an OCG or priority individual as target', stages: fromAssessment, roles: tasking, decide: assessment.adoptTarget },
  requestMerge:                   { title: 'Ask for a merge into another operation', stages: untilProsecution, roles: [...tasking, 'supervisor'], gates: () => MERGING, decide: merging.requestMerge },
  unmerge:                        { title: 'Take the operation back from a merge', stages: untilProsecution, roles: ['supervisor'], whileMerged: true, decide: merging.unmerge },
  receiveMerge:                   { title: 'Receive an operation by a merge', stages: open, roles: waymark, decide: merging.receiveMerge },
  releaseMerge:                   { title: 'Release an operation from a merge', stages: always, roles: waymark, whileMerged: true, decide: merging.releaseMerge },
  completeMerge:                  { title: 'Complete the merge', stages: untilProsecution, roles: waymark, whileMerged: true, decide: merging.completeMerge },
  abandonMerge:                   { title: 'Abandon the merge', stages: untilProsecution, roles: waymark, whileMerged: true, decide: merging.abandonMerge },
  completeUnmerge:                { title: 'Complete the taking back', stages: untilProsecution, roles: waymark, whileMerged: true, decide: merging.completeUnmerge },
  refuseUnmerge:                  { title: 'Refuse the taking back', stages: untilProsecution, roles: waymark, whileMerged: true, decide: merging.refuseUnmerge },
  assignTeam:                     { title: 'Assign the team', stages: open, roles: [...tasking, ...lead, 'supervisor'], decide: people.assignTeam },
  releaseTeamMember:              { title: 'Release somebody from the team', stages: open, roles: [...tasking, ...lead, 'supervisor'], decide: people.releaseTeamMember },
  addSubject:                     { title: 'Add a subject', stages: open, roles: anyTeam, decide: people.addSubject },
  addAlias:                       { title: 'Add another name of a subject', stages: open, roles: anyTeam, decide: people.addAlias },
  addIdentifier:                  { title: 'Add an identifier of a subject', stages: open, roles: anyTeam, decide: people.addIdentifier },
  changeSubjectRoles:             { title: 'Change the roles of a subject', stages: open, roles: analysis, decide: people.changeSubjectRoles },
  reclassifySubject:              { title: 'Reclassify a suspect as potential victim', stages: fromAssessment, roles: lead, decide: people.reclassifySubject },
  addEntity:                      { title: 'Add an object, location or event', stages: open, roles: anyTeam, decide: people.addEntity },
  linkEntities:                   { title: 'Link subjects and entities', stages: open, roles: anyTeam, decide: people.linkEntities },
  removeEntityLink:               { title: 'Remove a link between subjects or entities', stages: open, roles: anyTeam, decide: people.removeEntityLink },
  recordSafeguardingPlan:         { title: 'Record a safeguarding plan', stages: open, roles: anyTeam, decide: people.recordSafeguardingPlan },
  recordIntelligenceReport:       { title: 'Record an intelligence report', stages: open, roles: anyTeam, decide: intelligence.recordIntelligenceReport },
  sanitiseReport:                 { title: 'Write the sanitised version of a report', stages: open, roles: analysis, decide: intelligence.sanitiseReport },
  disseminateReport:              { title: 'Disseminate a sanitised report', stages: open, roles: analysis, decide: intelligence.disseminateReport },
  acknowledgeDissemination:       { title: 'Record that a dissemination was received', stages: open, roles: anyTeam, decide: intelligence.acknowledgeDissemination },
  applyForAuthorisation:          { title: 'Apply for a covert authorisation', stages: fromAssessment, roles: analysis, decide: intelligence.applyForAuthorisation },
  grantAuthorisation:             { title: 'Grant a covert authorisation', stages: fromAssessment, roles: ['supervisor'], freshSignIn: true, decide: intelligence.grantAuthorisation },
  refuseAuthorisation:            { title: 'Refuse a covert authorisation', stages: fromAssessment, roles: ['supervisor'], decide: intelligence.refuseAuthorisation },
  cancelAuthorisation:            { title: 'Cancel a covert authorisation', stages: fromAssessment, roles: oversight, decide: intelligence.cancelAuthorisation },
  addProduct:                     { title: 'Choose another intelligence product', stages: ['intelligence-build'], roles: analysis, decide: products.addProduct },
  setProductTask:                 { title: 'Set a task of a product', stages: ['intelligence-build'], roles: analysis, decide: products.setProductTask },
  completeProductTask:            { title: 'Complete a task of a product', stages: ['intelligence-build'], roles: media, decide: products.completeProductTask },
  completeProduct:                { title: 'Complete an intelligence product', stages: ['intelligence-build'], roles: media, decide: products.completeProduct },
  withdrawProduct:                { title: 'Withdraw an intelligence product', stages: ['intelligence-build'], roles: analysis, decide: products.withdrawProduct },
  requestTranslation:             { title: 'Request a translation', stages: untilSentencing, roles: media, decide: products.requestTranslation },
  confirmExtract:                 { title: 'Confirm how a phone extract is read', stages: fromAssessment, roles: media, decide: products.confirmExtract },
  pauseTranslation:               { title: 'Pause a translation', stages: fromAssessment, roles: media, decide: products.pauseTranslation },
  resumeTranslation:              { title: 'Resume a translation', stages: fromAssessment, roles: media, decide: products.resumeTranslation },
  cancelTranslation:              { title: 'Call a translation off', stages: fromAssessment, roles: media, decide: products.cancelTranslation },
  reviewTranslation:              { title: 'Record the review of a translation', stages: fromAssessment, roles: media, decide: products.reviewTranslation },
  requestQualifiedTranslation:    { title: 'Ask a qualified translator', stages: fromAssessment, roles: media, decide: products.requestQualifiedTranslation },
  recordQualifiedTranslation:     { title: 'Record what a qualified translator sent', stages: fromAssessment, roles: media, decide: products.recordQualifiedTranslation },
  withdrawQualifiedTranslation:   { title: 'Withdraw a request to a qualified translator', stages: fromAssessment, roles: media, decide: products.withdrawQualifiedTranslation },
  reportTranslation:              { title: 'Report a translation', stages: fromAssessment, roles: waymark, decide: products.reportTranslation },
  submitPackage:                  { title: 'Submit the intelligence package', stages: ['intelligence-build'], roles: analysis, decide: products.submitPackage },
  signOffPackage:                 { title: 'Sign off the intelligence package', stages: ['intelligence-build'], roles: oversight, freshSignIn: true, decide: products.signOffPackage },
  recallPackage:                  { title: 'Recall the intelligence package', stages: ['intelligence-build'], roles: oversight, decide: products.recallPackage },
  openEuropolLiaison:             { title: 'Open Europol liaison', stages: fromAssessment, roles: liaison, decide: europol.openEuropolLiaison },
  recordLiaisonNotNeeded:         { title: 'Record that Europol liaison is not needed', stages: fromAssessment, roles: liaison, decide: europol.recordLiaisonNotNeeded },
  recordEuropolMessage:           { title: 'Record a Europol message', stages: fromAssessment, roles: liaison, gates: () => [liaisonOpen], decide: europol.recordEuropolMessage },
  makeEuropolRequest:             { title: 'Make or take a request across borders', stages: fromAssessment, roles: liaison, gates: () => [liaisonOpen], decide: europol.makeEuropolRequest },
  decideEuropolRequest:           { title: 'Record the decision on a request', stages: fromAssessment, roles: liaison, decide: europol.decideEuropolRequest },
  raiseEuropolReminder:           { title: 'Raise a Europol reminder', stages: fromAssessment, roles: waymark, decide: europol.raiseEuropolReminder },
  signEnforcementPlan:            { title: 'Sign the enforcement plan', stages: ['enforcement'], roles: lead, decide: enforcement.signEnforcementPlan },
  setEnforcementDay:              { title: 'Set a day of enforcement', stages: ['enforcement'], roles: lead, decide: enforcement.setEnforcementDay },
  applyForWarrant:                { title: 'Apply for a warrant', stages: acting, roles: lead, decide: enforcement.applyForWarrant },
  grantWarrant:                   { title: 'Record a warrant as granted', stages: acting, roles: lead, decide: enforcement.grantWarrant },
  refuseWarrant:                  { title: 'Record a warrant as refused', stages: acting, roles: lead, decide: enforcement.refuseWarrant },
  executeWarrant:                 { title: 'Record a warrant as executed', stages: acting, roles: lead, decide: enforcement.executeWarrant },
  returnWarrant:                  { title: 'Record a warrant as returned', stages: acting, roles: lead, decide: enforcement.returnWarrant },
  recordPolicyDecision:           { title: 'Record a policy-file decision', stages: open, roles: lead, decide: enforcement.recordPolicyDecision },
  askForMediaInvestigator:        { title: 'Ask for a digital media investigator', stages: acting, roles: lead, decide: enforcement.askForMediaInvestigator },
  assignMediaInvestigator:        { title: 'Assign a digital media investigator', stages: acting, roles: [...lead, 'supervisor', 'digital-media-investigator'], decide: enforcement.assignMediaInvestigator },
  recordMediaInvestigatorOnScene: { title: 'Record a digital media investigator as on scene', stages: acting, roles: ['digital-media-investigator', ...lead], decide: enforcement.recordMediaInvestigatorOnScene },
  recordArrest:                   { title: 'Record an arrest', stages: acting, roles: lead, decide: enforcement.recordArrest },
  recordSearch:                   { title: 'Record a search', stages: acting, roles: onScene, decide: enforcement.recordSearch },
  recordSafeguardingOnScene:      { title: 'Record safeguarding on scene', stages: acting, roles: onScene, decide: enforcement.recordSafeguardingOnScene },
  seizeExhibit:                   { title: 'Seize an exhibit', stages: acting, roles: onScene, decide: enforcement.seizeExhibit },
  handOverExhibit:                { title: 'Hand over an exhibit', stages: fromAssessment, roles: onScene, decide: enforcement.handOverExhibit },
  extractDevice:                  { title: 'Record the extraction of a device', stages: acting, roles: ['digital-media-investigator'], decide: enforcement.extractDevice },
  disposeOfExhibit:               { title: 'Dispose of an exhibit', stages: acting, roles: lead, decide: enforcement.disposeOfExhibit },
  debriefEnforcementDay:          { title: 'Debrief a day of enforcement', stages: acting, roles: lead, decide: enforcement.debriefEnforcementDay },
  advance:                        { title: 'Move on to the next stage', stages: untilSentencing, roles: lead, gates: leaving, decide: enforcement.advance },
  authoriseDetention:             { title: 'Record that detention is authorised', stages: acting, roles: lead, decide: proceedings.authoriseDetention },
  reviewDetention:                { title: 'Record a review of detention', stages: acting, roles: lead, decide: proceedings.reviewDetention },
  releaseOnBail:                  { title: 'Release on bail', stages: acting, roles: lead, decide: proceedings.releaseOnBail },
  releaseUnderInvestigation:      { title: 'Release under investigation', stages: acting, roles: lead, decide: proceedings.releaseUnderInvestigation },
  recordYouth:                    { title: 'Record that a suspect is under 18', stages: acting, roles: lead, decide: proceedings.recordYouth },
  requestCharge:                  { title: 'Ask for a charging decision', stages: court, roles: lead, decide: proceedings.requestCharge },
  recordCharge:                   { title: 'Record a charge', stages: court, roles: lead, decide: proceedings.recordCharge },
  releaseWithoutCharge:           { title: 'Release without charge', stages: acting, roles: lead, decide: proceedings.releaseWithoutCharge },
  listDisclosureItem:             { title: 'List an item for disclosure', stages: court, roles: analysis, decide: proceedings.listDisclosureItem },
  amendDisclosureItem:            { title: 'Describe an item for disclosure anew', stages: court, roles: analysis, decide: proceedings.amendDisclosureItem },
  decideDisclosure:               { title: 'Decide on disclosure of an item', stages: court, roles: lead, decide: proceedings.decideDisclosure },
  recordRemand:                   { title: 'Record a remand', stages: court, roles: lead, decide: proceedings.recordRemand },
  recordSending:                  { title: 'Record the sending to the Crown Court', stages: court, roles: lead, decide: proceedings.recordSending },
  recordPlea:                     { title: 'Record a plea', stages: court, roles: lead, decide: proceedings.recordPlea },
  listTrial:                      { title: 'Record the date of a trial', stages: court, roles: lead, decide: proceedings.listTrial },
  recordVerdict:                  { title: 'Record a verdict', stages: court, roles: lead, decide: proceedings.recordVerdict },
  recordSentence:                 { title: 'Record a sentence', stages: ['sentencing'], roles: lead, decide: proceedings.recordSentence },
  endProceedings:                 { title: 'Record an acquittal or discontinuance', stages: court, roles: lead, decide: proceedings.endProceedings },
  lodgeAppeal:                    { title: 'Record an appeal', stages: ['sentencing'], roles: lead, decide: proceedings.lodgeAppeal },
  decideAppeal:                   { title: 'Record the decision on an appeal', stages: ['sentencing'], roles: lead, decide: proceedings.decideAppeal },
  beginConfiscation:              { title: 'Begin confiscation', stages: court, roles: lead, decide: proceedings.beginConfiscation },
  recordConfiscationOrder:        { title: 'Record a confiscation order', stages: ['sentencing'], roles: lead, decide: proceedings.recordConfiscationOrder },
  recordSurrender:                { title: 'Record a surrender to another country', stages: acting, roles: [...liaison], decide: proceedings.recordSurrender },
  recordDeath:                    { title: 'Record the death of a suspect', stages: acting, roles: lead, decide: proceedings.recordDeath },
  openVictimRecord:               { title: 'Open a safeguarding record', stages: open, roles: anyTeam, decide: safeguarding.openVictimRecord },
  assessNeeds:                    { title: 'Record the support-need assessment', stages: open, roles: anyTeam, decide: safeguarding.assessNeeds },
  recordConsent:                  { title: 'Record consent to a referral', stages: open, roles: anyTeam, decide: safeguarding.recordConsent },
  referToNrm:                     { title: 'Refer to the National Referral Mechanism', stages: open, roles: anyTeam, decide: safeguarding.referToNrm },
  recordDutyToNotify:             { title: 'Record the duty to notify', stages: open, roles: anyTeam, decide: safeguarding.recordDutyToNotify },
  recordReasonableGrounds:        { title: 'Record the reasonable grounds decision', stages: open, roles: anyTeam, decide: safeguarding.recordReasonableGrounds },
  recordConclusiveGrounds:        { title: 'Record the conclusive grounds decision', stages: open, roles: anyTeam, decide: safeguarding.recordConclusiveGrounds },
  requestReconsideration:         { title: 'Ask for reconsideration', stages: open, roles: anyTeam, decide: safeguarding.requestReconsideration },
  recordSupport:                  { title: 'Record support', stages: open, roles: anyTeam, decide: safeguarding.recordSupport },
  recordAccommodation:            { title: 'Record safe accommodation', stages: open, roles: anyTeam, decide: safeguarding.recordAccommodation },
  recordReturn:                   { title: 'Record the return of a potential victim', stages: open, roles: anyTeam, decide: safeguarding.recordReturn },
  handOverSafeguarding:           { title: 'Hand over safeguarding', stages: open, roles: anyTeam, decide: safeguarding.handOverSafeguarding },
  applyForOrder:                  { title: 'Apply for an order', stages: acting, roles: lead, decide: orders.applyForOrder },
  recordOrderMade:                { title: 'Record an order', stages: acting, roles: lead, decide: orders.recordOrderMade },
  recordOrderRefused:             { title: 'Record the refusal of an order', stages: acting, roles: lead, decide: orders.recordOrderRefused },
  recordOrderServed:              { title: 'Record the service of an order', stages: acting, roles: lead, decide: orders.recordOrderServed },
  assignMonitoringOfficer:        { title: 'Assign the monitoring officer of an order', stages: acting, roles: oversight, decide: orders.assignMonitoringOfficer },
  recordOrderPoliced:             { title: "Record a check of an order's conditions", stages: acting, roles: lead, decide: orders.recordOrderPoliced },
  recordBreach:                   { title: 'Record the breach of an order', stages: acting, roles: lead, decide: orders.recordBreach },
  endOrder:                       { title: 'Record the end of an order', stages: acting, roles: lead, decide: orders.endOrder },
  attachFile:                     { title: 'Attach a file', stages: open, roles: anyTeam, decide: files.attachFile },
  eraseFile:                      { title: 'Erase a file', stages: always, roles: ['supervisor'], whileMerged: true, decide: files.eraseFile },
  assessDisruption:               { title: 'Assess the disruption', stages: acting, roles: oversight, decide: closure.assessDisruption },
  recordTargetDisruption:         { title: 'Assess the disruption of a target', stages: acting, roles: oversight, decide: closure.recordTargetDisruption },
  recordAsset:                    { title: 'Record a recovered asset', stages: acting, roles: analysis, decide: closure.recordAsset },
  estimateBenefit:                { title: 'Estimate the benefit', stages: acting, roles: analysis, decide: closure.estimateBenefit },
  recordLesson:                   { title: 'Record a lesson', stages: acting, roles: anyTeam, decide: closure.recordLesson },
  setRetention:                   { title: 'Set the retention group', stages: acting, roles: oversight, decide: closure.setRetention },
  settleClosingItem:              { title: 'Settle a matter before closing', stages: ['sentencing'], roles: oversight, decide: closure.settleClosingItem },
  recordDebrief:                  { title: 'Record the debrief', stages: ['sentencing'], roles: lead, decide: closure.recordDebrief },
  close:                          { title: 'Close the operation', stages: ['sentencing'], roles: oversight, gates: leaving, decide: closure.close },
  requestRollback:                { title: 'Request a rollback', stages: fromAssessment, roles: oversight, decide: closure.requestRollback },
  approveRollback:                { title: 'Approve a rollback', stages: fromAssessment, roles: ['supervisor'], freshSignIn: true, decide: closure.approveRollback },
  refuseRollback:                 { title: 'Refuse a rollback', stages: open, roles: oversight, decide: closure.refuseRollback },
  requestReopening:               { title: 'Request a reopening', stages: ['closed'], roles: oversight, decide: closure.requestReopening },
  approveReopening:               { title: 'Approve a reopening', stages: ['closed'], roles: ['supervisor'], freshSignIn: true, decide: closure.approveReopening },
  withdrawReopening:              { title: 'Withdraw or refuse a reopening', stages: ['closed'], roles: oversight, decide: closure.withdrawReopening },
  grantAccess:                    { title: 'Let a person in', stages: always, roles: ['supervisor', ...lead, ...tasking], whileMerged: true, decide: access.grantAccess },
  challengeAccess:                { title: 'Break the glass', stages: always, roles: [...anyTeam, 'supervisor'], whileMerged: true, freshSignIn: true, decide: access.challengeAccess },
  revokeAccess:                   { title: 'End the access of a person', stages: always, roles: ['supervisor', ...lead, ...tasking], whileMerged: true, decide: access.revokeAccess },
  excludePerson:                  { title: 'Exclude a person', stages: always, roles: oversight, whileMerged: true, decide: access.excludePerson },
  liftExclusion:                  { title: 'Lift an exclusion', stages: always, roles: ['supervisor'], whileMerged: true, freshSignIn: true, decide: access.liftExclusion },
  eraseText:                      { title: 'Erase a text', stages: always, roles: ['supervisor'], whileMerged: true, decide: texts.eraseText },
};

/** What takes an operation on along the main road, from each stage. */
export const ONWARD: Readonly<Record<OperationState['stage'], CommandName | null>> = {
  unopened: 'openReferral',
  referral: 'submitReferral',
  assessment: 'adopt',
  'intelligence-build': 'advance',
  enforcement: 'advance',
  prosecution: 'advance',
  sentencing: 'close',
  closed: null,
};

/** Every command, in the order of the main road. */
export const COMMANDS = Object.keys(lifecycle) as readonly CommandName[];
