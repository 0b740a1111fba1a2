import type { PersonId } from '../../../platform/embedded/identity/people';
import { referred } from './duplicates';
import { analyst, supervisor, tasking } from './people';
import type { Cast } from './scenario';

const ESSEX: PersonId = 'tasking-officer-essex';

/** A referral whose subject is described, which lets people in and keeps one out. Answers its reference. */
export async function needToKnow(cast: Cast<PersonId>, say: (line: string) => void): Promise<string> {
  const play = await referred(cast, say);
  for (const [kind, value] of [
    ['date-of-birth', '12 March 1984'],
    ['phone', '07700 900123'],
    ['address', '14 Mill Lane, NR1 3AB'],
  ])
    await play.does(tasking, `records a ${kind}`, 'addIdentifier', { subject: 'S1', kind, value });
  await play.does(ESSEX, 'breaks the glass', 'challengeAccess', { reason: 'The same man is at our door now.' });
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const grant = { person: ESSEX, until, reason: 'Both forces work on him from here on.' };
  await play.does(supervisor, 'lets the officer in by name', 'grantAccess', grant);
  await play.does(supervisor, 'ends that early', 'revokeAccess', { grant: 'K2', reason: 'Essex has closed its side.' });
  const kin = { person: analyst, reason: 'Knows the family.' };
  await play.does(supervisor, 'keeps an analyst out', 'excludePerson', kin);
  await play.does(supervisor, 'lets them in again', 'liftExclusion', { person: analyst, reason: 'Another family.' });
  return play.reference;
}
