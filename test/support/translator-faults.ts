import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../../samples/random';
import { listening } from './listener';

/** What can go wrong with one request, and whether the texts were taken in, and charged, all the same. */
export const FAULTS = {
  /** 429 with Retry-After. */
  throttled: { isCharged: false },
  /** 503. */
  unavailable: { isCharged: false },
  /** The connection is reset before the request is read. */
  'reset-unread': { isCharged: false },
  /** The texts are taken, and nothing is ever answered. */
  silent: { isCharged: true },
  /** The texts are taken, and the connection is reset. */
  'reset-after': { isCharged: true },
  /** The connection is reset in the middle of the answer. */
  'reset-midway': { isCharged: true },
  /** The answer is JSON that ends too soon. */
  'wrong-json': { isCharged: true },
  /** One text fewer is answered than was asked. */
  'too-few': { isCharged: true },
} as const;
export type Fault = keyof typeof FAULTS;
const ALL_FAULTS = Object.keys(FAULTS) as Fault[];

/** A request whose texts were taken in. */
export interface Taken {
  readonly traceId: string;
  readonly from: string;
  readonly texts: readonly string[];
  /** As they were, or would have been, answered. */
  readonly answers: readonly string[];
  readonly chargedCharacters: number;
  readonly fault?: Fault;
  /** The whole of the right answer was handed to the network. */
  readonly isFullySent: boolean;
}

export interface FaultyOptions {
  readonly seed?: number;
  /** Chance of each fault, from 0 to 1, for each request to translate; 0 where it is not named. */
  readonly faults?: Readonly<Partial<Record<Fault, number>>>;
  readonly retryAfterSeconds?: number;
  /** How long a translation takes. */
  readonly latencyMs?: number;
  /** Characters that it translates in a second, of all requests together; without it as many as there are. */
  readonly charactersPerSecond?: number;
  /** Called with each request that was taken in, once it is known what came of it. */
  readonly log?: (taken: Taken) => void;
}

/** A response before it is written. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a protocol makes of a request to translate: texts that it takes in, or a refusal. */
export type Reading =
  { readonly refused: Reply } | { readonly traceId: string; readonly from: string; readonly texts: readonly string[] };

export interface Protocol {
  readonly isTranslate: (request: IncomingMessage) => boolean;
  readonly read: (request: IncomingMessage, body: string) => Reading;
  readonly answer: (answers: readonly string[], chargedCharacters: number) => Reply;
  readonly fault: (fault: 'throttled' | 'unavailable') => Reply;
  /** Whatever else it is asked. */
  readonly other: (request: IncomingMessage) => Reply;
}

/** The translation of a text by the tests' translators: the same text, and what it was made from. */
export const translated = (written: string, from: string) => `[${from}>en] ${written}`;

/** A translator on the loopback that speaks a protocol, with faults by a seed; `next` names faults of the next requests before chance does. */
export async function startFaulty(protocol: Protocol, options: FaultyOptions) {
  const { seed = 1, faults = {}, retryAfterSeconds = 1, latencyMs = 0, log = () => undefined } = options;
  const { charactersPerSecond = Infinity } = options;
  const chance = new Random(seed);
  const next: (Fault | 'none')[] = [];
  const taken: Taken[] = [];
  const faced = zeros();
  const paths: string[] = [];

  let busyUntil = 0;
  /** How long it is until so many characters are translated, after all that came before. */
  const busyMs = (characters: number): number => {
    busyUntil = Math.max(busyUntil, performance.now()) + (1_000 * characters) / charactersPerSecond;
    return busyUntil - performance.now();
  };

  const drawn = (): Fault | undefined => {
    let left = chance.next();
    const told = next.shift();
    if (told !== undefined) return told === 'none' ? undefined : told;
    return ALL_FAULTS.find((fault) => (left -= faults[fault] ?? 0) < 0);
  };

  const translate = async (request: IncomingMessage, response: ServerResponse) => {
    paths.push(new URL(request.url ?? '', 'http://translator.invalid').pathname);
    const fault = drawn();
    if (fault) faced[fault] += 1;
    if (fault === 'reset-unread') return void request.socket.resetAndDestroy();
    const body = await text(request);
    if (fault === 'throttled' || fault === 'unavailable') {
      const headers = fault === 'throttled' ? { 'retry-after': `${retryAfterSeconds}` } : {};
      const reply = protocol.fault(fault);
      return write(response, { ...reply, headers: { ...reply.headers, ...headers } });
    }
    const reading = protocol.read(request, body);
    if ('refused' in reading) return write(response, reading.refused);
    const { traceId, from, texts } = reading;
    const answers = texts.map((written) => translated(written, from));
    const chargedCharacters = texts.reduce((sum, { length }) => sum + length, 0);
    const settle = (isFullySent: boolean) => {
      const one = { traceId, from, texts, answers, chargedCharacters, ...(fault ? { fault } : {}), isFullySent };
      taken.push(one);
      log(one);
    };
    const takenMs = latencyMs + busyMs(chargedCharacters);
    if (takenMs > 0) await sleep(takenMs);
    if (fault === 'silent') return settle(false);
    if (fault === 'reset-after') {
      settle(false);
      return void request.socket.resetAndDestroy();
    }
    const reply = protocol.answer(fault === 'too-few' ? answers.slice(1) : answers, chargedCharacters);
    if (fault === 'reset-midway') {
      settle(false);
      return halfway(request, response, reply);
    }
    let isFinished = false;
    response.once('finish', () => (isFinished = true));
    response.once('close', () => settle(isFinished && fault === undefined));
    write(response, reply, fault === 'wrong-json' ? -2 : undefined);
  };

  const server = createServer((request, response) => {
    if (protocol.isTranslate(request)) translate(request, response).catch(() => request.socket.destroy());
    else write(response, protocol.other(request));
  });
  const { address, close } = await listening(server);
  return {
    address: `http://${address}`,
    close,
    next,
    taken,
    faced,
    /** Of requests to translate that arrived, whatever came of them. */
    paths,
    requests: () => paths.length,
  };
}

const zeros = () => Object.fromEntries(ALL_FAULTS.map((fault) => [fault, 0])) as Record<Fault, number>;

const bytesOf = (body: unknown, cut?: number) => Buffer.from(JSON.stringify(body).slice(0, cut));

function write(response: ServerResponse, { status, body, headers }: Reply, cut?: number): void {
  const bytes = bytesOf(body, cut);
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': bytes.length,
      ...headers,
    })
    .end(bytes);
}

/** The head and half of the answer, and no more. */
function halfway(request: IncomingMessage, response: ServerResponse, { status, body, headers }: Reply): void {
  const bytes = bytesOf(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
    ...headers,
  });
  response.write(bytes.subarray(0, bytes.length / 2), () => request.socket.resetAndDestroy());
}
