import type { TextRef } from '../../../text/text';
import type { IDENTIFIER_KINDS, SubjectRole } from '../../codes';
import type { SuspectStatus } from '../proceedings/state';

/** A subject of the duplicate, as the survivor takes it up: `subject` here, `of` there. */
interface ReceivedSubject {
  readonly subject: string;
  readonly of: string;
  readonly roles: readonly SubjectRole[];
  readonly name: TextRef;
  readonly suspect: { readonly status: SuspectStatus; readonly youth: boolean } | null;
  readonly aliases: readonly TextRef[];
  readonly identifiers: readonly { readonly kind: (typeof IDENTIFIER_KINDS)[number]; readonly value: TextRef }[];
}

export interface MergingEvents {
  mergeRequested: { merge: string; into: string; reason: TextRef };
  mergedInto: { merge: string; into: string };
  mergeAbandoned: { merge: string; into: string; requestedBy: string; reason: TextRef };
  unmergeRequested: { merge: string; into: string; request: string; reason: TextRef };
  unmergeRefused: { merge: string; into: string; request: string; requestedBy: string; reason: TextRef };
  unmerged: { merge: string; into: string };
  mergeReceived: { merge: string; operation: string; subjects: readonly ReceivedSubject[] };
  mergeReleased: { merge: string; operation: string; subjects: readonly string[] };
}
