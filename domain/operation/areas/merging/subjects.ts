import type { OperationState } from '../../state';

/** The identifier of the next subject, S1, S2, …, or of one after it; those of subjects who were taken back are not given again. */
export const nextSubject = ({ subjects, released }: OperationState, after = 0): string =>
  `S${subjects.length + released + after + 1}`;
