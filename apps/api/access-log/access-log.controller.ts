import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ACCESS_READERS, mayGive, spelt } from '../../../domain/access/rules';
import type { Actor } from '../../../domain/access/actor';
import { reservedFor } from '../../../domain/operation/explain';
import { refusal } from '../http/problems';
import { Me, type Identity } from '../http/request';
import { Route } from '../openapi/route';
import { AccessLogRead } from './access-log.read';
import {
  accessPage,
  accessQuery,
  unusualQuery,
  unusualReport,
  type AccessPage,
  type AccessQuery,
  type UnusualQuery,
  type UnusualReport,
} from './access-log.schema';
import { UnusualRead } from './unusual.read';

const WHOSE = `For: ${spelt(ACCESS_READERS)}. Of people of your force, and of operations that you see.`;

@ApiTags('Access log')
@Controller('api/v1/access-log')
export class AccessLogController {
  constructor(
    private readonly log: AccessLogRead,
    private readonly unusual: UnusualRead,
  ) {}

  @Get()
  @Route({
    id: 'searchAccessLog',
    logged: 'consultation',
    summary: 'See who looked at what',
    description: `${WHOSE} Newest first; filters can be combined. Refused attempts are in it, and so is this question.`,
    answer: accessPage,
    problems: ['validation', 'forbidden'],
  })
  search(@Query({ schema: accessQuery }) query: AccessQuery, @Me() { actor }: Identity): Promise<AccessPage> {
    requireReader(actor);
    return this.log.page(actor, query);
  }

  @Get('unusual')
  @Route({
    id: 'listUnusualAccess',
    logged: 'consultation',
    summary: 'List unusual access',
    description: `${WHOSE} Each finding with its rule and figures, over at most 31 days. Unusual is not wrong: it should be looked at.`,
    answer: unusualReport,
    problems: ['validation', 'forbidden'],
  })
  listUnusual(@Query({ schema: unusualQuery }) query: UnusualQuery, @Me() { actor }: Identity): Promise<UnusualReport> {
    requireReader(actor);
    return this.unusual.of(actor, query, new Date());
  }
}

function requireReader(actor: Actor): void {
  if (!mayGive(actor, ACCESS_READERS)) throw refusal([reservedFor('“See who looked at what”', ACCESS_READERS)]);
}
