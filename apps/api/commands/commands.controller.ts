import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { etagOf } from '../http/etag';
import { Problem } from '../http/problems';
import { ReferencePipe } from '../http/reference';
import { IdempotencyKey, IfMatch, Me, type Identity } from '../http/request';
import { PostRoute } from '../openapi/route';
import { GIVEN_ELSEWHERE, isPersonCommand } from './command-request';
import { commandAnswer, type CommandAnswer } from './command.schema';
import { CommandsService, type Outcome } from './commands.service';

/** Documents the precondition of a route that changes an operation. */
export const IF_MATCH = ApiHeader({
  name: 'If-Match',
  required: false,
  description: 'ETag of the version you have looked at: the command is refused if the operation has changed since',
  schema: { type: 'string' },
});

@ApiTags('Commands')
@Controller('api/v1/operations')
export class CommandsController {
  constructor(private readonly commands: CommandsService) {}

  @Post()
  @HttpCode(201)
  @PostRoute({
    id: 'openReferral',
    summary: 'Open a referral',
    description: 'Opens an operation. For: tasking officer.',
    answer: commandAnswer,
    status: 201,
    headers: ['ETag', 'Location', 'Idempotency-Replayed'],
    problems: ['forbidden', 'blocked', 'idempotency-mismatch', 'too-busy'],
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
  @IF_MATCH
  @PostRoute({
    id: 'giveCommand',
    summary: 'Give a command',
    answer: commandAnswer,
    headers: ['ETag', 'Idempotency-Replayed'],
    problems: ['not-found', 'forbidden', 'version-conflict', 'blocked', 'idempotency-mismatch', 'too-busy'],
  })
  async give(
    @Param('reference', ReferencePipe) operation: string,
    @Param('command') command: string,
    @Body() body: unknown,
    @Me() { actor }: Identity,
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
    return answered(await this.commands.give(operation, { command, body, actor, idempotencyKey, ifMatch }), response);
  }
}

/** The answer to a command, with the headers that go with it. */
export function answered({ answer, replayed }: Outcome, response: Response): CommandAnswer {
  response.setHeader('ETag', etagOf(answer.sequence));
  if (replayed) response.setHeader('Idempotency-Replayed', 'true');
  return answer;
}
