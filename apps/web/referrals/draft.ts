import type { Typed } from '../forms/field';

/** A referral that somebody has begun and not opened yet: what they typed, step by step. */
export interface Draft {
  /** Also the beginning of the key of everything that is sent of it. */
  readonly id: string;
  readonly begunAt: string;
  readonly changedAt: string;
  /** What was typed, by the name of the step. */
  readonly steps: Readonly<Record<string, Typed>>;
  readonly subjects: readonly DraftSubject[];
  /** Once sending has begun: what is sent, in order. It is not changed any more, since it may be recorded already. */
  readonly acts?: readonly Act[];
}

export interface DraftSubject {
  readonly id: string;
  readonly typed: Typed;
}

/** One command that a draft becomes. */
export interface Act {
  /** The same however often it is sent, so that it takes place once. */
  readonly key: string;
  readonly command: 'openReferral' | 'recordReferralSource' | 'addSubject' | 'addAlias' | 'addIdentifier';
  readonly body: Readonly<Record<string, unknown>>;
  /** The subject of the draft that it adds, or says something about. */
  readonly subject?: string;
  readonly done?: Done;
}

/** What came of an act. */
export type Done =
  { readonly recorded: true; readonly names: string } | { readonly recorded: false; readonly why: string };

/** The reference of the operation that a draft has become, once that is recorded. */
export const referenceOf = ({ acts }: Draft): string | undefined => {
  const done = acts?.[0]?.done;
  return done?.recorded ? done.names : undefined;
};
