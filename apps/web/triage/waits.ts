import type { WorklistPage } from '../../api/operations/worklist.schema';
import type { Awaiting } from '../../../domain/operation/awaiting';
import { codeText } from '../words/codes';

/** What a referral in assessment can wait for, and what the queue can be narrowed by. */
export const IN_ASSESSMENT: readonly Awaiting[] = [
  'threat-score-confirmation',
  'threat-score-renewal',
  'tasking-decision',
  'authorisation',
  'merge',
];

/** Where what is waited for is done, under the address of the operation; where it is not said, on its overview. */
const DONE_AT: Partial<Record<Awaiting, string>> = {
  'threat-score-confirmation': '/scores',
  'threat-score-renewal': '/score',
  'tasking-decision': '/decide',
  authorisation: '/intelligence',
  merge: '/referral',
};

/** What a referral waits for, each with the page that it is done on. */
export function waitsOf({ reference, risk, awaiting }: WorklistPage['items'][number]) {
  const at = `/operations/${reference}`;
  const waits = awaiting.map((code) => ({ text: codeText(code), href: `${at}${DONE_AT[code] ?? ''}` }));
  return risk === null ? [{ text: 'Threat score', href: `${at}/score` }, ...waits] : waits;
}
