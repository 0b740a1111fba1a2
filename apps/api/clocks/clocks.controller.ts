import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { dues } from '../../../domain/operation/clocks';
import { lifecycle } from '../../../domain/operation/lifecycle.v1';
import { Readings } from '../access/readings';
import { ReferencePipe } from '../http/reference';
import { Me, type Identity } from '../http/request';
import { Route } from '../openapi/route';
import { OperationRead } from '../operations/operation.read';
import { clockList, type ClockList } from './clock.schema';

@ApiTags('Operations')
@Controller('api/v1/operations/:reference/clocks')
export class ClocksController {
  constructor(
    private readonly readings: Readings,
    private readonly operations: OperationRead,
  ) {}

  @Get()
  @Route({
    id: 'listClocks',
    logged: 'consultation',
    summary: 'List the clocks',
    description: 'The moments at which the operation acts by itself, soonest first, and what it then does.',
    answer: clockList,
    problems: ['not-found'],
  })
  async list(@Param('reference', ReferencePipe) reference: string, @Me() { actor }: Identity): Promise<ClockList> {
    const { state } = await this.readings.as(actor, (reader) => this.operations.one(reader, reference));
    const now = new Date().toISOString();
    return {
      items: dues(state).map(({ dueAt, command, body }) => ({
        dueAt,
        overdue: dueAt < now,
        command,
        title: lifecycle[command].title,
        about: { ...body },
      })),
    };
  }
}
