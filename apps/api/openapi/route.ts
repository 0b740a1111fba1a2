import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { JUSTIFICATION, JUSTIFICATION_LIMIT } from '../access-log/justification';
import { Logs, type Logged } from '../access-log/logged';
import { MEDIA_TYPE, PROBLEMS, type ProblemName } from '../http/problems';

export interface RouteDocument {
  /** `operationId` of the document. */
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  /** What the access log says of it. */
  readonly logged: Logged;
  readonly answer: z.ZodType;
  readonly status?: 200 | 201 | 202;
  readonly headers?: readonly (keyof typeof HEADERS)[];
  /** What may go wrong besides what may go wrong with every route. */
  readonly problems?: readonly ProblemName[];
}

const HEADERS = {
  ETag: 'Version of what is answered, for `If-Match`',
  Location: 'Address of what was made',
  'Idempotency-Replayed': '`true` when this was asked before with the same key: it has not taken place again',
} as const;

const OF_EVERY_ROUTE: readonly ProblemName[] = ['uri-too-long', 'headers-too-large', 'internal'];
const OF_EVERY_SIGNED_IN: readonly ProblemName[] = ['unauthenticated', 'not-acceptable', 'too-busy', 'unavailable'];
const OF_EVERY_BODY: readonly ProblemName[] = ['validation', 'too-large', 'unsupported-media-type'];

/** Documents a route: what it is for, what it answers and every problem it can meet. */
export function Route({ answer, status = 200, headers = [], ...document }: RouteDocument): MethodDecorator {
  const described = headers.map((name) => [name, { description: HEADERS[name], schema: { type: 'string' } }] as const);
  return applyDecorators(
    operationOf(document),
    ApiResponse({
      status,
      description: document.summary,
      standardSchema: answer,
      ...(described.length === 0 ? {} : { headers: Object.fromEntries(described) }),
    }),
    ...problemResponses(problemsOf(document)),
  );
}

/** As {@link Route}, for a POST. */
export function PostRoute(document: RouteDocument): MethodDecorator {
  return applyDecorators(
    Route({ ...document, problems: [...(document.problems ?? []), ...OF_EVERY_BODY] }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'Chosen by you, new for each new request; repeat a request with its key and it takes place once',
      schema: { type: 'string', minLength: 1, maxLength: 128 },
    }),
  );
}

/** As {@link Route}, for a PUT, which can be repeated as it is. */
export function PutRoute(document: RouteDocument): MethodDecorator {
  return Route({ ...document, problems: [...(document.problems ?? []), ...OF_EVERY_BODY] });
}

/** As {@link Route}, for a DELETE, which answers nothing. */
export function DeleteRoute(document: Omit<RouteDocument, 'answer' | 'status' | 'headers'>): MethodDecorator {
  return applyDecorators(
    operationOf(document),
    ApiResponse({ status: 204, description: document.summary }),
    ...problemResponses(problemsOf(document)),
  );
}

/** The precondition of a route that changes something which has versions. */
export const IfMatchHeader = (what: 'operation' | 'filter' | 'review' | 'theme' | 'webhook') =>
  ApiHeader({
    name: 'If-Match',
    required: false,
    description: `ETag of the version you have looked at: refused if the ${what} has changed since`,
    schema: { type: 'string' },
  });

/** OpenAPI 3.1 knows no streams: each message is a text, whose `data` holds an event. */
const EVENT = {
  type: 'string',
  contentMediaType: 'application/json',
  contentSchema: { $ref: '#/components/schemas/FeedEvent' },
} as object;

/** As {@link Route}, for a stream of events. */
export function StreamRoute(document: Omit<RouteDocument, 'answer' | 'status' | 'headers'>): MethodDecorator {
  return applyDecorators(
    operationOf({
      ...document,
      description:
        'Server-sent events. The `data` of each is a FeedEvent and its id the position in the feed: reconnect with it and ' +
        'nothing is missed. The stream begins with the id that it goes on after, without data. A comment every 15 s keeps it open; it ends with your token.',
    }),
    ApiResponse({
      status: 200,
      description: 'Events, as they are recorded',
      content: { 'text/event-stream': { schema: EVENT } },
    }),
    ...problemResponses(problemsOf(document)),
  );
}

type FileContent = Readonly<Record<string, { readonly schema: object }>>;

/** As {@link Route}, for a file, in one of several media types. */
export function FileRoute({
  content,
  ...document
}: Omit<RouteDocument, 'answer' | 'status' | 'headers'> & { readonly content: FileContent }): MethodDecorator {
  return applyDecorators(
    operationOf(document),
    ApiResponse({ status: 200, description: 'The file', content }),
    ...problemResponses(problemsOf(document)),
  );
}

/** As {@link Route}, for a POST that needs no key and no person, since what it carries proves itself; it answers nothing. */
export function NotifyRoute(document: Omit<RouteDocument, 'answer' | 'status' | 'headers'>): MethodDecorator {
  return applyDecorators(
    operationOf(document),
    ApiResponse({ status: 204, description: document.summary }),
    ...problemResponses([...OF_EVERY_BODY, 'not-acceptable', 'too-busy', 'unavailable', ...OF_EVERY_ROUTE]),
  );
}

/** As {@link Route}, for a route that is open to everyone. Without `answer` it answers plain text. */
export function PublicRoute({ answer, ...document }: Pick<RouteDocument, 'id' | 'summary'> & { answer?: z.ZodType }) {
  return applyDecorators(
    operationOf({ ...document, logged: { nothing: 'It tells of the process, and of no operation or person.' } }),
    ApiResponse({
      status: 200,
      description: document.summary,
      ...(answer ? { standardSchema: answer } : { content: { 'text/plain': { schema: { type: 'string' } } } }),
    }),
    ...problemResponses(['not-acceptable', ...OF_EVERY_ROUTE]),
  );
}

function operationOf({
  id,
  summary,
  description,
  logged,
}: Pick<RouteDocument, 'id' | 'summary' | 'description' | 'logged'>) {
  return applyDecorators(
    ApiOperation({ operationId: id, summary, ...(description === undefined ? {} : { description }) }),
    Logs(id, logged),
    ...(typeof logged === 'string' ? [JUSTIFICATION_HEADER] : []),
  );
}

const JUSTIFICATION_HEADER = ApiHeader({
  name: JUSTIFICATION,
  required: false,
  description: `Why you ask, for the access log: at most ${JUSTIFICATION_LIMIT} characters, percent-encoded as UTF-8`,
  schema: { type: 'string' },
});

/** What a route of somebody who has signed in can meet. Where answers are logged, a justification can be malformed. */
const problemsOf = ({ problems = [], logged }: Pick<RouteDocument, 'problems' | 'logged'>): ProblemName[] => [
  ...new Set([
    ...problems,
    ...(typeof logged === 'string' ? (['validation'] as const) : []),
    ...OF_EVERY_SIGNED_IN,
    ...OF_EVERY_ROUTE,
  ]),
];

/** A problem in words, with what to do about it. */
export const describeProblem = (name: ProblemName) => `\`${name}\`: ${PROBLEMS[name].title}. ${PROBLEMS[name].meaning}`;

/** One response a status, naming the problems that have it. */
function problemResponses(names: readonly ProblemName[]): MethodDecorator[] {
  const statuses = [...new Set(names.map((name) => PROBLEMS[name].status))].sort();
  return statuses.map((status) => {
    const these = names.filter((name) => PROBLEMS[name].status === status);
    return ApiResponse({
      status,
      description: these.map(describeProblem).join('\n\n'),
      content: { [MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
    });
  });
}
