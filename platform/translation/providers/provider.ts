import type { ProviderId } from '../../../domain/translation/provider-ids';

/** What one request may hold. */
export interface RequestLimits {
  readonly texts: number;
  /** UTF-16 code units of all texts together, as Azure counts them. */
  readonly characters: number;
}

export interface ProviderHealth {
  readonly isHealthy: boolean;
  /** For people: why it is not, or what answers. */
  readonly detail: string;
}

export interface ProviderRequest {
  /** None of them empty; together within the limits. */
  readonly texts: readonly string[];
  /** ISO 639-1. */
  readonly from: string;
  /** Names this request on both sides, so that a log of either leads to the other. */
  readonly traceId: string;
  readonly signal: AbortSignal;
}

export interface ProviderAnswer {
  /** As many as were asked for, in their order. */
  readonly texts: readonly string[];
  /** Characters that the provider charges for. */
  readonly chargedCharacters: number;
}

/** One way to have texts put into English. All of them behind this interface; nothing else knows which one it is. */
export interface TranslationProvider {
  readonly id: ProviderId;
  /** A gloss says word by word what a dictionary has; it is no translation, and pages and exports say so. */
  readonly kind: 'translation' | 'gloss';
  /** Whether what is sent leaves the force's own machines: a per-force rule may forbid it. */
  readonly leavesPremises: boolean;
  /** Named with each translation that is remembered: another version is another translation. */
  readonly version: string;
  readonly limits: RequestLimits;
  /** Pence for a million characters; 0 where nothing is charged. */
  readonly pencePerMillion: number;
  health(): Promise<ProviderHealth>;
  /** Languages that it puts into English, by ISO 639-1. */
  languages(): Promise<readonly string[]>;
  /**
   * Sends one request, once: it never repeats by itself, so that what was sent is counted.
   *
   * @throws ProviderFailure
   */
  translate(request: ProviderRequest): Promise<ProviderAnswer>;
}

export type FailureKind =
  /** It asks for fewer requests: again after `retryAfterMs`. */
  | 'throttled'
  /** It gave no answer, or one of 5xx, and did surely not take the request in: the same may succeed later. */
  | 'unavailable'
  /** The connection broke or time ran out after the request had been sent: it may have been translated, and charged. */
  | 'unanswered'
  /** Its answer is not what its documentation says. It may have been charged. */
  | 'malformed'
  /** It will never take this request: key, language, quota, size. The message says what to do. */
  | 'refused';

/** A request that was not answered with translations. The message is for people and holds nothing of the texts. */
export class ProviderFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}
