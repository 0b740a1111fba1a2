import type { Force } from '../../../access/actor';
import type { TextRef } from '../../../text/text';
import type { AUTHORISATIONS, Grade } from '../../codes';

export interface IntelligenceEvents {
  intelligenceReported: {
    report: string;
    grade: Grade;
    /** Whether it bears on the threat score. */
    material: boolean;
    handlingConditions: TextRef | null;
    source: TextRef;
    /** Absent from what was recorded before 0.3.0. */
    sourceHandling?: TextRef | null;
    content: TextRef;
  };
  reportSanitised: { report: string; content: TextRef };
  reportDisseminated: { dissemination: string; report: string; to: Force; conditions: TextRef | null };
  disseminationAcknowledged: { dissemination: string };
  authorisationApplied: {
    authorisation: string;
    kind: (typeof AUTHORISATIONS)[number];
    subject: string | null;
    necessity: TextRef;
  };
  authorisationGranted: { authorisation: string; from: string };
  authorisationRefused: { authorisation: string; reason: TextRef };
  authorisationCancelled: { authorisation: string; reason: TextRef };
}
