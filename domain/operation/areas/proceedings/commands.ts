import type { CommandBody } from '../../command-schemas';
import { utcDay } from '../../../time/days';
import { blocked, type Decide } from '../../decide';
import { event } from '../../events';
import type { Suspect, SuspectStatus } from '../../state';
import { find, nextId } from '../entities';
import { isSurrenderGranted } from '../europol/state';
import { totalOf } from './total-sentence';
import { aboutSuspect } from './suspect';

/** Investigated and not yet decided upon: at the station, on bail, or released under investigation. */
const INVESTIGATED: readonly SuspectStatus[] = ['arrested', 'bailed', 'released-under-investigation'];

/** Whether a defendant has admitted the offence, or was found guilty of it. */
const isConvicted = ({ status, plea, verdict }: Suspect) =>
  status === 'sentenced' || plea === 'guilty' || verdict === 'guilty';

/** Records that detention was authorised (PACE 1984 s. 37). */
export const authoriseDetention: Decide<'authoriseDetention'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['arrested'], ({ detention }) =>
    detention
      ? blocked('detained', `The detention of ${body.subject} is authorised already.`)
      : [event('detentionAuthorised', body)],
  );

/** Records a review of detention (PACE 1984 s. 40); reviews are numbered. */
export const reviewDetention: Decide<'reviewDetention'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['arrested'], ({ detention }) =>
    detention
      ? [event('detentionReviewed', { ...body, review: detention.reviews + 1 })]
      : blocked('not-detained', `The detention of ${body.subject} is not authorised.`),
  );

/** Releases on pre-charge bail until a day, with its conditions (PACE 1984 ss. 47ZA–47ZM). */
export const releaseOnBail: Decide<'releaseOnBail'> = ({ state, body, happenedAt }) =>
  aboutSuspect(state, body.subject, ['arrested'], () =>
    body.until < utcDay(happenedAt)
      ? blocked('bail-over', `Bail until ${body.until} would be over before it begins.`)
      : [event('bailed', body)],
  );

/** Releases under investigation, without bail. */
export const releaseUnderInvestigation: Decide<'releaseUnderInvestigation'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['arrested', 'bailed'], [event('releasedUnderInvestigation', body)]);

/** Records that the suspect is under 18: the youth court has them. */
export const recordYouth: Decide<'recordYouth'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['suspected', ...INVESTIGATED, 'charged'], ({ youth }) =>
    youth
      ? blocked('youth-recorded', `${body.subject} is recorded as under 18 already.`)
      : [event('youthRecorded', body)],
  );

/** Asks the Crown Prosecution Service for a charging decision (MG3, Director's Guidance on Charging). */
export const requestCharge: Decide<'requestCharge'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, INVESTIGATED, [event('chargeRequested', body)]);

/** Records the charge of a suspect who was arrested. */
export const recordCharge: Decide<'recordCharge'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, INVESTIGATED, [event('chargeRecorded', body)]);

/** Records that a suspect, arrested or not, will not be charged: no further action. */
export const releaseWithoutCharge: Decide<'releaseWithoutCharge'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['suspected', ...INVESTIGATED], [event('releasedWithoutCharge', body)]);

/** Lists an item on a disclosure schedule (MG6C, MG6D, MG6E). */
export const listDisclosureItem: Decide<'listDisclosureItem'> = ({ state, body }) => [
  event('disclosureItemListed', { item: nextId('D', state.disclosure), ...body }),
];

/** Describes a listed item anew, where its description does not let a prosecutor judge it; every wording stays on the timeline. */
export const amendDisclosureItem: Decide<'amendDisclosureItem'> = ({ state, body }) => {
  const item = find(state.disclosure, body.item, 'disclosure item');
  return 'blockers' in item ? item : [event('disclosureItemAmended', body)];
};

/** Decides on an item of a schedule, with the reason; a later decision replaces it and both stay on the timeline. */
export const decideDisclosure: Decide<'decideDisclosure'> = ({ state, body }) => {
  const item = find(state.disclosure, body.item, 'disclosure item');
  return 'blockers' in item ? item : [event('disclosureDecided', body)];
};

/** Records remand in custody or on bail by a court. */
export const recordRemand: Decide<'recordRemand'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['charged'], [event('remandRecorded', body)]);

/** Records that the magistrates sent the case to the Crown Court (Crime and Disorder Act 1998 s. 51). */
export const recordSending: Decide<'recordSending'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['charged'], ({ sent }) =>
    sent ? blocked('sent', `The case of ${body.subject} was sent already.`) : [event('sentForTrial', body)],
  );

/** Records the plea, or a change of it while there is no verdict of guilty. */
export const recordPlea: Decide<'recordPlea'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['charged'], ({ verdict }) =>
    verdict === 'guilty'
      ? blocked('convicted', `${body.subject} was found guilty: there is nothing left to plead to.`)
      : [event('pleaRecorded', body)],
  );

/** Lists the trial, or after a hung jury the retrial, of a defendant who is not convicted. */
export const listTrial: Decide<'listTrial'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['charged'], ({ plea, verdict }) => {
    if (plea === 'guilty') return blocked('pleaded-guilty', `${body.subject} has pleaded guilty: there is no trial.`);
    return verdict === 'guilty'
      ? blocked('convicted', `${body.subject} was found guilty: there is no other trial.`)
      : [event('trialListed', body)];
  });

/** Records the verdict of a trial; an acquittal ends the proceedings by its own command. */
export const recordVerdict: Decide<'recordVerdict'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['charged'], ({ trial, verdict }) =>
    trial === null || verdict !== null
      ? blocked('no-trial', `No trial of ${body.subject} waits for its verdict.`)
      : [event('verdictRecorded', body)],
  );

/**
 * Records the sentence of a charged suspect; who has pleaded not guilty must have been convicted. Where it is told offence by
 * offence, the counts must be charged and come to the whole.
 */
export const recordSentence: Decide<'recordSentence'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['charged'], ({ plea, verdict, offences }) => {
    if (plea === 'not-guilty' && verdict !== 'guilty')
      return blocked('not-convicted', `${body.subject} has pleaded not guilty and is not convicted.`);
    return miscounted(body, offences) ?? [event('sentenceRecorded', body)];
  });

function miscounted({ subject, counts, months, days = 0 }: CommandBody<'recordSentence'>, charged: readonly string[]) {
  if (!counts) return undefined;
  const unknown = counts.filter(({ offence }) => !charged.includes(offence)).map(({ offence }) => offence);
  if (unknown.length > 0) return blocked('not-charged', `${subject} is not charged with ${unknown.join(', ')}.`);
  const total = totalOf(counts);
  if (total.months === months && total.days === days) return undefined;
  const sentence = `The counts come to ${total.months} months and ${total.days} days, the sentence to ${months} and ${days}.`;
  return blocked('counts-differ', sentence);
}

/** Records an acquittal, or that proceedings were discontinued. */
export const endProceedings: Decide<'endProceedings'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['charged'], (suspect) =>
    body.outcome === 'acquitted' && isConvicted(suspect)
      ? blocked('convicted', `${body.subject} has pleaded or was found guilty, and so is not acquitted.`)
      : [event('proceedingsEnded', body)],
  );

/** Records an appeal against conviction or sentence (Criminal Appeal Act 1968 s. 18). */
export const lodgeAppeal: Decide<'lodgeAppeal'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['sentenced'], ({ appeal }) =>
    appeal === 'lodged'
      ? blocked('appeal-lodged', `An appeal of ${body.subject} is lodged already.`)
      : [event('appealLodged', body)],
  );

/** Records what came of the appeal; a varied sentence names its new length. */
export const decideAppeal: Decide<'decideAppeal'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['sentenced'], ({ appeal }) =>
    appeal === 'lodged'
      ? [event('appealDecided', body)]
      : blocked('no-appeal', `No appeal of ${body.subject} waits for its decision.`),
  );

/** Begins confiscation after conviction (Proceeds of Crime Act 2002 s. 6), with the benefit and the receipts it rests on. */
export const beginConfiscation: Decide<'beginConfiscation'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['charged', 'sentenced'], (suspect) => {
    if (!isConvicted(suspect)) return blocked('not-convicted', `${body.subject} is not convicted.`);
    return suspect.confiscation
      ? blocked('confiscation-begun', `Confiscation against ${body.subject} has begun already.`)
      : [event('confiscationBegun', body)];
  });

/** Records the confiscation order. */
export const recordConfiscationOrder: Decide<'recordConfiscationOrder'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['charged', 'sentenced'], ({ confiscation }) =>
    confiscation?.status === 'begun'
      ? [event('confiscationOrdered', body)]
      : blocked('no-confiscation', `No confiscation against ${body.subject} waits for its order.`),
  );

/**
 * Records the surrender of a suspect to the country whose request was granted (TCA Title VII; warrants from before 2021 stay
 * valid).
 */
export const recordSurrender: Decide<'recordSurrender'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['suspected', ...INVESTIGATED, 'released-without-charge'], () =>
    state.europolRequests
      .filter(isSurrenderGranted)
      .some(({ subject, country }) => subject === body.subject && country === body.country)
      ? [event('surrendered', body)]
      : blocked('surrender-not-granted', `No request of ${body.country} to surrender ${body.subject} was granted.`),
  );

/** Records that a suspect has died; nothing further follows against them. */
export const recordDeath: Decide<'recordDeath'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, ['suspected', ...INVESTIGATED, 'charged'], [event('deathRecorded', body)]);
