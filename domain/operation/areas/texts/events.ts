import type { TextRef } from '../../../text/text';

export interface TextsEvents {
  /** Recorded in the same transaction that empties the record. */
  textErased: { record: string; reason: TextRef };
}
