import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { mayGive, spelt, WORKLOAD_READERS } from '../../../domain/access/rules';
import { reservedFor } from '../../../domain/operation/explain';
import { refusal } from '../http/problems';
import { Me, type Identity } from '../http/request';
import { Route } from '../openapi/route';
import { WorkloadRead } from './workload.read';
import { workload, workloadQuery, type Workload, type WorkloadQuery } from './workload.schema';

@ApiTags('People')
@Controller('api/v1/workload')
export class WorkloadController {
  constructor(private readonly loads: WorkloadRead) {}

  @Get()
  @Route({
    id: 'readWorkload',
    logged: 'consultation',
    summary: 'See who works on how much',
    description: `For: ${spelt(WORKLOAD_READERS)}. Of the operations that you see: what you do not see is not counted.`,
    answer: workload,
    problems: ['validation', 'forbidden'],
  })
  read(@Query({ schema: workloadQuery }) query: WorkloadQuery, @Me() { actor }: Identity): Promise<Workload> {
    if (!mayGive(actor, WORKLOAD_READERS))
      throw refusal([reservedFor('“See who works on how much”', WORKLOAD_READERS)]);
    return this.loads.of(actor, query, new Date());
  }
}
