import { MARKINGS, type Marking } from '../operation/codes';
import type { PremisesRule } from './premises-rule.schema';

/** Until a force has decided, nothing leaves. [P] */
export const NOTHING_LEAVES: PremisesRule = { mayLeaveUpTo: null };

/**
 * Why messages of an operation may not be sent to a provider, in a sentence for people; nothing where they may.
 *
 * @param marking of the operation
 */
export function whyNotSent(
  { mayLeaveUpTo }: PremisesRule,
  { name, leavesPremises }: { readonly name: string; readonly leavesPremises: boolean },
  marking: Marking,
): string | undefined {
  if (!leavesPremises) return undefined;
  const otherwise = 'choose a provider on the force’s own machines, or have the rule changed.';
  if (mayLeaveUpTo === null)
    return `The force’s rule lets no message leave its own machines, and ${name} is beyond them: ${otherwise}`;
  if (MARKINGS.indexOf(marking) <= MARKINGS.indexOf(mayLeaveUpTo)) return undefined;
  return `The force’s rule lets messages up to ${mayLeaveUpTo} leave its own machines, and this operation is ${marking}: ${otherwise}`;
}
