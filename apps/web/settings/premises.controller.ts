import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { MARKINGS, type Marking } from '../../../domain/operation/codes';
import type { PremisesRule } from '../../../domain/translation/premises-rule.schema';
import type { Field } from '../forms/field';
import { FormPages, type FormPage } from '../forms/form-pages.service';
import type { Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { codeText } from '../words/codes';
import { chosenForce } from './of-force';
import { providerName, readProviders } from './providers.controller';

const TITLE = 'What may leave the force’s machines';
/** Of a choice, where nothing may. */
const NOTHING = 'nothing';
const MEANS: Readonly<Record<Marking, string>> = {
  OFFICIAL: 'Messages of operations that are marked OFFICIAL, and no others',
  'OFFICIAL-SENSITIVE': 'Messages of operations up to OFFICIAL-SENSITIVE',
  SECRET: 'Messages of operations up to SECRET',
  'TOP SECRET': 'Messages of every operation',
};
const LIMIT: Field = {
  kind: 'choice',
  path: 'mayLeaveUpTo',
  id: 'mayLeaveUpTo',
  label: 'What may be sent to a provider that is not on the force’s own machines?',
  hint: undefined,
  required: true,
  writesNull: false,
  numeric: false,
  many: false,
  options: [
    {
      value: NOTHING,
      text: 'Nothing',
      hint: 'Messages are put into English on the force’s own machines, or by people',
    },
    ...MARKINGS.map((marking) => ({ value: marking, text: `Up to ${marking}`, hint: MEANS[marking] })),
  ],
};

/** What of a force's phone extracts may be sent beyond its own machines to be put into English. */
@Controller('settings/premises')
export class PremisesController {
  constructor(private readonly pages: FormPages) {}

  @Get()
  choose(@Req() request: WebRequest): Answer {
    return chosenForce(request, TITLE, '/settings/premises');
  }

  @Get(':force')
  async look(@Req() request: WebRequest, @Param('force') force: string): Promise<Answer> {
    return this.pages.show(request, await this.deciding(request, force));
  }

  @Post(':force')
  async decide(@Req() request: WebRequest, @Param('force') force: string): Promise<Answer> {
    return this.pages.send(request, await this.deciding(request, force));
  }

  private async deciding({ api }: WebRequest, force: string): Promise<FormPage<PremisesRule>> {
    const address = `/api/v1/premises-rules/${encodeURIComponent(force)}`;
    const [rule, providers] = await Promise.all([api.get<PremisesRule>(address), readProviders(api)]);
    return {
      title: TITLE,
      caption: codeText(force, 'force'),
      back: { href: '/settings', text: 'Settings' },
      submit: 'Save',
      template: 'settings/premises.njk',
      data: { beyond: providers.filter(({ leavesPremises }) => leavesPremises).map(({ id }) => providerName(id)) },
      fields: () => [LIMIT],
      prefilled: { mayLeaveUpTo: rule.mayLeaveUpTo ?? NOTHING },
      send: (body) => {
        const { mayLeaveUpTo } = body as { readonly mayLeaveUpTo: string };
        return api.put<PremisesRule>(address, { mayLeaveUpTo: mayLeaveUpTo === NOTHING ? null : mayLeaveUpTo });
      },
      done: ({ mayLeaveUpTo }) => ({
        notice:
          mayLeaveUpTo === null
            ? 'Nothing leaves the force’s machines from now on'
            : `Messages up to ${mayLeaveUpTo} may leave the force’s machines from now on`,
        to: `/settings/premises/${force}`,
      }),
    };
  }
}
