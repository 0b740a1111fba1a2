import { Body, Controller, Get, NotFoundException, Param, Post, Query, Req } from '@nestjs/common';
import type { Typed } from '../forms/field';
import { Forms } from '../forms/forms.service';
import { Redirect, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { openDraft } from './open-draft';
import { Drafts } from './drafts.service';
import { ReferralForms } from './referral-forms';
import { pageOfStep, saved, typedOf } from './step-page';
import { stepNamed, type Step } from './steps';

/** A page of questions of a referral that is begun. */
@Controller('referrals/:draft')
export class StepController {
  constructor(
    private readonly drafts: Drafts,
    private readonly forms: Forms,
    private readonly referrals: ReferralForms,
  ) {}

  /** Goes on with a draft, at the first page that something is missing on. */
  @Get()
  async resume(@Req() { me }: WebRequest, @Param('draft') id: string): Promise<Answer> {
    const draft = await openDraft(this.drafts, me.id, id);
    if (draft instanceof Redirect) return draft;
    const { steps, subjects } = await this.referrals.unfinished(draft);
    const at = steps[0]?.name ?? (subjects[0] ? `subjects/${subjects[0].id}` : 'check');
    return new Redirect(`/referrals/${id}/${at}`);
  }

  @Get(':step')
  async show(
    @Req() request: WebRequest,
    @Param('draft') id: string,
    @Param('step') name: string,
    @Query('change') change: string | undefined,
  ): Promise<Answer> {
    const step = required(name);
    const draft = await openDraft(this.drafts, request.me.id, id);
    if (draft instanceof Redirect) return draft;
    const before = await this.forms.typedBefore(request);
    const prefilled = draft.steps[step.name] ?? {};
    const fields = await this.referrals.ofStep(step, { ...prefilled, ...before.typed });
    const form = this.forms.begun(request, fields, { prefilled }, before);
    return pageOfStep(step, form, draft, { isChange: change !== undefined });
  }

  @Post(':step')
  async keep(
    @Req() request: WebRequest,
    @Param('draft') id: string,
    @Param('step') name: string,
    @Query('change') change: string | undefined,
    @Body() typed: Typed,
  ): Promise<Answer> {
    const step = required(name);
    const person = request.me.id;
    const draft = await this.drafts.alone(id, async () => {
      const found = await openDraft(this.drafts, person, id);
      if (found instanceof Redirect) return found;
      return this.drafts.keep(person, { ...found, steps: { ...found.steps, [step.name]: typedOf(typed) } });
    });
    if (draft instanceof Redirect) return draft;
    return saved(request, this.forms, this.referrals, { draft, step, typed, isChange: change !== undefined });
  }
}

function required(name: string): Step {
  const step = stepNamed(name);
  if (!step) throw new NotFoundException();
  return step;
}
