import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Problem } from '../http/problems';
import { Rates } from '../http/rates';
import { ReferencePipe } from '../http/reference';
import { IdempotencyKey, IfMatch, Me, type Identity } from '../http/request';
import { requireFreshSignIn } from '../identity/step-up';
import { IfMatchHeader, PostRoute } from '../openapi/route';
import { answered } from './answered';
import { GIVEN_ELSEWHERE, isPersonCommand } from './command-request';
import { commandAnswer, type CommandAnswer } from './command.schema';
import { CommandsService } from './commands.service';

@ApiTags('Commands')
@Controller('api/v1/operations')
export class CommandsController {
  constructor(
    private readonly commands: CommandsService,
    private readonly rates: Rates,
  ) {}

  @Post()
  @HttpCode(201)
  @PostRoute({
    id: 'openReferral',
    logged: { refusals: 'collection' },
    summary: 'Open a referral',
    description: 'Opens an operation. For: tasking officer.',
    answer: commandAnswer,
    status: 201,
    headers: ['ETag', 'Location', 'Idempotency-Replayed'],
    problems: ['forbidden', 'not-found', 'blocked', 'idempotency-mismatch'],
  })
  async open(
    @Body() body: unknown,
    @Me() { actor }: Identity,
    @IdempotencyKey() idempotencyKey: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const outcome = await this.commands.open({ body, actor, idempotencyKey });
    response.location(`/api/v1/operations/${outcome.answer.reference}`);
    return answered(outcome, response);
  }

  @Post(':reference/commands/:command')
  @HttpCode(200)
  @IfMatchHeader('operation')
  @PostRoute({
    id: 'giveCommand',
    logged: { refusals: 'alteration' },
    summary: 'Give a command',
    answer: commandAnswer,
    headers: ['ETag', 'Idempotency-Replayed'],
    problems: ['not-found', 'forbidden', 'version-conflict', 'blocked', 'idempotency-mismatch'],
  })
  async give(
    @Param('reference', ReferencePipe) operation: string,
    @Param('command') command: string,
    @Body() body: unknown,
    @Me() me: Identity,
    @IdempotencyKey() idempotencyKey: string,
    @IfMatch() ifMatch: number | null,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    if (!isPersonCommand(command))
      throw new Problem(
        'not-found',
        GIVEN_ELSEWHERE.get(command) ??
          'There is no such command: GET the `actions` of the operation for those there are.',
      );
    requireFreshSignIn(command, me);
    const { actor } = me;
    if (command === 'challengeAccess') await this.rates.count('break-glass', actor.id);
    return answered(await this.commands.give(operation, { command, body, actor, idempotencyKey, ifMatch }), response);
  }
}
