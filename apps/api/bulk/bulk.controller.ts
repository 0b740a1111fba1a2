import {
  Body,
  Controller,
  Get,
  HttpCode,
  Injectable,
  Param,
  Post,
  Query,
  Res,
  type PipeTransform,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { tellMade } from '../http/made';
import { Problem } from '../http/problems';
import { IdempotencyKey, Me, type Identity } from '../http/request';
import { PostRoute, Route } from '../openapi/route';
import { BulkRead } from './bulk.read';
import {
  bulkAct,
  bulkItemQuery,
  bulkPage,
  bulkQuery,
  bulkRequest,
  bulkView,
  type BulkAct,
  type BulkItemQuery,
  type BulkPage,
  type BulkQuery,
  type BulkRequest,
  type BulkView,
} from './bulk.schema';
import { BulkService } from './bulk.service';

const STEERING = ['not-found', 'forbidden', 'blocked'] as const;

/** The id of a bulk act, as an address names it. */
@Injectable()
class BulkIdPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!/^[0-9a-f]{64}$/.test(id)) throw new Problem('not-found', 'There is no such bulk act.');
    return id;
  }
}

@ApiTags('Bulk')
@Controller('api/v1/bulk')
export class BulkController {
  constructor(
    private readonly bulk: BulkService,
    private readonly acts: BulkRead,
  ) {}

  @Post()
  @HttpCode(202)
  @PostRoute({
    id: 'startBulk',
    logged: { refusals: 'alteration' },
    summary: 'Give a command to many operations',
    description:
      'Up to 500 operations are given one command for one reason, one after the other, each exactly once. An operation ' +
      'that refuses is an outcome and stops nothing. For: tasking officer, supervisor.',
    answer: bulkAct,
    status: 202,
    headers: ['Location', 'Idempotency-Replayed'],
    problems: ['forbidden', 'idempotency-mismatch'],
  })
  async start(
    @Body({ schema: bulkRequest }) request: BulkRequest,
    @Me() { actor }: Identity,
    @IdempotencyKey() idempotencyKey: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<BulkAct> {
    const { act, replayed } = await this.bulk.make(request, actor, idempotencyKey);
    tellMade(response, `/api/v1/bulk/${act.id}`, replayed);
    return act;
  }

  @Get()
  @Route({
    id: 'listBulk',
    logged: 'consultation',
    summary: 'List your bulk acts',
    answer: bulkPage,
    problems: ['validation'],
  })
  list(@Me() { actor }: Identity, @Query({ schema: bulkQuery }) query: BulkQuery): Promise<BulkPage> {
    return this.acts.page(actor.id, query);
  }

  @Get(':id')
  @Route({
    id: 'readBulk',
    logged: 'consultation',
    summary: 'Read a bulk act',
    description:
      'How far it is, and what has come of it for each operation. For: its author, and supervisors of the same force, to whom operations that they do not see are not named.',
    answer: bulkView,
    problems: ['validation', 'not-found', 'forbidden'],
  })
  async read(
    @Param('id', BulkIdPipe) id: string,
    @Me() { actor }: Identity,
    @Query({ schema: bulkItemQuery }) query: BulkItemQuery,
  ): Promise<BulkView> {
    const act = await this.bulk.read(id, actor);
    return { ...act, ...(await this.acts.items(act, query, actor)) };
  }

  @Post(':id/pause')
  @HttpCode(200)
  @PostRoute({
    id: 'pauseBulk',
    logged: 'alteration',
    summary: 'Pause a bulk act',
    answer: bulkAct,
    problems: STEERING,
  })
  pause(
    @Param('id', BulkIdPipe) id: string,
    @Me() { actor }: Identity,
    @IdempotencyKey() _key: string,
  ): Promise<BulkAct> {
    return this.bulk.steer(id, 'pause', actor);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @PostRoute({
    id: 'resumeBulk',
    logged: 'alteration',
    summary: 'Resume a bulk act',
    answer: bulkAct,
    problems: STEERING,
  })
  resume(
    @Param('id', BulkIdPipe) id: string,
    @Me() { actor }: Identity,
    @IdempotencyKey() _key: string,
  ): Promise<BulkAct> {
    return this.bulk.steer(id, 'resume', actor);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @PostRoute({
    id: 'cancelBulk',
    logged: 'alteration',
    summary: 'Cancel a bulk act',
    description: 'What has not begun is never done; what was recorded stays.',
    answer: bulkAct,
    problems: STEERING,
  })
  cancel(
    @Param('id', BulkIdPipe) id: string,
    @Me() { actor }: Identity,
    @IdempotencyKey() _key: string,
  ): Promise<BulkAct> {
    return this.bulk.steer(id, 'cancel', actor);
  }
}
