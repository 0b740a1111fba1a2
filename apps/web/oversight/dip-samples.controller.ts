import { Controller, Get, NotFoundException, Param, Post, Query, Req } from '@nestjs/common';
import type { DipDraw, DipPage, DipView } from '../../api/dip-samples/dip-sample.schema';
import { Schemas } from '../api-client/schemas';
import { fieldsOf } from '../forms/fields-of';
import { FormPages, type FormPage } from '../forms/form-pages.service';
import { saidOtherwise } from '../forms/said-otherwise';
import { nextPage } from '../http/next-page';
import { View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { day, moment } from '../words/times';
import { personText } from '../words/people';
import { oversightTabs } from './tabs';

const SAMPLES = '/api/v1/dip-samples';
const PAGES = '/oversight/dip-samples';

/** What a draw asks, in words. */
const WORDS = {
  count: { label: 'How many operations do you want?', hint: 'Up to 50. Five take about an hour to look into.' },
  stage: { label: 'Only operations in this stage', hint: undefined },
  threatArea: { label: 'Only operations of this threat area', hint: undefined },
  from: { label: 'Only referrals opened on this day or later', hint: undefined },
  to: { label: 'Only referrals opened on this day or before', hint: undefined },
};

@Controller('oversight/dip-samples')
export class DipSamplesController {
  constructor(
    private readonly pages: FormPages,
    private readonly schemas: Schemas,
  ) {}

  /** All samples of the force, newest first. */
  @Get()
  async list(@Req() { api, me, path }: WebRequest, @Query('cursor') cursor?: string): Promise<Answer> {
    const page = await api.get<DipPage>(SAMPLES, { cursor });
    return new View('oversight/dip-samples.njk', {
      ...{ tabs: oversightTabs(me, path), samples: page.items, next: nextPage(PAGES, {}, page.next) },
    });
  }

  @Get('new')
  async ask(@Req() request: WebRequest): Promise<Answer> {
    return this.pages.show(request, await this.drawing(request));
  }

  @Post('new')
  async draw(@Req() request: WebRequest): Promise<Answer> {
    return this.pages.send(request, await this.drawing(request));
  }

  /** One sample: what was drawn, what was found, and what is left to do. */
  @Get(':id')
  async one(@Req() { api, me, path }: WebRequest, @Param('id') id: string): Promise<Answer> {
    return new View('oversight/dip-sample.njk', { tabs: oversightTabs(me, path), sample: await sampleOf(api, id) });
  }

  /** The draw, repeated. */
  @Get(':id/draw')
  async repeated(@Req() { api, me, path }: WebRequest, @Param('id') id: string): Promise<Answer> {
    const [sample, draw] = await Promise.all([sampleOf(api, id), api.get<DipDraw>(`${at(id)}/draw`)]);
    return new View('oversight/dip-draw.njk', { tabs: oversightTabs(me, path), sample, draw });
  }

  @Get(':id/reviews/:reference')
  async look(
    @Req() request: WebRequest,
    @Param('id') id: string,
    @Param('reference') reference: string,
  ): Promise<Answer> {
    return this.pages.show(request, await this.reviewing(request, id, reference));
  }

  @Post(':id/reviews/:reference')
  async review(
    @Req() request: WebRequest,
    @Param('id') id: string,
    @Param('reference') reference: string,
  ): Promise<Answer> {
    return this.pages.send(request, await this.reviewing(request, id, reference));
  }

  @Get(':id/sign-off')
  async confirm(@Req() request: WebRequest, @Param('id') id: string): Promise<Answer> {
    return this.pages.show(request, await this.signing(request, id));
  }

  @Post(':id/sign-off')
  async signOff(@Req() request: WebRequest, @Param('id') id: string): Promise<Answer> {
    return this.pages.send(request, await this.signing(request, id));
  }

  private async drawing({ api }: WebRequest): Promise<FormPage<DipView>> {
    const schema = await this.schemas.bodyOf('drawDipSample');
    return {
      title: 'Draw a dip sample',
      back: { href: PAGES, text: 'Dip samples' },
      submit: 'Draw',
      says: [
        'Which operations come is left to chance, and the draw is kept, so that anybody can check it. No draw can be taken back.',
      ],
      fields: (typed) => saidOtherwise(fieldsOf(schema, { typed }), WORDS),
      send: (body, key) => api.post<DipView>(SAMPLES, body, { key }),
      done: ({ id }) => ({ notice: 'Drawn. Review each operation, then sign the sample off.', to: `${PAGES}/${id}` }),
    };
  }

  private async reviewing({ api }: WebRequest, id: string, reference: string): Promise<FormPage<DipView>> {
    const [sample, schema] = await Promise.all([sampleOf(api, id), this.schemas.bodyOf('reviewDipOperation')]);
    const item = sample.items.find((one) => one.reference === reference);
    if (!item) throw new NotFoundException();
    return {
      title: `Review ${item.codename === null ? reference : `Operation ${item.codename}`}`,
      caption: `Dip sample of ${day(sample.drawn.at)}`,
      back: { href: `${PAGES}/${id}`, text: `Dip sample of ${day(sample.drawn.at)}` },
      submit: 'Record the review',
      template: 'oversight/dip-review.njk',
      data: { sample, item },
      version: item.version,
      asItIs: item.reviews.slice(-1).map(({ by, at: when, note }) => ({
        ...{ label: `${personText(by)}, ${moment(when)}`, text: note.text ?? 'Its text is not there any more.' },
      })),
      fields: (typed) => fieldsOf(schema, { typed }).filter(({ path }) => path !== 'operation'),
      send: (body, key, version) =>
        api.post<DipView>(`${at(id)}/reviews`, { ...body, operation: reference }, { key, version }),
      done: () => ({ notice: `Reviewed: ${reference}`, to: `${PAGES}/${id}` }),
    };
  }

  private async signing({ api }: WebRequest, id: string): Promise<FormPage<DipView>> {
    const { counts, drawn } = await sampleOf(api, id);
    return {
      title: 'Sign off this dip sample',
      back: { href: `${PAGES}/${id}`, text: `Dip sample of ${day(drawn.at)}` },
      submit: 'Sign off',
      isWarning: true,
      says: [
        'Once it is signed off, nobody can change it any more.',
        `Reviewed: ${counts.reviewed} of ${counts.operations}. Needing action: ${counts.actionNeeded}.`,
      ],
      fields: () => [],
      send: (body, key) => api.post<DipView>(`${at(id)}/sign-off`, body, { key }),
      done: () => ({ notice: 'Signed off. It cannot be changed any more.', to: `${PAGES}/${id}` }),
    };
  }
}

const at = (id: string) => `${SAMPLES}/${encodeURIComponent(id)}`;
const sampleOf = (api: WebRequest['api'], id: string) => api.get<DipView>(at(id));
