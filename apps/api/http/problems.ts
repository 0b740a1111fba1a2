import { z } from 'zod';
import type { Blocker } from '../../../domain/operation/decide';

/**
 * Every kind of problem the API answers with (RFC 9457), and nothing else does: the filter, the OpenAPI document and the
 * test of its completeness read this table. `meaning` tells a client's developer what to do.
 */
// prettier-ignore
export const PROBLEMS = {
  validation:               { status: 400, title: 'The request is not valid', meaning: '`errors` names each field and says what to do. Correct them and send the request again.' },
  unauthenticated:          { status: 401, title: 'Sign-in is needed', meaning: 'The access token is absent, expired or not for this API. Get a new one from the identity provider.' },
  'step-up':                { status: 401, title: 'A fresh sign-in is needed', meaning: 'Have the person sign in again with the `max_age` that `WWW-Authenticate` names (RFC 9470), then send the same request with the same `Idempotency-Key`.' },
  forbidden:                { status: 403, title: 'Your roles do not allow this', meaning: '`blockers` says who may, and whatever else stands in the way; `detail`, what a system lacks.' },
  'not-found':              { status: 404, title: 'There is nothing here', meaning: 'No such address, operation, command or entry.' },
  'method-not-allowed':     { status: 405, title: 'This address has no such method', meaning: 'The `Allow` header names the methods there are.' },
  'not-acceptable':         { status: 406, title: 'This form of answer is not offered', meaning: 'Accept the media type that the route is documented with.' },
  'version-conflict':       { status: 409, title: 'It has changed since', meaning: '`If-Match` names an older version. `current` is the version now and `changes`, of an operation, lists what has happened since: look again, then decide.' },
  gone:                     { status: 410, title: 'This has been erased', meaning: 'It was there once and is not kept any more; the timeline says since when.' },
  'too-large':              { status: 413, title: 'The body is too large', meaning: 'A body may have 256 kB; a file what `detail` says.' },
  'uri-too-long':           { status: 414, title: 'The address is too long', meaning: 'An address may have 2,048 characters.' },
  'unsupported-media-type': { status: 415, title: 'This form of body is not read', meaning: 'Send `Content-Type: application/json` in UTF-8, or as `detail` says.' },
  blocked:                  { status: 422, title: 'The command cannot be given now', meaning: '`blockers` lists everything that stands in its way, each with a sentence for people and, where law demands it, its source.' },
  'idempotency-mismatch':   { status: 422, title: 'This key was used for another request', meaning: 'The `Idempotency-Key` belongs to a command with a different body. Use a new key for a new command.' },
  'too-busy':               { status: 429, title: 'There is too much to do just now', meaning: '`detail` says where it is you who asks too often. Send the same request with the same `Idempotency-Key` after `Retry-After` seconds.' },
  'headers-too-large':      { status: 431, title: 'The headers are too large', meaning: 'All headers together may have 16 kB.' },
  internal:                 { status: 500, title: 'Something is wrong on our side', meaning: 'Tell the operators the `requestId`. The same request with the same `Idempotency-Key` is safe to repeat.' },
  unavailable:              { status: 503, title: 'No answer could be had in time', meaning: 'Send the same request with the same `Idempotency-Key` after `Retry-After` seconds: what was recorded takes place once.' },
} as const satisfies Record<string, { readonly status: number; readonly title: string; readonly meaning: string }>;

export type ProblemName = keyof typeof PROBLEMS;
export const PROBLEM_NAMES = Object.keys(PROBLEMS) as ProblemName[];

/** The `type` of a problem: a URI reference. */
export const problemType = (name: ProblemName) => `/problems/${name}` as const;

export const MEDIA_TYPE = 'application/problem+json';

const blocker = z
  .object({
    kind: z.enum(['stage', 'role', 'gate', 'act']),
    code: z.string(),
    sentence: z.string().describe('For people, in British English'),
    missing: z.array(z.string()).optional().describe('What exactly is missing: subjects, products, matters'),
    source: z.string().optional().describe('The law or guidance that demands it'),
    remedies: z.array(z.string()).optional().describe('Commands that mend it, the likeliest first'),
  })
  .meta({ id: 'Blocker', description: 'One reason why a command cannot be given' });

export const blockers = z.array(blocker);

const change = z
  .object({
    sequence: z.int(),
    type: z.string(),
    happenedAt: z.iso.datetime(),
    occurredAt: z.iso.datetime(),
    actor: z.string(),
  })
  .meta({ id: 'Change', description: 'One event of the operation, without its payload' });
export type Change = z.output<typeof change>;

/** The body of every problem. */
export const problemSchema = z
  .object({
    type: z.enum(PROBLEM_NAMES.map(problemType)),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional().describe('What is the matter with this request, for people'),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('Of `validation`: each field, by its path with dots, and what to do'),
    blockers: blockers.optional().describe('Of `forbidden` and `blocked`'),
    current: z.int().optional().describe('Of `version-conflict`: the version now'),
    changes: z.array(change).optional().describe('Of `version-conflict`: at most 100 events after your version'),
    requestId: z.string().optional().describe('Of `internal` and `unavailable`: what the operators find it by'),
  })
  .meta({ id: 'Problem', description: 'A problem (RFC 9457)' });
export type ProblemBody = z.output<typeof problemSchema>;

type Members = Partial<Pick<ProblemBody, 'errors' | 'blockers' | 'current' | 'changes'>>;

/** A request that is answered with a problem. `headers` go with the answer. */
export class Problem extends Error {
  constructor(
    readonly problem: ProblemName,
    readonly detail?: string,
    readonly members: Members = {},
    readonly headers: Readonly<Record<string, string>> = {},
    options?: ErrorOptions,
  ) {
    super(detail ?? PROBLEMS[problem].title, options);
  }

  get status(): number {
    return PROBLEMS[this.problem].status;
  }

  /** @param requestId shown where the operators may be asked about it */
  body(requestId: string): ProblemBody {
    const { status, title } = PROBLEMS[this.problem];
    return {
      type: problemType(this.problem),
      title,
      status,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
      ...this.members,
      ...(status >= 500 ? { requestId } : {}),
    };
  }
}

/** A refusal. One missing role makes it the person's own lack of right, whatever else stands in the way. */
export function refusal(blockers: readonly Blocker[]): Problem {
  const all = blockers as NonNullable<Members['blockers']>;
  return new Problem(all.some(({ kind }) => kind === 'role') ? 'forbidden' : 'blocked', undefined, { blockers: all });
}

/** A header or a query parameter that is not as it should be. */
export function invalid(path: string, message: string): Problem {
  return new Problem('validation', undefined, { errors: [{ path, message }] });
}
