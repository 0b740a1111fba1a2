import { blocked, type Blocked, type Decide } from '../../decide';
import { event, type DecidedEvent } from '../../events';
import type { OperationState } from '../../state';
import { find } from '../entities';
import type { Victim } from './state';

type Events = readonly DecidedEvent[] | Blocked;

function aboutVictim(state: OperationState, id: string, events: (victim: Victim) => Events): Events {
  const victim = find(state.victims, id, 'safeguarding record');
  return 'blockers' in victim ? victim : events(victim);
}

/** Opens the safeguarding record of a potential victim; the identity is a record of its own, restricted from the start. */
export const openVictimRecord: Decide<'openVictimRecord'> = ({ state, body }) => {
  if (!state.subjects.find(({ id }) => id === body.victim)?.roles.includes('potential-victim'))
    return blocked('not-a-potential-victim', `${body.victim} is not a potential victim of this operation.`);
  return state.victims.some(({ id }) => id === body.victim)
    ? blocked('record-open', `The safeguarding record of ${body.victim} is open already.`)
    : [event('victimRecordOpened', body)];
};

/** Records the support-need assessment by its 18 themes; a later one replaces it. */
export const assessNeeds: Decide<'assessNeeds'> = ({ state, body }) =>
  aboutVictim(state, body.victim, () => [event('needsAssessed', body)]);

/** Records whether the person consents to a referral. */
export const recordConsent: Decide<'recordConsent'> = ({ state, body }) =>
  aboutVictim(state, body.victim, () => [event('consentRecorded', body)]);

/** Refers to the National Referral Mechanism: an adult with consent, a child without (MSA 2015 s. 49 guidance). */
export const referToNrm: Decide<'referToNrm'> = ({ state, body }) =>
  aboutVictim(state, body.victim, ({ age, consent, notified }) => {
    if (notified === 'nrm') return blocked('referred', `${body.victim} is referred to the NRM already.`);
    return age === 'adult' && consent !== true
      ? blocked('no-consent', `${body.victim} is an adult and has not consented: record the duty to notify instead.`)
      : [event('referredToNrm', body)];
  });

/** Records the duty to notify without a referral (MSA 2015 s. 52), the adult's identity left out. */
export const recordDutyToNotify: Decide<'recordDutyToNotify'> = ({ state, body }) =>
  aboutVictim(state, body.victim, ({ age, consent, notified }) => {
    if (notified !== null) return blocked('notified', `Notification for ${body.victim} is done already.`);
    if (age !== 'adult')
      return blocked('child', `${body.victim} is or may be a child: refer to the NRM, no consent is needed.`);
    return consent === true
      ? blocked('consented', `${body.victim} has consented: refer to the NRM.`)
      : [event('dutyToNotifyDone', body)];
  });

/** Records the reasonable grounds decision of the competent authority. */
export const recordReasonableGrounds: Decide<'recordReasonableGrounds'> = ({ state, body }) =>
  aboutVictim(state, body.victim, ({ notified, reasonableGrounds }) =>
    notified === 'nrm' && reasonableGrounds === null
      ? [event('reasonableGroundsDecided', body)]
      : blocked('not-awaited', `No reasonable grounds decision is awaited for ${body.victim}.`),
  );

/** Records the conclusive grounds decision. */
export const recordConclusiveGrounds: Decide<'recordConclusiveGrounds'> = ({ state, body }) =>
  aboutVictim(state, body.victim, ({ reasonableGrounds, conclusiveGrounds }) =>
    reasonableGrounds === true && conclusiveGrounds === null
      ? [event('conclusiveGroundsDecided', body)]
      : blocked('not-awaited', `No conclusive grounds decision is awaited for ${body.victim}.`),
  );

/** Asks for a negative decision to be looked at again. */
export const requestReconsideration: Decide<'requestReconsideration'> = ({ state, body }) =>
  aboutVictim(state, body.victim, ({ reasonableGrounds, conclusiveGrounds }) =>
    (body.of === 'reasonable-grounds' ? reasonableGrounds : conclusiveGrounds) === false
      ? [event('reconsiderationRequested', body)]
      : blocked('no-negative-decision', `There is no negative decision on ${body.victim} to look at again.`),
  );

/** Records support that is given. */
export const recordSupport: Decide<'recordSupport'> = ({ state, body }) =>
  aboutVictim(state, body.victim, () => [event('supportRecorded', body)]);

/** Records safe accommodation. */
export const recordAccommodation: Decide<'recordAccommodation'> = ({ state, body }) =>
  aboutVictim(state, body.victim, () => [event('accommodationRecorded', body)]);

/** Records that the person has returned to a country. */
export const recordReturn: Decide<'recordReturn'> = ({ state, body }) =>
  aboutVictim(state, body.victim, () => [event('returnRecorded', body)]);

/** Hands safeguarding over to whoever looks after the person from now on; the notification comes first. */
export const handOverSafeguarding: Decide<'handOverSafeguarding'> = ({ state, body }) =>
  aboutVictim(state, body.victim, ({ notified, handedOver }) => {
    if (handedOver) return blocked('handed-over', `The safeguarding of ${body.victim} is handed over already.`);
    return notified === null
      ? blocked('not-notified', `Refer ${body.victim} to the NRM or do the duty to notify first (MSA 2015 s. 52).`)
      : [event('safeguardingHandedOver', body)];
  });
