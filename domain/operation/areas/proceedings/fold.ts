import type { OperationState } from '../../state';
import type { Applies } from '../areas';
import { changed } from '../entities';
import type { ProceedingsEvents } from './events';
import type { Suspect } from './state';

export const proceedings: Applies<ProceedingsEvents> = {
  arrestRecorded: (state, { subject }) => changeSuspect(state, subject, { status: 'arrested' }),
  chargeRecorded: (state, { subject, offences }) => changeSuspect(state, subject, { status: 'charged', offences }),
  releasedWithoutCharge: (state, { subject }) => changeSuspect(state, subject, { status: 'released-without-charge' }),
  sentenceRecorded: (state, { subject, months }) => changeSuspect(state, subject, { status: 'sentenced', months }),
  proceedingsEnded: (state, { subject, outcome }) => changeSuspect(state, subject, { status: outcome }),
};

function changeSuspect({ subjects }: OperationState, id: string, change: Partial<Suspect>): Partial<OperationState> {
  const suspect = subjects.find((subject) => subject.id === id)?.suspect;
  return { subjects: changed(subjects, id, { suspect: suspect ? { ...suspect, ...change } : null }) };
}
