import type { TextRef } from '../../../text/text';
import type { EUROPOL_REQUESTS, SIENA_HANDLING, SIENA_INFORMATION, SIENA_SOURCE } from '../../codes';

export interface EuropolEvents {
  europolLiaisonOpened: { country: string; purpose: TextRef };
  europolLiaisonNotNeeded: { reason: TextRef };
  europolMessageRecorded: {
    message: string;
    direction: 'out' | 'in';
    answers: string | null;
    evaluation: { source: (typeof SIENA_SOURCE)[number]; information: (typeof SIENA_INFORMATION)[number] };
    handling: (typeof SIENA_HANDLING)[number];
    /** Absent from what was recorded before it could be said. */
    handlingText?: TextRef | null;
    theirReference?: TextRef | null;
    content: TextRef;
    dueAt: string | null;
  };
  europolReminderRaised: { message: string; dueAt: string };
  europolRequestMade: {
    request: string;
    kind: (typeof EUROPOL_REQUESTS)[number];
    country: string;
    subject: string | null;
    content: TextRef;
  };
  europolRequestDecided: { request: string; granted: boolean; note: TextRef };
}
