import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, NotFoundException, Param, Post, Query, Req } from '@nestjs/common';
import { textAt, type Typed } from '../forms/field';
import type { Form } from '../forms/form';
import { Forms } from '../forms/forms.service';
import { Redirect, View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import type { Draft } from './draft';
import { Drafts } from './drafts.service';
import { hitsFor, type Hits } from './hits';
import { openDraft } from './open-draft';
import { hasAny, ReferralForms } from './referral-forms';
import { shownSubject } from './shown-draft';
import { markingOf, typedOf } from './step-page';
import { STEPS } from './steps';

const NEW = 'new';

/** Whom a referral is about. */
@Controller('referrals/:draft/subjects')
export class SubjectsController {
  constructor(
    private readonly drafts: Drafts,
    private readonly forms: Forms,
    private readonly referrals: ReferralForms,
  ) {}

  @Get()
  async list(@Req() { me }: WebRequest, @Param('draft') id: string): Promise<Answer> {
    const draft = await openDraft(this.drafts, me.id, id);
    if (draft instanceof Redirect) return draft;
    const [number, count] = [STEPS.length + 1, STEPS.length + 2];
    const subjects = await Promise.all(draft.subjects.map((one) => shownSubject(one, this.referrals)));
    return new View('referrals/subjects.njk', { draft, subjects, number, count, pageMarking: markingOf(draft) });
  }

  @Get(':subject')
  async show(
    @Req() request: WebRequest,
    @Param('draft') id: string,
    @Param('subject') subject: string,
  ): Promise<Answer> {
    const draft = await openDraft(this.drafts, request.me.id, id);
    if (draft instanceof Redirect) return draft;
    const before = await this.forms.typedBefore(request);
    const prefilled = subject === NEW ? {} : (draft.subjects.find((one) => one.id === subject)?.typed ?? absent());
    const fields = await this.referrals.ofSubject({ ...prefilled, ...before.typed });
    return page(draft, subject, this.forms.begun(request, fields, { prefilled }, before), {});
  }

  @Post(':subject')
  async keep(
    @Req() request: WebRequest,
    @Param('draft') id: string,
    @Param('subject') subject: string,
    @Query('change') change: string | undefined,
    @Body() typed: Typed,
  ): Promise<Answer> {
    const person = request.me.id;
    const again = async (
      draft: Draft,
      now: Typed,
      rest: { errors?: Form['errors']; status?: number; hits?: Hits } = {},
    ) => {
      const form = this.forms.again(request, await this.referrals.ofSubject(now), now);
      return page(draft, subject, { ...form, errors: rest.errors ?? {} }, rest.hits ?? {}, rest.status);
    };
    const found = await openDraft(this.drafts, person, id);
    if (found instanceof Redirect) return found;
    const changed = this.forms.changedRows(typed);
    if (changed) return again(found, changed);
    if (textAt(typed, '_check') !== '') return again(found, typed, { hits: await hitsFor(request.api, typed) });
    const isLater = textAt(typed, '_later') !== '';
    const { errors } = await this.referrals.subject(typed);
    if (hasAny(errors) && !isLater) return again(found, typed, { errors, status: 400 });
    // By the form's own key, so that a button that is pressed twice adds one subject.
    const name = subject === NEW ? textAt(typed, '_key') || randomUUID() : subject;
    const kept = await this.drafts.alone(id, () => this.put(person, id, name, typedOf(typed)));
    if (kept instanceof Redirect) return kept;
    if (isLater) {
      request.session.notice = {
        kind: 'success',
        text: 'Your draft is kept for 30 days. Go on with it whenever you like.',
      };
      return new Redirect('/referrals');
    }
    return new Redirect(`/referrals/${id}/${change === undefined ? 'subjects' : 'check'}`);
  }

  @Post(':subject/remove')
  async remove(
    @Req() { me, session }: WebRequest,
    @Param('draft') id: string,
    @Param('subject') subject: string,
  ): Promise<Answer> {
    const kept = await this.drafts.alone(id, () => this.put(me.id, id, subject, undefined));
    if (kept instanceof Redirect) return kept;
    session.notice = { kind: 'success', text: 'The subject is removed from your draft' };
    return new Redirect(`/referrals/${id}/subjects`);
  }

  /** Puts a subject into a draft, in the place of the one that had its name; or takes it out. */
  private async put(person: string, id: string, name: string, typed: Typed | undefined): Promise<Draft | Redirect> {
    const draft = await openDraft(this.drafts, person, id);
    if (draft instanceof Redirect) return draft;
    const isThere = draft.subjects.some((one) => one.id === name);
    const subjects = draft.subjects.flatMap((one) => (one.id !== name ? [one] : typed ? [{ id: name, typed }] : []));
    return this.drafts.keep(person, {
      ...draft,
      subjects: isThere || !typed ? subjects : [...subjects, { id: name, typed }],
    });
  }
}

function absent(): never {
  throw new NotFoundException();
}

function page(draft: Draft, subject: string, form: Form, hits: Hits, status = 200): View {
  const back = `/referrals/${draft.id}/subjects`;
  const shown = { draft, form, hits, back, pageMarking: markingOf(draft) };
  return new View('referrals/subject.njk', { ...shown, isNew: subject === NEW }, status);
}
