import type { z } from 'zod';
import type { Marking, SIENA_HANDLING, SIENA_INFORMATION, SIENA_SOURCE } from '../../domain/operation/codes';

/** A message between us and a Europol National Unit, whichever format carries it. */
export interface LiaisonMessage {
  /** The sender's own reference. */
  readonly reference: string;
  /** The reference that the message answers, as its receiver gave it. */
  readonly inReplyTo: string | null;
  /** Countries of sender and receiver, ISO 3166. */
  readonly from: string;
  readonly to: string;
  /** RFC 3339 UTC. */
  readonly sentAt: string;
  readonly marking: Marking | null;
  /** SIENA's own evaluation: nothing maps it to 3x5x2, a person re-grades it. */
  readonly evaluation: {
    readonly source: (typeof SIENA_SOURCE)[number];
    readonly information: (typeof SIENA_INFORMATION)[number];
  };
  /** `text` says what H3 allows. */
  readonly handling: { readonly code: (typeof SIENA_HANDLING)[number]; readonly text: string | null };
  readonly content: string;
}

/** How messages travel as files. SIENA, where it is reached, is another of these. */
export interface MessageFormat {
  readonly name: string;
  readonly mediaType: string;
  readonly extension: string;
  /** Reads what was received; what it refuses, it refuses with a path and a sentence. */
  readonly schema: z.ZodType<LiaisonMessage>;
  write(message: LiaisonMessage): string;
}
