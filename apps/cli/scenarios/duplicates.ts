import { setTimeout as sleep } from 'node:timers/promises';
import type { PersonId } from '../../../platform/embedded/identity/people';
import { analyst, supervisor, tasking, type Operation } from './people';
import { Play, type Cast } from './scenario';

const REFERRAL = {
  threatArea: 'modern-slavery-human-trafficking',
  leadForce: 'norfolk',
  marking: 'OFFICIAL',
  grade: { sourceEvaluation: '2', intelligenceAssessment: 'C', handlingCode: 'P' },
  grounds: 'Two forces refer the same house.',
};

/** A duplicate that has been merged, or been taken back. */
export interface Ended {
  readonly operation: string;
  readonly merge: string;
}

/** One operation that was referred twice: merged, and taken back again. */
export async function duplicates(
  cast: Cast<PersonId>,
  say: (line: string) => void,
  told: { merged(ended: Ended): Promise<void>; takenBack(ended: Ended): Promise<void> },
): Promise<void> {
  const survivor = await referred(cast, say);
  const play = await referred(cast, say);
  const merging = { into: survivor.reference, reason: 'Both are about the same house.' };
  const { merge } = await play.does(tasking, 'asks for the merge', 'requestMerge', merging);
  const ended = { operation: play.reference, merge: String(merge) };
  await settled(play, 'merged');
  await told.merged(ended);
  await play.does(supervisor, 'takes it back', 'unmerge', { reason: 'There are two houses of that number.' });
  await settled(play, undefined);
  await told.takenBack(ended);
}

/** A referral of Norfolk's with one suspect named. */
export async function referred(cast: Cast<PersonId>, say: (line: string) => void): Promise<Operation> {
  const play = new Play(cast, say);
  await play.does(tasking, 'opens the referral', 'openReferral', REFERRAL);
  const subject = { roles: ['suspect'], name: 'Péter Minta', grounds: 'Collects the rent.' };
  await play.does(analyst, 'names a suspect', 'addSubject', subject);
  return play;
}

async function settled(play: Operation, status: string | undefined): Promise<void> {
  for (let patience = 150; patience > 0; patience--) {
    if ((await play.view(tasking)).body.merge?.status === status) return;
    await sleep(200);
  }
  throw new Error('The merge has not come to an end within 30 seconds: is the worker running?');
}
