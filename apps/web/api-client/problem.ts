import type { z } from 'zod';
import type { Change } from '../../api/http/problems';
import type { blockers } from '../../api/http/problems';

export type Blocker = z.output<typeof blockers>[number];

/** What the API answers in place of what it was asked for (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
  readonly blockers?: readonly Blocker[];
  /** Of a version conflict: the version now, and what has happened since. */
  readonly current?: number;
  readonly changes?: readonly Change[];
  readonly requestId?: string;
}

/** Thrown where the API answers with a problem, or not at all. */
export class ApiProblem extends Error {
  constructor(
    readonly problem: Problem,
    /** Seconds after which it is worth trying again. */
    readonly retryAfter: number | undefined = undefined,
  ) {
    super(problem.title);
  }

  /** The kind of problem, such as `version-conflict`. */
  get kind(): string {
    return this.problem.type.replace('/problems/', '');
  }
}

/** That what was given in one field of a form cannot be taken. */
export const wrongAt = (path: string, message: string): ApiProblem =>
  new ApiProblem({ type: '/problems/validation', title: message, status: 400, errors: [{ path, message }] });

/** That the API cannot be reached at all. */
export const unreachable = () =>
  new ApiProblem({ type: '/problems/unavailable', title: 'No answer could be had in time', status: 503 }, 1);
