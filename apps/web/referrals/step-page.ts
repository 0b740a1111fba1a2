import { textAt, type Typed } from '../forms/field';
import type { Form } from '../forms/form';
import type { Forms } from '../forms/forms.service';
import { Redirect, View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import type { Draft } from './draft';
import { hasAny, type ReferralForms } from './referral-forms';
import { after, STEPS, type Step } from './steps';

/** What was typed, without what the form itself says. */
export const typedOf = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith('_')));

export const markingOf = (draft: Draft | undefined) => textAt(draft?.steps['about'] ?? {}, 'marking') || undefined;

export function pageOfStep(
  step: Step,
  form: Form,
  draft: Draft | undefined,
  { status = 200, isChange = false } = {},
): View {
  const at = draft ? `/referrals/${draft.id}` : '/referrals/new';
  const nth = STEPS.indexOf(step);
  return new View(
    'referrals/step.njk',
    {
      step,
      form,
      draft,
      number: nth + 1,
      count: STEPS.length + 2,
      action: draft ? `${at}/${step.name}${isChange ? '?change=yes' : ''}` : at,
      back: isChange ? `${at}/check` : nth > 0 ? `${at}/${STEPS[nth - 1]?.name}` : '/referrals',
      pageMarking: markingOf(draft),
    },
    status,
  );
}

interface Saved {
  readonly draft: Draft;
  readonly step: Step;
  readonly typed: Typed;
  /** Whether its author came from the look at all answers, and goes back there. */
  readonly isChange?: boolean;
}

/** Goes on from a step that has been kept: back to it where something is wrong, unless its author leaves it for later. */
export async function saved(
  request: WebRequest,
  forms: Forms,
  referrals: ReferralForms,
  { draft, step, typed, isChange = false }: Saved,
): Promise<Answer> {
  if (textAt(typed, '_later') !== '') {
    request.session.notice = {
      kind: 'success',
      text: 'Your draft is kept for 30 days. Go on with it whenever you like.',
    };
    return new Redirect('/referrals');
  }
  const { errors } = await referrals.step(step, typed, draft);
  if (!hasAny(errors)) return new Redirect(`/referrals/${draft.id}/${isChange ? 'check' : after(step)}`);
  const form = { ...forms.again(request, await referrals.ofStep(step, typed), typed), errors };
  return pageOfStep(step, form, draft, { status: 400, isChange });
}
