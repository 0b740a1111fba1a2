import { setTimeout as sleep } from 'node:timers/promises';
import { createParser, type EventSourceParser } from 'eventsource-parser';
import type { FeedEvent } from '../../api/events/feed.schema';
import type { Api } from '../api-client/api';
import { ApiProblem } from '../api-client/problem';
import { SignInNeeded } from '../session/tokens.service';

/** What comes of following the API. */
export type Followed =
  /** What happens is heard from here on. `missed`: what happened before may not have been. */
  | { readonly kind: 'here'; readonly id: string; readonly missed: boolean }
  /** What happens is not heard until further notice; it will be then. */
  | { readonly kind: 'away' }
  | { readonly kind: 'event'; readonly id: string; readonly event: FeedEvent }
  /** The session is over: nothing more is heard. */
  | { readonly kind: 'ended' };

/** The API sends a sign of life every 15 s: without one for so long it is taken to be gone, whatever the network says. */
const SILENCE_MS = 40_000;
const SHORTEST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
/** A stream that ended sooner is not taken up again at once. */
const SHORT_MS = 1_000;

/**
 * Follows what somebody sees happen, for as long as they are signed in and there: goes on, after the last event that came,
 * whenever the API ends the stream (it ends with the token) or is away. Nothing is read before it is asked for.
 *
 * @param from identifier of the event to go on after; without one: from now on
 */
export async function* followApi(
  api: Pick<Api, 'follow'>,
  from: string | undefined,
  leaving: AbortSignal,
): AsyncGenerator<Followed> {
  let after = from;
  let pause = 0;
  for (let missed = false; !leaving.aborted;) {
    const began = Date.now();
    try {
      for await (const followed of onceThrough(api, after, missed, leaving)) {
        if (followed.kind === 'here') [pause, missed] = [0, false];
        if ('id' in followed) after = followed.id;
        yield followed;
      }
      if (Date.now() - began < SHORT_MS) pause = longer(pause);
    } catch (error) {
      if (leaving.aborted) return;
      if (isOver(error)) return void (yield { kind: 'ended' });
      yield { kind: 'away' };
      // An identifier of another database, or of before its key was changed.
      if (error instanceof ApiProblem && error.kind === 'validation') [after, missed] = [undefined, true];
      pause = longer(pause);
    }
    if (pause > 0) await sleep(pause, undefined, { signal: leaving }).catch(() => undefined);
  }
}

const longer = (pause: number) => Math.min(Math.max(pause * 2, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);

const isOver = (error: unknown) =>
  error instanceof SignInNeeded || (error instanceof ApiProblem && error.kind === 'unauthenticated');

/** One stream of the API, until it ends. @throws whatever it breaks off with */
async function* onceThrough(
  api: Pick<Api, 'follow'>,
  after: string | undefined,
  missed: boolean,
  leaving: AbortSignal,
): AsyncGenerator<Followed> {
  const silence = new AbortController();
  const patience = setTimeout(() => silence.abort(), SILENCE_MS);
  try {
    const headers = { accept: 'text/event-stream', ...(after === undefined ? {} : { 'last-event-id': after }) };
    const bytes = await api.follow('/api/v1/events', {}, headers, AbortSignal.any([leaving, silence.signal]));
    const text = new TextDecoder();
    const read: Followed[] = [];
    const parser = parserInto(read, missed);
    for await (const chunk of bytes) {
      patience.refresh();
      parser.feed(text.decode(chunk, { stream: true }));
      yield* read.splice(0);
    }
  } finally {
    clearTimeout(patience);
  }
}

/** The first identifier says where the stream goes on. */
function parserInto(read: Followed[], missed: boolean): EventSourceParser {
  let begun = false;
  return createParser({
    onId: (id = '') => {
      if (!begun) read.push({ kind: 'here', id, missed });
      begun = true;
    },
    onEvent: ({ id = '', data }) => read.push({ kind: 'event', id, event: JSON.parse(data) as FeedEvent }),
  });
}
