import { Body, Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import type { Me } from '../../api/people/me.schema';
import type { WorklistPage } from '../../api/operations/worklist.schema';
import { spelt } from '../../../domain/access/rules';
import { lifecycle } from '../../../domain/operation/lifecycle.v1';
import { textAt, type Typed } from '../forms/field';
import { Forms } from '../forms/forms.service';
import { Redirect, View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { Drafts } from './drafts.service';
import { ReferralForms } from './referral-forms';
import { pageOfStep, saved, typedOf } from './step-page';
import { FIRST } from './steps';

@Controller('referrals')
export class DraftsController {
  constructor(
    private readonly drafts: Drafts,
    private readonly forms: Forms,
    private readonly referrals: ReferralForms,
  ) {}

  /** What its reader has begun, and what is open and waits to be submitted. */
  @Get()
  async list(@Req() { api, me }: WebRequest): Promise<Answer> {
    const [drafts, open] = await Promise.all([
      this.drafts.of(me.id),
      api.get<WorklistPage>('/api/v1/operations', { stage: 'referral', limit: 20 }),
    ]);
    return new View('referrals/list.njk', { drafts, open: open.items, mayOpen: mayOpen(me) });
  }

  /** The first page of a new referral: nothing is kept until it is sent. Who may not open one is told before they type. */
  @Get('new')
  async begin(@Req() request: WebRequest): Promise<Answer> {
    if (!mayOpen(request.me)) return new View('errors/forbidden.njk', { problem: { detail: WHO_OPENS } }, 403);
    const before = await this.forms.typedBefore(request);
    const fields = await this.referrals.ofStep(FIRST, before.typed);
    const form = this.forms.begun(request, fields, { prefilled: { leadForce: request.me.force } }, before);
    return pageOfStep(FIRST, form, undefined);
  }

  @Post('new')
  async begun(@Req() request: WebRequest, @Body() typed: Typed): Promise<Answer> {
    // By the form's own key, so that a button that is pressed twice begins one draft.
    const id = textAt(typed, '_key');
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new NotFoundException();
    const before = await this.drafts.one(request.me.id, id);
    const now = new Date().toISOString();
    const draft = await this.drafts.keep(request.me.id, {
      ...(before ?? { id, begunAt: now, changedAt: now, subjects: [], steps: {} }),
      steps: { ...before?.steps, [FIRST.name]: typedOf(typed) },
    });
    return saved(request, this.forms, this.referrals, { draft, step: FIRST, typed });
  }

  @Get(':draft/delete')
  async asked(@Req() { me }: WebRequest, @Param('draft') id: string): Promise<Answer> {
    const draft = await this.drafts.one(me.id, id);
    if (!draft) throw new NotFoundException();
    return new View('referrals/delete.njk', { draft, pageMarking: textAt(draft.steps['about'] ?? {}, 'marking') });
  }

  @Post(':draft/delete')
  async deleted(@Req() { me, session }: WebRequest, @Param('draft') id: string): Promise<Answer> {
    await this.drafts.forget(me.id, id);
    session.notice = { kind: 'success', text: 'The draft is deleted' };
    return new Redirect('/referrals');
  }
}

const { roles: OPENERS } = lifecycle.openReferral;
const WHO_OPENS = `A referral is opened by a ${spelt(OPENERS)}.`;
const mayOpen = ({ roles }: Me) => OPENERS.some((role) => roles.includes(role));
