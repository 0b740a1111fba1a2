import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { Form } from '../forms/form';
import { Forms } from '../forms/forms.service';
import { Redirect, View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { referenceOf, type Draft } from './draft';
import { Drafts } from './drafts.service';
import { findDraft } from './open-draft';
import { ReferralForms } from './referral-forms';
import { Sending } from './sending.service';
import { shownSteps, shownSubject } from './shown-draft';
import { markingOf } from './step-page';

/** The look at all answers, and the sending. */
@Controller('referrals/:draft/check')
export class CheckController {
  constructor(
    private readonly drafts: Drafts,
    private readonly forms: Forms,
    private readonly referrals: ReferralForms,
    private readonly sending: Sending,
  ) {}

  @Get()
  async check(@Req() request: WebRequest, @Param('draft') id: string): Promise<Answer> {
    const draft = await findDraft(this.drafts, request.me.id, id);
    if (draft instanceof Redirect) return draft;
    const before = await this.forms.typedBefore(request);
    return this.page(draft, this.forms.begun(request, [], {}, before), 200);
  }

  /** Opens the referral, or goes on with opening it. Two presses are one after the other, and the second finds it done. */
  @Post()
  async send(@Req() request: WebRequest, @Param('draft') id: string): Promise<Answer> {
    const { api, me, session } = request;
    return this.drafts.alone(id, async () => {
      const draft = await findDraft(this.drafts, me.id, id);
      if (draft instanceof Redirect) return draft;
      const form = await this.forms.send(request, {
        fields: [],
        send: async () => {
          const { steps, subjects } = await this.referrals.unfinished(draft);
          return steps.length + subjects.length > 0 ? undefined : this.sending.send(api, me.id, draft);
        },
      });
      if (!form.done) return this.page((await this.drafts.one(me.id, id)) ?? draft, form.form, form.status);
      const sent = form.answer;
      const reference = sent && referenceOf(sent);
      if (reference === undefined || sent?.acts?.some(({ done }) => !done?.recorded))
        return this.page(sent ?? draft, this.forms.again(request, [], {}), 422);
      await this.drafts.become(me.id, id, reference);
      session.notice = { kind: 'success', text: `Recorded: the referral is open as ${reference}` };
      return new Redirect(`/operations/${reference}`);
    });
  }

  /** Leaves what was not taken, to be recorded in the operation itself. */
  @Post('leave')
  async leave(@Req() { me }: WebRequest, @Param('draft') id: string): Promise<Answer> {
    const draft = await findDraft(this.drafts, me.id, id);
    if (draft instanceof Redirect) return draft;
    const reference = referenceOf(draft);
    if (reference === undefined) return new Redirect(`/referrals/${id}/check`);
    await this.drafts.become(me.id, id, reference);
    return new Redirect(`/operations/${reference}`);
  }

  private async page(draft: Draft, form: Form, status: number): Promise<View> {
    const [steps, subjects] = await Promise.all([
      shownSteps(draft, this.referrals),
      Promise.all(draft.subjects.map((one) => shownSubject(one, this.referrals))),
    ]);
    const acts = draft.acts ?? [];
    return new View(
      'referrals/check.njk',
      {
        ...{ draft, form, steps, subjects, pageMarking: markingOf(draft), reference: referenceOf(draft) },
        isUnfinished: [...steps, ...subjects].some((part) => part.isUnfinished),
        isSending: acts.length > 0,
        refused: acts.flatMap(({ command, done }) => (done && !done.recorded ? [{ command, why: done.why }] : [])),
        left: acts.filter(({ done }) => !done).length,
      },
      status,
    );
  }
}
