import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { explain } from '../../../domain/operation/explain';
import { lifecycle, type LifecycleRow } from '../../../domain/operation/lifecycle.v1';
import { PERSON_COMMANDS, requestSchemas } from '../commands/command-request';
import { etagOf } from '../http/etag';
import { inputSchema } from '../http/json-schema';
import { Readings } from '../access/readings';
import { ReferencePipe } from '../http/reference';
import { Me, type Identity } from '../http/request';
import { Route } from '../openapi/route';
import { SupportNeeds } from '../support-needs/support-needs.service';
import { OperationRead } from '../operations/operation.read';
import { actionList, type ActionList } from './action.schema';
import { choicesOf, offering } from './offering';

type Body = ActionList['items'][number]['body'];

/** Made once: they change only with the code. */
const BODIES = new Map<string, Body>(
  PERSON_COMMANDS.map((command) => [command, inputSchema(requestSchemas[command]) as Body]),
);

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
      'Each command with its title, whether you may give it now, everything that stands in its way, and the JSON Schema of its body. A field that names something the operation holds lists what there is to choose from; where that is nothing, leave a field out that you need not fill in.',
    answer: actionList,
    headers: ['ETag'],
    problems: ['not-found'],
  })
  async list(
    @Param('reference', ReferencePipe) reference: string,
    @Me() { actor }: Identity,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ActionList> {
    const [{ state }, needs] = await Promise.all([
      this.readings.as(actor, (reader) => this.operations.one(reader, reference)),
      this.needs.offered(),
    ]);
    const choices = choicesOf(state, { 'support-needs': needs });
    response.setHeader('ETag', etagOf(state.sequence));
    return {
      sequence: state.sequence,
      items: PERSON_COMMANDS.map((command) => {
        const { allowed, blockers } = explain(state, command, actor);
        const { title, freshSignIn }: LifecycleRow = lifecycle[command];
        return {
          command,
          title,
          freshSignIn: freshSignIn ?? false,
          allowed,
          blockers: blockers as unknown as ActionList['items'][number]['blockers'],
          body: offering(BODIES.get(command) ?? {}, choices) as Body,
        };
      }),
    };
  }
}
