import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../../../domain/access/actor';
import { DIP_SAMPLERS, mayGive, spelt } from '../../../domain/access/rules';
import { reservedFor } from '../../../domain/operation/explain';
import { DIP_METHOD } from '../../../domain/oversight/dip-sample';
import { Access, type AccessEntry } from '../access-log/access-entry';
import { idPipe } from '../http/id-pipe';
import { tellMade } from '../http/made';
import { refusal } from '../http/problems';
import { IdempotencyKey, IfMatch, Me, type Identity } from '../http/request';
import { IfMatchHeader, PostRoute, Route } from '../openapi/route';
import {
  dipDraw,
  dipPage,
  dipQuery,
  dipView,
  drawRequest,
  reviewRequest,
  signOffRequest,
  type DipDraw,
  type DipPage,
  type DipQuery,
  type DipView,
  type DrawRequest,
  type ReviewRequest,
} from './dip-sample.schema';
import { DipSamplesRead, noSample } from './dip-samples.read';
import { DipSamples } from './dip-samples.service';

const WHOSE = `For: ${spelt(DIP_SAMPLERS)}, of their own force.`;
const sampleId = idPipe(/^[0-9a-f]{64}$/, noSample);

@ApiTags('Dip samples')
@Controller('api/v1/dip-samples')
export class DipSamplesController {
  constructor(
    private readonly samples: DipSamples,
    private readonly reading: DipSamplesRead,
  ) {}

  @Get()
  @Route({
    id: 'listDipSamples',
    logged: 'consultation',
    summary: 'List the dip samples of your force',
    description: `${WHOSE} Every draw there was: none can be taken back, whether or not it was reviewed.`,
    answer: dipPage,
    problems: ['validation', 'forbidden'],
  })
  list(@Query({ schema: dipQuery }) query: DipQuery, @Me() { actor }: Identity): Promise<DipPage> {
    requireSampler(actor);
    return this.reading.page(actor, query);
  }

  @Post()
  @HttpCode(201)
  @PostRoute({
    id: 'drawDipSample',
    logged: 'consultation',
    summary: 'Draw a dip sample',
    description: `${WHOSE} Of the operations that your force leads and you see, as many as are wanted, at random. ${DIP_METHOD}`,
    answer: dipView,
    status: 201,
    headers: ['Location', 'Idempotency-Replayed'],
    problems: ['forbidden', 'blocked', 'idempotency-mismatch'],
  })
  async draw(
    @Body({ schema: drawRequest }) asked: DrawRequest,
    @Me() { actor }: Identity,
    @IdempotencyKey() key: string,
    @Access() access: AccessEntry,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DipView> {
    requireSampler(actor);
    const { sample, replayed } = await this.samples.draw(asked, actor, key);
    tellMade(response, `/api/v1/dip-samples/${sample.id}`, replayed);
    return noted(sample, access);
  }

  @Get(':id')
  @Route({
    id: 'readDipSample',
    logged: 'consultation',
    summary: 'Read a dip sample',
    description: `${WHOSE} Its operations in the order in which they were drawn, each with its reviews.`,
    answer: dipView,
    problems: ['forbidden', 'not-found'],
  })
  async read(
    @Param('id', sampleId) id: string,
    @Me() { actor }: Identity,
    @Access() access: AccessEntry,
  ): Promise<DipView> {
    requireSampler(actor);
    return noted(await this.reading.one(id, actor), access);
  }

  @Get(':id/draw')
  @Route({
    id: 'repeatDipDraw',
    logged: 'consultation',
    summary: 'Repeat the draw of a dip sample',
    description: `${WHOSE} ${DIP_METHOD}`,
    answer: dipDraw,
    problems: ['forbidden', 'not-found'],
  })
  repeat(@Param('id', sampleId) id: string, @Me() { actor }: Identity): Promise<DipDraw> {
    requireSampler(actor);
    return this.reading.draw(id, actor);
  }

  @Post(':id/reviews')
  @HttpCode(200)
  @PostRoute({
    id: 'reviewDipOperation',
    logged: 'alteration',
    summary: 'Review an operation of a dip sample',
    description: `${WHOSE} A further review takes the place of the one before it, which stays to be read. Its text can be erased by \`eraseText\` of the operation.`,
    answer: dipView,
    problems: ['forbidden', 'not-found', 'blocked', 'version-conflict', 'idempotency-mismatch'],
  })
  @IfMatchHeader('review')
  async review(
    @Param('id', sampleId) id: string,
    @Body({ schema: reviewRequest }) request: ReviewRequest,
    @Me() { actor }: Identity,
    @IdempotencyKey() key: string,
    @IfMatch() seen: number | null,
    @Access() access: AccessEntry,
  ): Promise<DipView> {
    requireSampler(actor);
    return noted(await this.samples.review(id, request, { actor, key, seen }), access);
  }

  @Post(':id/sign-off')
  @HttpCode(200)
  @PostRoute({
    id: 'signOffDipSample',
    logged: 'alteration',
    summary: 'Sign a dip sample off',
    description: `${WHOSE} Once every operation of it that the force still leads is reviewed. It cannot be changed afterwards.`,
    answer: dipView,
    problems: ['forbidden', 'not-found', 'blocked'],
  })
  async signOff(
    @Param('id', sampleId) id: string,
    @Body({ schema: signOffRequest }) _request: object,
    @Me() { actor }: Identity,
    @IdempotencyKey() _key: string,
    @Access() access: AccessEntry,
  ): Promise<DipView> {
    requireSampler(actor);
    return noted(await this.samples.signOff(id, actor), access);
  }
}

/** Notes in the access log which operations are shown. */
function noted(sample: DipView, access: AccessEntry): DipView {
  access.note({ listed: sample.items.map(({ reference }) => reference) });
  return sample;
}

function requireSampler(actor: Actor): void {
  if (!mayGive(actor, DIP_SAMPLERS)) throw refusal([reservedFor('“Dip samples”', DIP_SAMPLERS)]);
}
