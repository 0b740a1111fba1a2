import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MATCH_DECIDERS, mayGive, spelt } from '../../../domain/access/rules';
import { reservedFor } from '../../../domain/operation/explain';
import { Problem, refusal } from '../http/problems';
import { ReferencePipe } from '../http/reference';
import { IdempotencyKey, Me, type Identity } from '../http/request';
import { PostRoute, Route } from '../openapi/route';
import { decisionRequest, matchList, type DecisionRequest, type MatchList } from './matches.schema';
import { Matches } from './matches.service';

const HOLDER = /^[SE][1-9]\d{0,3}$/;

@ApiTags('De-confliction')
@Controller('api/v1/operations/:reference/matches')
export class MatchesController {
  constructor(private readonly matches: Matches) {}

  @Get()
  @Route({
    id: 'listMatches',
    logged: 'consultation',
    summary: 'List what other operations may hold of its subjects and entities',
    description:
      'Found as they are recorded, within seconds. Of operations that you do not see, only that another one holds an interest. ' +
      'What has been decided stays, whatever is found later.',
    answer: matchList,
    problems: ['not-found'],
  })
  list(@Param('reference', ReferencePipe) reference: string, @Me() { actor }: Identity): Promise<MatchList> {
    return this.matches.of(reference, actor);
  }

  @Post(':holder/decisions')
  @HttpCode(200)
  @PostRoute({
    id: 'decideMatch',
    logged: 'alteration',
    summary: 'Confirm or reject a match',
    description: `For: ${spelt(MATCH_DECIDERS)}. From this operation's side; the latest decision stands, and all are kept.`,
    answer: matchList,
    problems: ['forbidden', 'not-found', 'idempotency-mismatch'],
  })
  decide(
    @Param('reference', ReferencePipe) reference: string,
    @Param('holder') holder: string,
    @Body({ schema: decisionRequest }) request: DecisionRequest,
    @Me() { actor }: Identity,
    @IdempotencyKey() key: string,
  ): Promise<MatchList> {
    if (!mayGive(actor, MATCH_DECIDERS)) throw refusal([reservedFor('“Confirm or reject a match”', MATCH_DECIDERS)]);
    if (!HOLDER.test(holder))
      throw new Problem('not-found', 'Name a subject or entity of this operation, as S1 or E1.');
    return this.matches.decide(reference, holder, request, actor, key);
  }
}
