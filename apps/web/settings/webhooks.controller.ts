import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type {
  Delivery,
  DeliveryPage,
  Webhook,
  WebhookList,
  WebhookWithSecret,
} from '../../api/webhooks/webhook.schema';
import { Schemas } from '../api-client/schemas';
import { FormPages, type FormPage } from '../forms/form-pages.service';
import { View, type Answer } from '../http/view';
import { presses } from '../forms/presses';
import type { WebRequest } from '../session/session';
import { ShownOnce } from './shown-once';
import { eventGroups, typedWebhook, webhookFields, webhookWords } from './webhook-form';
import { WEBHOOKS, webhookAt } from './webhook-addresses';

const STATUSES: readonly Delivery['status'][] = ['waiting', 'delivered', 'failed', 'withheld'];
const BACK = { href: '/settings/webhooks', text: 'Webhooks' };

/** Partner systems that are told what happens. */
@Controller('settings/webhooks')
export class WebhooksController {
  constructor(
    private readonly schemas: Schemas,
    private readonly pages: FormPages,
    private readonly secrets: ShownOnce,
  ) {}

  @Get()
  async list(@Req() { api }: WebRequest): Promise<Answer> {
    const { items } = await api.get<WebhookList>(WEBHOOKS);
    return new View('settings/webhooks.njk', { items });
  }

  @Get('new')
  async begin(@Req() request: WebRequest): Promise<Answer> {
    return this.pages.show(request, await this.making(request));
  }

  @Post('new')
  async make(@Req() request: WebRequest): Promise<Answer> {
    return this.pages.send(request, await this.making(request));
  }

  /** What a webhook is, and how what was sent to it has fared; its secret where it was given one a moment ago. */
  @Get(':id')
  async one(
    @Req() request: WebRequest,
    @Param('id') id: string,
    @Query() query: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const { api } = request;
    const asked = { status: query['status'], cursor: query['cursor'] };
    const shown = query['shown'];
    const [webhook, deliveries, secret] = await Promise.all([
      api.get<Webhook>(webhookAt(id)),
      api.get<DeliveryPage>(webhookAt(id, '/deliveries'), asked),
      shown === undefined ? undefined : this.secrets.take(shown, request.me.id),
    ]);
    return new View('settings/webhook.njk', {
      webhook,
      secret,
      words: webhookWords(webhook),
      deliveries: deliveries.items,
      next: deliveries.next?.replace(webhookAt(id, '/deliveries'), `/settings/webhooks/${id}`),
      isUnderWay: deliveries.items.some(({ status, attempts }) => status === 'waiting' && attempts === 0),
      asked,
      statuses: STATUSES,
      press: presses(request),
    });
  }

  @Get(':id/change')
  async look(@Req() request: WebRequest, @Param('id') id: string): Promise<Answer> {
    return this.pages.show(request, await this.changing(request, id));
  }

  @Post(':id/change')
  async change(@Req() request: WebRequest, @Param('id') id: string): Promise<Answer> {
    return this.pages.send(request, await this.changing(request, id));
  }

  private async making({ api, me }: WebRequest): Promise<FormPage<string>> {
    const schema = await this.schemas.bodyOf('makeWebhook');
    return {
      title: 'Make a webhook',
      back: BACK,
      submit: 'Make the webhook',
      says: [
        'Messages carry the reference of the operation and what happened, and nothing else. Their secret is shown once, when the webhook is made.',
      ],
      template: 'settings/webhook-form.njk',
      data: { groups: eventGroups() },
      elsewhere: ['types'],
      fields: (typed) => webhookFields(schema, typed).filter(({ path }) => path !== 'active'),
      prefilled: { clearance: 'OFFICIAL' },
      send: async (body, key) => {
        const { id, secret } = await api.post<WebhookWithSecret>(WEBHOOKS, body, { key });
        return `/settings/webhooks/${id}?shown=${await this.secrets.keep(secret, me.id)}`;
      },
      done: (to) => ({ notice: 'The webhook is made', to }),
    };
  }

  private async changing({ api }: WebRequest, id: string): Promise<FormPage<Webhook>> {
    const [schema, webhook] = await Promise.all([
      this.schemas.bodyOf('changeWebhook'),
      api.get<Webhook>(webhookAt(id)),
    ]);
    return {
      title: `Change ${webhook.title}`,
      back: { href: `/settings/webhooks/${id}`, text: webhook.title },
      submit: 'Save',
      template: 'settings/webhook-form.njk',
      data: { groups: eventGroups() },
      elsewhere: ['types'],
      version: webhook.version,
      asItIs: webhookWords(webhook),
      fields: (typed) => webhookFields(schema, typed),
      prefilled: typedWebhook(webhook),
      send: (body, _, version) => api.put<Webhook>(webhookAt(id), body, { version }),
      done: ({ title, active }) => ({
        notice: active ? `${title} is saved and switched on` : `${title} is saved and switched off`,
        to: `/settings/webhooks/${id}`,
      }),
    };
  }
}
