import type { Change } from '../../api/http/problems';
import type { Said } from '../operations/shown-event';
import type { Blocker } from '../api-client/problem';
import type { Errors } from './body-of';
import type { Field, Typed } from './field';

/** Something that somebody else has changed, and what it says, where that is known. */
export type Changed = Change & { readonly said?: readonly Said[] };

/** A form as a page shows it. */
export interface Form {
  readonly fields: readonly Field[];
  readonly typed: Typed;
  /** Address that it was shown at, with all that was asked for, and is sent to. */
  readonly action: string;
  readonly errors: Errors;
  /** The same for every time it is sent, so that it takes place once. */
  readonly key: string;
  /** Version of what it changes, as its author sees it. */
  readonly version: string;
  /** For whom it was made, as nobody but we can write it. */
  readonly by: string;
  /** Whether it shows what its author has typed before. */
  readonly isAgain: boolean;
  /** What stands in its way. */
  readonly blockers: readonly Blocker[];
  /** What somebody else has changed meanwhile. */
  readonly changes: readonly Changed[] | undefined;
  /** What else there is to say of it, above it. */
  readonly said: string | undefined;
}
