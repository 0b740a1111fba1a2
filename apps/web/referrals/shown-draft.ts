import { answersOf, type Shown } from '../forms/answers';
import { textAt } from '../forms/field';
import type { Draft, DraftSubject } from './draft';
import { hasAny, type ReferralForms } from './referral-forms';
import { STEPS } from './steps';

/** A part of a draft as its author reads it once more. */
export interface Part {
  readonly name: string;
  readonly title: string;
  readonly answers: readonly Shown[];
  readonly isUnfinished: boolean;
}

export async function shownSubject({ id, typed }: DraftSubject, referrals: ReferralForms): Promise<Part> {
  const [fields, { errors }] = await Promise.all([referrals.ofSubject(typed), referrals.subject(typed)]);
  const title = textAt(typed, 'name') || 'A subject without a name';
  return { name: id, title, answers: answersOf(fields, typed), isUnfinished: hasAny(errors) };
}

/** Every step with its answers. */
export async function shownSteps(draft: Draft, referrals: ReferralForms): Promise<readonly Part[]> {
  return Promise.all(
    STEPS.map(async (step) => {
      const typed = draft.steps[step.name] ?? {};
      const [fields, { errors }] = await Promise.all([
        referrals.ofStep(step, typed),
        referrals.step(step, typed, draft),
      ]);
      return { name: step.name, title: step.title, answers: answersOf(fields, typed), isUnfinished: hasAny(errors) };
    }),
  );
}
