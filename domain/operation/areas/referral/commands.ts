import { event } from '../../events';
import type { Decide } from '../../decide';

/** Opens the operation by a graded referral (3x5x2, College of Policing APP). */
export const openReferral: Decide<'openReferral'> = ({ body }) => [event('referralOpened', body)];

/** Sends the referral to assessment. What must be there before is the stage's gates' business. */
export const submitReferral: Decide<'submitReferral'> = () => [event('referralSubmitted', {})];
