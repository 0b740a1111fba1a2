import { createHash } from 'node:crypto';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { spelt, WEBHOOK_KEEPERS } from '../../../domain/access/rules';
import { tagged } from '../http/etag';
import { idPipe } from '../http/id-pipe';
import { tellMade } from '../http/made';
import { IdempotencyKey, IfMatch, Me, type Identity } from '../http/request';
import { ReservedGuard } from '../identity/reserved.guard';
import { DeleteRoute, IfMatchHeader, PostRoute, PutRoute, Route } from '../openapi/route';
import { Deliveries, noDelivery } from './deliveries.service';
import {
  deliveriesQuery,
  delivery,
  deliveryPage,
  replayAnswer,
  replayRequest,
  webhook,
  webhookList,
  webhookRequest,
  webhookWithSecret,
  type DeliveriesQuery,
  type Delivery,
  type DeliveryPage,
  type ReplayAnswer,
  type ReplayRequest,
  type Webhook,
  type WebhookList,
  type WebhookRequest,
  type WebhookWithSecret,
} from './webhook.schema';
import { noWebhook, Webhooks } from './webhooks.service';

const NO_RECORD = 'It tells of systems and of how messages fared, and of no operation or person.';
const FOR = `For: ${spelt(WEBHOOK_KEEPERS)}.`;

const webhookId = idPipe(/^[0-9a-f]{32}$/, noWebhook);
const deliveryId = idPipe(/^msg_[0-9a-f]{32}$/, noDelivery);

@ApiTags('Webhooks')
@UseGuards(ReservedGuard('“Webhooks”', WEBHOOK_KEEPERS))
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly deliveries: Deliveries,
  ) {}

  @Get()
  @Route({
    id: 'listWebhooks',
    logged: { nothing: NO_RECORD },
    summary: 'List the webhooks',
    description: FOR,
    answer: webhookList,
    problems: ['forbidden'],
  })
  async list(): Promise<WebhookList> {
    return { items: [...(await this.webhooks.all())] };
  }

  @Post()
  @HttpCode(201)
  @PostRoute({
    id: 'makeWebhook',
    logged: { nothing: NO_RECORD },
    summary: 'Make a webhook',
    description: `${FOR} Its secret is shown once; repeated with the same key, the webhook gets another one.`,
    answer: webhookWithSecret,
    status: 201,
    headers: ['ETag', 'Location', 'Idempotency-Replayed'],
    problems: ['forbidden', 'idempotency-mismatch'],
  })
  async make(
    @Body({ schema: webhookRequest }) request: WebhookRequest,
    @Me() { actor }: Identity,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<WebhookWithSecret> {
    const { webhook: made, replayed } = await this.webhooks.make(request, actor, key);
    tellMade(response, `/api/v1/webhooks/${made.id}`, replayed);
    return tagged(made, response);
  }

  @Get(':id')
  @Route({
    id: 'readWebhook',
    logged: { nothing: NO_RECORD },
    summary: 'Read a webhook',
    description: FOR,
    answer: webhook,
    headers: ['ETag'],
    problems: ['forbidden', 'not-found'],
  })
  async read(@Param('id', webhookId) id: string, @Res({ passthrough: true }) response: Response): Promise<Webhook> {
    return tagged(await this.webhooks.one(id), response);
  }

  @Put(':id')
  @IfMatchHeader('webhook')
  @PutRoute({
    id: 'changeWebhook',
    logged: { nothing: NO_RECORD },
    summary: 'Change a webhook, or switch it on again',
    description: `${FOR} The whole of it; its secret stays.`,
    answer: webhook,
    headers: ['ETag'],
    problems: ['forbidden', 'not-found', 'version-conflict'],
  })
  async change(
    @Param('id', webhookId) id: string,
    @Body({ schema: webhookRequest }) request: WebhookRequest,
    @Me() { actor }: Identity,
    @IfMatch() ifMatch: number | null,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Webhook> {
    return tagged(await this.webhooks.change(id, request, actor, ifMatch), response);
  }

  @Delete(':id')
  @HttpCode(204)
  @IfMatchHeader('webhook')
  @DeleteRoute({
    id: 'removeWebhook',
    logged: { nothing: NO_RECORD },
    summary: 'Remove a webhook',
    description: FOR,
    problems: ['validation', 'forbidden', 'not-found', 'version-conflict'],
  })
  remove(
    @Param('id', webhookId) id: string,
    @Me() { actor }: Identity,
    @IfMatch() ifMatch: number | null,
  ): Promise<void> {
    return this.webhooks.remove(id, actor, ifMatch);
  }

  @Post(':id/secret')
  @HttpCode(200)
  @PostRoute({
    id: 'rotateWebhookSecret',
    logged: { nothing: NO_RECORD },
    summary: 'Give a webhook another secret',
    description: `${FOR} For a day messages are signed with both. Repeated, it gets another one again.`,
    answer: webhookWithSecret,
    headers: ['ETag'],
    problems: ['forbidden', 'not-found'],
  })
  async rotate(
    @Param('id', webhookId) id: string,
    @Me() { actor }: Identity,
    @IdempotencyKey() _key: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<WebhookWithSecret> {
    return tagged(await this.webhooks.rotate(id, actor), response);
  }

  @Post(':id/test')
  @HttpCode(200)
  @PostRoute({
    id: 'testWebhook',
    logged: { nothing: NO_RECORD },
    summary: 'Send a message of the type webhook.test',
    description: FOR,
    answer: delivery,
    problems: ['forbidden', 'not-found'],
  })
  test(
    @Param('id', webhookId) id: string,
    @Me() { actor }: Identity,
    @IdempotencyKey() key: string,
  ): Promise<Delivery> {
    const message = createHash('sha256').update(`${actor.id}\nwebhook test\n${id}\n${key}`).digest('hex').slice(0, 32);
    return this.deliveries.test(id, `msg_${message}`);
  }

  @Get(':id/deliveries')
  @Route({
    id: 'listWebhookDeliveries',
    logged: { nothing: NO_RECORD },
    summary: 'List what was sent to a webhook',
    description: FOR,
    answer: deliveryPage,
    problems: ['validation', 'forbidden', 'not-found'],
  })
  page(
    @Param('id', webhookId) id: string,
    @Query({ schema: deliveriesQuery }) query: DeliveriesQuery,
  ): Promise<DeliveryPage> {
    return this.deliveries.page(id, query);
  }

  @Post(':id/deliveries/:delivery/replay')
  @HttpCode(200)
  @PostRoute({
    id: 'replayWebhookDelivery',
    logged: { nothing: NO_RECORD },
    summary: 'Send a message again',
    description: `${FOR} Under the same \`webhook-id\`.`,
    answer: delivery,
    problems: ['forbidden', 'not-found'],
  })
  replay(
    @Param('id', webhookId) id: string,
    @Param('delivery', deliveryId) message: string,
    @IdempotencyKey() _key: string,
  ): Promise<Delivery> {
    return this.deliveries.replay(id, message);
  }

  @Post(':id/replay')
  @HttpCode(200)
  @PostRoute({
    id: 'replayWebhookDeliveries',
    logged: { nothing: NO_RECORD },
    summary: 'Send all messages of a period again',
    description: `${FOR} Each under the same \`webhook-id\` as before.`,
    answer: replayAnswer,
    problems: ['forbidden', 'not-found'],
  })
  async replayAll(
    @Param('id', webhookId) id: string,
    @Body({ schema: replayRequest }) request: ReplayRequest,
    @IdempotencyKey() _key: string,
  ): Promise<ReplayAnswer> {
    return { replayed: await this.deliveries.replayAll(id, request) };
  }
}
