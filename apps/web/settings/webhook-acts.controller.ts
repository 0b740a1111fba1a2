import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { Delivery, ReplayAnswer, Webhook, WebhookWithSecret } from '../../api/webhooks/webhook.schema';
import { Schemas } from '../api-client/schemas';
import { fieldsOf } from '../forms/fields-of';
import { FormPages, type FormPage } from '../forms/form-pages.service';
import { saidOtherwise } from '../forms/said-otherwise';
import type { Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { ShownOnce } from './shown-once';
import { webhookAt } from './webhook-addresses';

const PERIOD = {
  from: { label: 'Messages made since', hint: undefined },
  until: { label: 'And before', hint: undefined },
};

/** What can be done to a webhook besides changing it. */
@Controller('settings/webhooks/:id')
export class WebhookActsController {
  constructor(
    private readonly schemas: Schemas,
    private readonly pages: FormPages,
    private readonly secrets: ShownOnce,
  ) {}

  @Get('test')
  async beforeTest(@Req() request: WebRequest, @Param('id') id: string): Promise<Answer> {
    return this.pages.show(request, await testing(request, id));
  }

  @Post('test')
  async test(@Req() request: WebRequest, @Param('id') id: string): Promise<Answer> {
    return this.pages.send(request, await testing(request, id));
  }

  @Get('new-secret')
  async beforeSecret(@Req() request: WebRequest, @Param('id') id: string): Promise<Answer> {
    return this.pages.show(request, await this.renewing(request, id));
  }

  @Post('new-secret')
  async newSecret(@Req() request: WebRequest, @Param('id') id: string): Promise<Answer> {
    return this.pages.send(request, await this.renewing(request, id));
  }

  @Get('remove')
  async beforeRemoval(@Req() request: WebRequest, @Param('id') id: string): Promise<Answer> {
    return this.pages.show(request, await removing(request, id));
  }

  @Post('remove')
  async remove(@Req() request: WebRequest, @Param('id') id: string): Promise<Answer> {
    return this.pages.send(request, await removing(request, id));
  }

  @Get('replay')
  async beforeReplay(@Req() request: WebRequest, @Param('id') id: string): Promise<Answer> {
    return this.pages.show(request, await this.replaying(request, id));
  }

  @Post('replay')
  async replay(@Req() request: WebRequest, @Param('id') id: string): Promise<Answer> {
    return this.pages.send(request, await this.replaying(request, id));
  }

  @Get('deliveries/:delivery/replay')
  async beforeAgain(
    @Req() request: WebRequest,
    @Param('id') id: string,
    @Param('delivery') one: string,
  ): Promise<Answer> {
    return this.pages.show(request, await again(request, id, one));
  }

  @Post('deliveries/:delivery/replay')
  async again(@Req() request: WebRequest, @Param('id') id: string, @Param('delivery') one: string): Promise<Answer> {
    return this.pages.send(request, await again(request, id, one));
  }

  private async renewing(request: WebRequest, id: string): Promise<FormPage<string>> {
    const { api, me } = request;
    return {
      ...(await about(request, id)),
      title: 'Give it another secret',
      submit: 'Give it another secret',
      says: ['It is shown once. For a day messages are signed with both, so that the system can be told in time.'],
      send: async (_, key) => {
        const { secret } = await api.post<WebhookWithSecret>(webhookAt(id, '/secret'), {}, { key });
        return `/settings/webhooks/${id}?shown=${await this.secrets.keep(secret, me.id)}`;
      },
      done: (to) => ({ notice: 'It has another secret', to }),
    };
  }

  private async replaying(request: WebRequest, id: string): Promise<FormPage<ReplayAnswer>> {
    const [schema, page] = await Promise.all([this.schemas.bodyOf('replayWebhookDeliveries'), about(request, id)]);
    return {
      ...page,
      title: 'Send the messages of a period again',
      submit: 'Send again',
      says: ['Each is sent under the same number as before, so that the system can tell which it has.'],
      fields: (typed) => saidOtherwise(fieldsOf(schema, { typed }), PERIOD),
      send: (body, key) => request.api.post<ReplayAnswer>(webhookAt(id, '/replay'), body, { key }),
      done: ({ replayed }) => ({
        notice: replayed === 1 ? 'One message is sent again' : `${replayed} messages are sent again`,
        to: page.back.href,
      }),
    };
  }
}

/** What all these pages have. */
async function about({ api }: WebRequest, id: string) {
  const { title, version } = await api.get<Webhook>(webhookAt(id));
  return { caption: title, version, back: { href: `/settings/webhooks/${id}`, text: title }, fields: () => [] };
}

async function testing(request: WebRequest, id: string): Promise<FormPage<Delivery>> {
  const page = await about(request, id);
  return {
    ...page,
    title: 'Send a test message',
    submit: 'Send',
    says: ['It tells of nothing. Whether it arrives is seen among the messages.'],
    send: (_, key) => request.api.post<Delivery>(webhookAt(id, '/test'), {}, { key }),
    done: () => ({ notice: 'A test message is on its way', to: page.back.href }),
  };
}

async function removing(request: WebRequest, id: string): Promise<FormPage<void>> {
  const page = await about(request, id);
  return {
    ...page,
    title: 'Remove this webhook',
    submit: 'Remove',
    isWarning: true,
    says: ['The system is told of nothing any more. This cannot be taken back; what was sent to it stays in the log.'],
    send: (_, __, version) => request.api.delete(webhookAt(id), { version }),
    done: () => ({ notice: `${page.caption} is removed`, to: '/settings/webhooks' }),
  };
}

async function again(request: WebRequest, id: string, delivery: string): Promise<FormPage<Delivery>> {
  const page = await about(request, id);
  return {
    ...page,
    title: 'Send this message again',
    submit: 'Send again',
    says: [`It is sent under the same number as before, ${delivery}.`],
    send: (_, key) =>
      request.api.post<Delivery>(webhookAt(id, `/deliveries/${encodeURIComponent(delivery)}/replay`), {}, { key }),
    done: () => ({ notice: 'The message is sent again', to: page.back.href }),
  };
}
