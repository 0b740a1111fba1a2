import type { Change } from '../../api/http/problems';
import type { Blocker } from '../api-client/problem';
import type { Errors } from './body-of';
import type { Field, Typed } from './field';

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
  /** For whom it was made. */
  readonly by: string;
  /** What stands in its way. */
  readonly blockers: readonly Blocker[];
  /** What somebody else has changed meanwhile. */
  readonly changes: readonly Change[] | undefined;
  /** What else there is to say of it, above it. */
  readonly said: string | undefined;
}
