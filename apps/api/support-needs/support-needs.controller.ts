import { Body, Controller, Get, Param, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { LIST_KEEPERS, mayGive, spelt } from '../../../domain/access/rules';
import { reservedFor } from '../../../domain/operation/explain';
import { tagged } from '../http/etag';
import { refusal } from '../http/problems';
import { IfMatch, Me, type Identity } from '../http/request';
import { ForSystems } from '../identity/scopes.guard';
import { IfMatchHeader, PutRoute, Route } from '../openapi/route';
import {
  supportNeed,
  supportNeedCode,
  supportNeedList,
  supportNeedRequest,
  type SupportNeed,
  type SupportNeedList,
  type SupportNeedRequest,
} from './support-need.schema';
import { SupportNeeds } from './support-needs.service';

const NO_RECORD = 'The list of themes is the same for everyone and of nobody.';

@ApiTags('Lists')
@Controller('api/v1/support-needs')
export class SupportNeedsController {
  constructor(private readonly needs: SupportNeeds) {}

  @Get()
  @ForSystems('lists:read')
  @Route({
    id: 'listSupportNeeds',
    logged: { nothing: NO_RECORD },
    summary: 'List the themes of the support-need assessment',
    description: 'In their order, retired ones too, since assessments name them.',
    answer: supportNeedList,
    problems: ['forbidden'],
  })
  async list(): Promise<SupportNeedList> {
    return { items: [...(await this.needs.all())] };
  }

  @Put(':code')
  @IfMatchHeader('theme')
  @PutRoute({
    id: 'putSupportNeed',
    logged: { nothing: NO_RECORD },
    summary: 'Make, change or retire a theme',
    description: `For: ${spelt(LIST_KEEPERS)}. The whole of it. A theme is never deleted: retire it, and it is no longer offered.`,
    answer: supportNeed,
    headers: ['ETag'],
    problems: ['forbidden', 'not-found', 'version-conflict'],
  })
  async put(
    @Param('code', { schema: supportNeedCode }) code: string,
    @Body({ schema: supportNeedRequest }) request: SupportNeedRequest,
    @Me() { actor }: Identity,
    @IfMatch() ifMatch: number | null,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SupportNeed> {
    if (!mayGive(actor, LIST_KEEPERS)) throw refusal([reservedFor('“Make, change or retire a theme”', LIST_KEEPERS)]);
    return tagged(await this.needs.put(code, request, actor, ifMatch), response);
  }
}
