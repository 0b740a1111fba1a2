import {
  isGrpcServiceError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';

/** The engine gave no answer: nothing is known to have been refused, and the same command can be given again. */
export class EngineUnavailable extends Error {
  /** @param busy it answered that it has too much to do */
  constructor(
    readonly busy: boolean,
    options: ErrorOptions,
  ) {
    super(busy ? 'The engine is busy' : 'The engine gave no answer in time', options);
  }
}

const [CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, FAILED_PRECONDITION, ABORTED, UNAVAILABLE] = [
  1, 4, 8, 9, 10, 14,
];

/** The error as {@link EngineUnavailable}, where that is what it means. */
export function asEngineUnavailable(error: unknown): EngineUnavailable | undefined {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return new EngineUnavailable(false, { cause: error });
  if (wasNotProcessed(error)) return new EngineUnavailable(false, { cause: error });
  const cause = grpcCause(error);
  if (cause === undefined) return undefined;
  if (cause.code === RESOURCE_EXHAUSTED) return new EngineUnavailable(true, { cause: error });
  const away = [CANCELLED, DEADLINE_EXCEEDED, FAILED_PRECONDITION, ABORTED, UNAVAILABLE];
  return away.includes(cause.code) ? new EngineUnavailable(false, { cause: error }) : undefined;
}

/** The server's word for an Update that met a run which had not begun: one that follows within a second of the last. */
function wasNotProcessed(error: unknown): boolean {
  return (
    error instanceof WorkflowUpdateFailedError &&
    error.cause instanceof ApplicationFailure &&
    error.cause.type === 'UnprocessedUpdate'
  );
}

function grpcCause(error: unknown): { code: number } | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if (isGrpcServiceError(cause)) return cause;
  return undefined;
}
