import type { OperationEvent } from '../../events';
import type { OperationState, Subject } from '../../state';

/** The fields by which an event names a subject that it is about. */
export const NAMING_A_SUBJECT = ['subject', 'victim', 'from', 'to', 'about'] as const;

/** The subjects once it is noted with those that came by a merge what has been recorded about them since. */
export function withSince(
  { subjects, received }: Pick<OperationState, 'subjects' | 'received'>,
  { type, payload }: OperationEvent,
): readonly Subject[] {
  if (received.length === 0) return subjects;
  const fields = payload as Readonly<Record<string, unknown>>;
  const named = NAMING_A_SUBJECT.map((field) => fields[field]);
  return subjects.map((subject) =>
    subject.origin && named.includes(subject.id) && !subject.origin.since.includes(type)
      ? { ...subject, origin: { ...subject.origin, since: [...subject.origin.since, type] } }
      : subject,
  );
}
