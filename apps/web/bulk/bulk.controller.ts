import { Controller, Get, NotFoundException, Param, Post, Query, Req } from '@nestjs/common';
import { BULK_OUTCOMES, BULK_STEPS, type BulkStep } from '../../../domain/operation/bulk';
import type { BulkAct, BulkPage, BulkView } from '../../api/bulk/bulk.schema';
import { withQuery } from '../api-client/api';
import type { Typed } from '../forms/field';
import { FormPages } from '../forms/form-pages.service';
import type { Form } from '../forms/form';
import { Forms } from '../forms/forms.service';
import { nextPage } from '../http/next-page';
import { Redirect, View, type Answer } from '../http/view';
import { oversightTabs } from '../oversight/tabs';
import type { WebRequest } from '../session/session';
import { BULK } from './addresses';
import { addressed, Beginning, commandIn, offeredTo } from './beginning.service';

type Asked = Readonly<Record<string, string | undefined>>;

/** One command for many operations, with one reason. */
@Controller('bulk')
export class BulkController {
  constructor(
    private readonly forms: Forms,
    private readonly pages: FormPages,
    private readonly beginning: Beginning,
  ) {}

  /** The reader's own acts, newest first. */
  @Get()
  async list(@Req() { api, me, path }: WebRequest, @Query('cursor') cursor?: string): Promise<Answer> {
    const page = await api.get<BulkPage>(BULK, { cursor });
    return new View('bulk/list.njk', {
      ...{ tabs: oversightTabs(me, path), acts: page.items, next: nextPage('/bulk', {}, page.next) },
    });
  }

  /** Which command, and to which operations; then what it says. */
  @Get('new')
  async ask(@Req() request: WebRequest): Promise<Answer> {
    const { me, path } = request;
    const query = request.query as Typed;
    // Lists name each operation for itself.
    if (Array.isArray(query['operations']) || 'release' in query)
      return new Redirect(withQuery('/bulk/new', addressed(query)));
    const command = commandIn(request);
    if (command) return this.pages.show(request, await this.beginning.of(request, command));
    return new View('bulk/choose.njk', { tabs: oversightTabs(me, path), typed: query, commands: offeredTo(me) });
  }

  @Post('new')
  async begin(@Req() request: WebRequest): Promise<Answer> {
    const command = commandIn(request);
    if (!command) throw new NotFoundException();
    return this.pages.send(request, await this.beginning.of(request, command));
  }

  /** How far an act is, operation by operation. */
  @Get(':id')
  async one(@Req() request: WebRequest, @Param('id') id: string, @Query() query: Asked): Promise<Answer> {
    const before = await this.forms.typedBefore(request);
    const form = this.forms.begun(request, [], {}, before);
    return this.shown(request, id, { query, form: before.kept ? { ...form, said: PRESSED } : form, status: 200 });
  }

  /** The same page at the address of a step: whoever had to sign in first comes back to it, and after a refusal it looks at itself. */
  @Get(':id/:step')
  async again(
    @Req() request: WebRequest,
    @Param('id') id: string,
    @Param('step') step: string,
    @Query() query: Asked,
  ): Promise<Answer> {
    if (!isStep(step)) throw new NotFoundException();
    return this.one(request, id, query);
  }

  @Post(':id/:step')
  async steer(@Req() request: WebRequest, @Param('id') id: string, @Param('step') step: string): Promise<Answer> {
    if (!isStep(step)) throw new NotFoundException();
    const sent = await this.forms.send(request, {
      fields: [],
      send: (body, key) => request.api.post<BulkAct>(`${BULK}/${encodeURIComponent(id)}/${step}`, body, { key }),
    });
    if (!sent.done) return this.shown(request, id, { query: {}, form: sent.form, status: sent.status });
    request.session.notice = { kind: 'success', text: SAID[step] };
    return new Redirect(`/bulk/${id}`);
  }

  private async shown(
    { api, me, path }: WebRequest,
    id: string,
    { query, form, status }: { readonly query: Asked; readonly form: Form; readonly status: number },
  ): Promise<View> {
    const asked = { status: query['status'] || undefined };
    const address = `${BULK}/${encodeURIComponent(id)}`;
    const act = await api.get<BulkView>(address, { ...asked, cursor: query['cursor'], limit: 100 });
    const total = Object.values(act.counts).reduce((sum, count) => sum + count, 0);
    const data = {
      ...{ tabs: oversightTabs(me, path), act, asked, form, total, settled: total - act.counts.waiting },
      ...{ outcomes: BULK_OUTCOMES, steps: STEPS[act.state] ?? [], next: nextPage(`/bulk/${id}`, asked, act.next) },
    };
    return new View('bulk/one.njk', data, status);
  }
}

/** What can be done with an act, by its state. */
const STEPS: Readonly<Record<string, readonly BulkStep[]>> = {
  running: ['pause', 'cancel'],
  paused: ['resume', 'cancel'],
};
const SAID: Readonly<Record<BulkStep, string>> = {
  pause: 'Paused. The operation that it was at has its turn first.',
  resume: 'It goes on.',
  cancel: 'Cancelled. What was recorded stays; nothing more is done.',
};
/** Nothing is typed into a step: of who comes back, it is only known that they pressed it. */
const PRESSED =
  'What you pressed may not have been taken. See how far it is now, and press it again if you still mean it.';
const isStep = (step: string): step is BulkStep => Object.hasOwn(BULK_STEPS, step);
