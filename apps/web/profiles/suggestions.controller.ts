import { Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import type { Settled, SuggestionList } from '../../api/profiles/suggestions.schema';
import { Schemas } from '../api-client/schemas';
import { FormPages, type FormPage } from '../forms/form-pages.service';
import { fieldsOf } from '../forms/fields-of';
import { saidOtherwise } from '../forms/said-otherwise';
import type { Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { suggestionAt, SUGGESTIONS } from './addresses';

const BACK = { href: '/profiles', text: 'Profiles' };
/** What the API takes where nothing else is said. */
const USUAL = {
  marking: 'OFFICIAL-SENSITIVE',
  'grade.sourceEvaluation': '1',
  'grade.intelligenceAssessment': 'C',
  'grade.handlingCode': 'P',
};

/** Whom a profiling suggests for a referral: it is opened, or somebody says why not. */
@Controller('profiles/suggestions/:id')
export class SuggestionsController {
  constructor(
    private readonly schemas: Schemas,
    private readonly pages: FormPages,
  ) {}

  @Get('referral')
  async look(@Req() request: WebRequest, @Param('id') id: string): Promise<Answer> {
    return this.pages.show(request, await this.referral(request, id));
  }

  @Post('referral')
  async open(@Req() request: WebRequest, @Param('id') id: string): Promise<Answer> {
    return this.pages.send(request, await this.referral(request, id));
  }

  @Get('decline')
  async consider(@Req() request: WebRequest, @Param('id') id: string): Promise<Answer> {
    return this.pages.show(request, await this.declining(request, id));
  }

  @Post('decline')
  async decline(@Req() request: WebRequest, @Param('id') id: string): Promise<Answer> {
    return this.pages.send(request, await this.declining(request, id));
  }

  private async referral(request: WebRequest, id: string): Promise<FormPage<Settled>> {
    const { api, method } = request;
    const [schema, suggestion] = await Promise.all([this.schemas.bodyOf('openSuggestedReferral'), found(request, id)]);
    return {
      title: 'Open the suggested referral',
      back: BACK,
      submit: 'Open the referral',
      template: 'profiles/suggestion.njk',
      data: { suggestion },
      fields: (typed) => saidOtherwise(fieldsOf(schema, { typed }), { grounds: { label: 'Grounds' } }),
      prefilled: method === 'GET' ? { ...USUAL, grounds: suggestion?.grounds ?? '' } : {},
      send: (body, key) => api.post<Settled>(suggestionAt(id, '/referral'), body, { key }),
      done: ({ operation }) => ({
        notice: 'The referral is open. Look through it, then submit it',
        to: operation === null ? '/profiles' : `/operations/${operation}`,
      }),
    };
  }

  private async declining(request: WebRequest, id: string): Promise<FormPage<Settled>> {
    const { api } = request;
    const [schema, suggestion] = await Promise.all([
      this.schemas.bodyOf('declineReferralSuggestion'),
      found(request, id),
    ]);
    return {
      title: 'Say why no referral is opened',
      back: BACK,
      submit: 'Open no referral',
      template: 'profiles/suggestion.njk',
      data: { suggestion },
      fields: (typed) => fieldsOf(schema, { typed }),
      send: (body, key) => api.post<Settled>(suggestionAt(id, '/decline'), body, { key }),
      done: () => ({ notice: 'It is not suggested again', to: '/profiles' }),
    };
  }
}

/** One that nobody has settled; whoever sends a form again may find it settled by themselves. */
async function found({ api, method }: WebRequest, id: string): Promise<SuggestionList['items'][number] | undefined> {
  const { items } = await api.get<SuggestionList>(SUGGESTIONS);
  const suggestion = items.find((one) => one.id === id);
  if (!suggestion && method === 'GET') throw new NotFoundException();
  return suggestion;
}
