import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Readings } from '../access/readings';
import { Access, type AccessEntry } from '../access-log/access-entry';
import { FiltersRead } from '../filters/filters.read';
import { etagOf } from '../http/etag';
import { ReferencePipe } from '../http/reference';
import { Me, type Identity } from '../http/request';
import { Route } from '../openapi/route';
import { TextRead } from '../timeline/text.read';
import { OperationRead } from './operation.read';
import { operationView, type OperationView } from './operation.schema';
import { WorklistRead } from './worklist.read';
import { worklistPage, worklistQuery, type WorklistPage, type WorklistQuery } from './worklist.schema';

@ApiTags('Operations')
@Controller('api/v1/operations')
export class OperationsController {
  constructor(
    private readonly readings: Readings,
    private readonly worklist: WorklistRead,
    private readonly filters: FiltersRead,
    private readonly operations: OperationRead,
    private readonly texts: TextRead,
  ) {}

  @Get()
  @Route({
    id: 'listOperations',
    logged: 'consultation',
    summary: 'List operations',
    description:
      'The operation changed last comes first. Filters can be combined. A duplicate that was merged into another operation is listed by `mergedInto` alone.',
    answer: worklistPage,
    problems: ['validation', 'not-found'],
  })
  async list(
    @Query({ schema: worklistQuery }) query: WorklistQuery,
    @Me() { actor }: Identity,
    @Access() access: AccessEntry,
  ): Promise<WorklistPage> {
    const saved = query.filter === undefined ? undefined : await this.filters.one(query.filter, actor);
    // A filter may say something else tomorrow.
    if (saved) access.note({ filter: saved.query });
    return this.readings.as(actor, (reader) => this.worklist.page(reader, query, saved?.query));
  }

  @Get(':reference')
  @Route({
    id: 'readOperation',
    logged: 'consultation',
    summary: 'Read an operation',
    description: 'Its state as folded from the timeline, with names and texts read back from their erasable records.',
    answer: operationView,
    headers: ['ETag'],
    problems: ['not-found'],
  })
  async read(
    @Param('reference', ReferencePipe) reference: string,
    @Me() { actor }: Identity,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OperationView> {
    return this.readings.as(actor, async (reader) => {
      const { state, openedAt, updatedAt } = await this.operations.one(reader, reference);
      response.setHeader('ETag', etagOf(state.sequence));
      return { ...(await this.texts.into(reader, reference, state)), openedAt, updatedAt } as unknown as OperationView;
    });
  }
}
