import type { Clearance, Role } from '../../../domain/access/actor';
import type { Restriction } from '../../../domain/text/text';

const REFERRALS =
  'Sees the referrals of their force until they are decided, and every operation on whose team they are.';

/** What each role lets somebody see and do. It says what `domain/access` decides. */
export const ROLE_WORDS: Readonly<Record<Exclude<Role, 'service'>, string>> = {
  'tasking-officer': `${REFERRALS} Opens referrals, scores threat, decides on tasking, and lets others in.`,
  'senior-investigating-officer': `${REFERRALS} Leads operations from the intelligence build to their closure, and takes their record out of Waymark.`,
  'intelligence-analyst': `${REFERRALS} Records intelligence and products, hands in the records of forces, and has people profiled.`,
  'digital-media-investigator': `${REFERRALS} Works on phones and other media, on the scene and after.`,
  'rocu-liaison-officer': `${REFERRALS} Carries the messages of Europol liaison.`,
  supervisor:
    'Sees all that their force leads, and who looked at it. Signs off what others have done, keeps threat models, and decides what may leave the force’s machines.',
  administrator: 'Sees no operation. Keeps the lists that everybody chooses from, and the webhooks of partner systems.',
};

export const CLEARANCE_WORDS: Readonly<Record<Clearance, string>> = {
  OFFICIAL: 'Operations marked OFFICIAL and OFFICIAL-SENSITIVE. What is marked higher does not exist for you.',
  SECRET: 'Operations marked up to SECRET.',
  'TOP SECRET': 'Operations of every marking.',
};

export const PERMISSION_WORDS: Readonly<Record<Restriction, string>> = {
  'victim-identity': 'Who potential victims are, where that is restricted',
  'source-identity': 'Who has given intelligence',
  'source-handling': 'How a source is handled',
};
