import { Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import { LIST_KEEPERS, mayGive } from '../../../domain/access/rules';
import type { SupportNeed, SupportNeedList } from '../../api/support-needs/support-need.schema';
import { Schemas } from '../api-client/schemas';
import type { Field } from '../forms/field';
import { fieldsOf } from '../forms/fields-of';
import { FormPages, type FormPage } from '../forms/form-pages.service';
import { saidOtherwise } from '../forms/said-otherwise';
import { typedOf } from '../forms/typed-of';
import { View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { refuseTaken } from './refuse-taken';

const NEEDS = '/api/v1/support-needs';
const BACK = { href: '/settings/support-needs', text: 'Themes of the support-need assessment' };
const CODE: Field = {
  kind: 'text',
  path: 'code',
  id: 'code',
  label: 'Code',
  hint: 'Small letters and hyphens, such as legal-advice. It stays for ever.',
  required: true,
  writesNull: false,
  maxLength: undefined,
  restricted: false,
};
const SAID = {
  retired: { label: 'Is it retired?', hint: 'A theme that is retired is no longer offered; assessments keep it' },
};

/** Themes of the support-need assessment: what a potential victim is asked about. */
@Controller('settings/support-needs')
export class SupportNeedsController {
  constructor(
    private readonly schemas: Schemas,
    private readonly pages: FormPages,
  ) {}

  @Get()
  async list(@Req() { api, me }: WebRequest): Promise<Answer> {
    const { items } = await api.get<SupportNeedList>(NEEDS);
    return new View('settings/support-needs.njk', { items, mayKeep: mayGive(me, LIST_KEEPERS) });
  }

  @Get('new')
  async begin(@Req() request: WebRequest): Promise<Answer> {
    return this.pages.show(request, await this.making(request));
  }

  @Post('new')
  async make(@Req() request: WebRequest): Promise<Answer> {
    return this.pages.send(request, await this.making(request));
  }

  @Get(':code')
  async look(@Req() request: WebRequest, @Param('code') code: string): Promise<Answer> {
    return this.pages.show(request, await this.changing(request, code));
  }

  @Post(':code')
  async change(@Req() request: WebRequest, @Param('code') code: string): Promise<Answer> {
    return this.pages.send(request, await this.changing(request, code));
  }

  private async making({ api }: WebRequest): Promise<FormPage<SupportNeed>> {
    const [schema, { items }] = await Promise.all([
      this.schemas.bodyOf('putSupportNeed'),
      api.get<SupportNeedList>(NEEDS),
    ]);
    return {
      title: 'Add a theme',
      back: BACK,
      submit: 'Add',
      fields: (typed) => [
        CODE,
        ...saidOtherwise(fieldsOf(schema, { typed }), SAID).filter(({ path }) => path !== 'retired'),
      ],
      prefilled: typedOf({ position: Math.max(0, ...items.map(({ position }) => position)) + 1 }),
      send: (body) => {
        const { code, ...need } = body as { readonly code: string; readonly title: string };
        refuseTaken(
          'code',
          'theme',
          items.find((one) => one.code === code),
          need,
        );
        return api.put<SupportNeed>(addressOf(code), need);
      },
      done: ({ title }) => ({ notice: `“${title}” is offered from now on`, to: BACK.href }),
    };
  }

  private async changing({ api }: WebRequest, code: string): Promise<FormPage<SupportNeed>> {
    const [schema, { items }] = await Promise.all([
      this.schemas.bodyOf('putSupportNeed'),
      api.get<SupportNeedList>(NEEDS),
    ]);
    const need = items.find((one) => one.code === code);
    if (!need) throw new NotFoundException();
    const { title, position, retired, version } = need;
    return {
      title: `Change the theme “${title}”`,
      back: BACK,
      submit: 'Save',
      version,
      asItIs: [
        { label: 'Title', text: title },
        { label: 'Position', text: String(position) },
        { label: 'Retired', text: retired ? 'Yes' : 'No' },
      ],
      fields: (typed) => saidOtherwise(fieldsOf(schema, { typed }), SAID),
      prefilled: typedOf({ title, position, retired }),
      send: (body, _, seen) => api.put<SupportNeed>(addressOf(code), body, { version: seen }),
      done: (saved) => ({
        notice: saved.retired ? `“${saved.title}” is no longer offered` : `“${saved.title}” is saved`,
        to: BACK.href,
      }),
    };
  }
}

const addressOf = (code: string) => `${NEEDS}/${encodeURIComponent(code)}`;
