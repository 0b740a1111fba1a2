import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../../../domain/access/actor';
import { explain } from '../../../domain/operation/explain';
import { lifecycle, type CommandName, type LifecycleRow } from '../../../domain/operation/lifecycle.v1';
import type { OperationState } from '../../../domain/operation/state';
import { PERSON_COMMANDS, requestSchemas } from '../commands/command-request';
import { etagOf } from '../http/etag';
import { inputSchema } from '../http/json-schema';
import { Readings } from '../access/readings';
import { ReferencePipe } from '../http/reference';
import { Me, type Identity } from '../http/request';
import { Route } from '../openapi/route';
import { SupportNeeds } from '../support-needs/support-needs.service';
import { OperationRead } from '../operations/operation.read';
import { actionList, actionsQuery, type Action, type ActionList, type ActionsQuery } from './action.schema';
import { choicesOf, offering } from './offering';

/** Made once: they change only with the code. */
const BODIES = new Map(PERSON_COMMANDS.map((command) => [command, inputSchema(requestSchemas[command])]));

@ApiTags('Operations')
@Controller('api/v1/operations/:reference/actions')
export class ActionsController {
  constructor(
    private readonly readings: Readings,
    private readonly operations: OperationRead,
    private readonly needs: SupportNeeds,
  ) {}

  @Get()
  @Route({
    id: 'listActions',
    logged: 'consultation',
    summary: 'List what can be done',
    description:
      'Each command with its title, whether you may give it now, everything that stands in its way, and the JSON Schema of its body. A field that names something the operation holds lists what there is to choose from; where that is nothing, leave a field out that you need not fill in. All of it is large: ask for the commands that you show.',
    answer: actionList,
    headers: ['ETag'],
    problems: ['validation', 'not-found'],
  })
  async list(
    @Param('reference', ReferencePipe) reference: string,
    @Query({ schema: actionsQuery }) { command: asked, bodies }: ActionsQuery,
    @Me() { actor }: Identity,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ActionList> {
    const [{ state }, needs] = await Promise.all([
      this.readings.as(actor, (reader) => this.operations.one(reader, reference)),
      bodies === 'true' ? this.needs.offered() : null,
    ]);
    response.setHeader('ETag', etagOf(state.sequence));
    const commands = asked ? PERSON_COMMANDS.filter((command) => asked.includes(command)) : PERSON_COMMANDS;
    const choices = needs && choicesOf(state, { 'support-needs': needs });
    return {
      sequence: state.sequence,
      items: commands.map((command) => ({
        ...judged(state, command, actor),
        ...(choices && { body: offering(BODIES.get(command), choices) as Required<Action>['body'] }),
      })),
    };
  }
}

function judged(state: OperationState, command: CommandName, actor: Actor): Action {
  const { allowed, blockers } = explain(state, command, actor);
  const { title, freshSignIn }: LifecycleRow = lifecycle[command];
  return {
    command,
    title,
    freshSignIn: freshSignIn ?? false,
    allowed,
    blockers: blockers as unknown as Action['blockers'],
  };
}
