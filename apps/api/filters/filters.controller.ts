import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { tagged } from '../http/etag';
import { idPipe } from '../http/id-pipe';
import { tellMade } from '../http/made';
import { IdempotencyKey, IfMatch, Me, type Identity } from '../http/request';
import { DeleteRoute, IfMatchHeader, PostRoute, PutRoute, Route } from '../openapi/route';
import {
  filterPage,
  filterRequest,
  filtersQuery,
  savedFilter,
  type FilterPage,
  type FilterRequest,
  type FiltersQuery,
  type SavedFilter,
} from './filter.schema';
import { FiltersRead, noFilter } from './filters.read';
import { FiltersService } from './filters.service';

const NO_RECORD = 'A filter says what to look for, and nothing of what there is.';
const CHANGING = ['not-found', 'forbidden', 'version-conflict', 'validation'] as const;

const filterId = idPipe(/^[0-9a-f]{64}$/, noFilter);

@ApiTags('Filters')
@Controller('api/v1/filters')
export class FiltersController {
  constructor(
    private readonly filters: FiltersRead,
    private readonly service: FiltersService,
  ) {}

  @Get()
  @Route({
    id: 'listFilters',
    logged: { nothing: NO_RECORD },
    summary: 'List your filters',
    description: 'Yours, and those that are shared with your force, by name.',
    answer: filterPage,
    problems: ['validation'],
  })
  list(@Me() { actor }: Identity, @Query({ schema: filtersQuery }) query: FiltersQuery): Promise<FilterPage> {
    return this.filters.page(actor, query);
  }

  @Post()
  @HttpCode(201)
  @PostRoute({
    id: 'saveFilter',
    logged: { nothing: NO_RECORD },
    summary: 'Save a filter',
    description: 'Under a name of its own; a person has 50 filters at most.',
    answer: savedFilter,
    status: 201,
    headers: ['ETag', 'Location', 'Idempotency-Replayed'],
    problems: ['blocked', 'idempotency-mismatch'],
  })
  async save(
    @Body({ schema: filterRequest }) request: FilterRequest,
    @Me() { actor }: Identity,
    @IdempotencyKey() idempotencyKey: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SavedFilter> {
    const { filter, replayed } = await this.service.save(request, actor, idempotencyKey);
    tellMade(response, `/api/v1/filters/${filter.id}`, replayed);
    return tagged(filter, response);
  }

  @Get(':id')
  @Route({
    id: 'readFilter',
    logged: { nothing: NO_RECORD },
    summary: 'Read a filter',
    answer: savedFilter,
    headers: ['ETag'],
    problems: ['not-found'],
  })
  async read(
    @Param('id', filterId) id: string,
    @Me() { actor }: Identity,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SavedFilter> {
    return tagged(await this.filters.one(id, actor), response);
  }

  @Put(':id')
  @IfMatchHeader('filter')
  @PutRoute({
    id: 'changeFilter',
    logged: { nothing: NO_RECORD },
    summary: 'Change a filter',
    description: 'The whole of it; what is left out is as if it had never been given. For: its owner.',
    answer: savedFilter,
    headers: ['ETag'],
    problems: [...CHANGING, 'blocked'],
  })
  async change(
    @Param('id', filterId) id: string,
    @Body({ schema: filterRequest }) request: FilterRequest,
    @Me() { actor }: Identity,
    @IfMatch() ifMatch: number | null,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SavedFilter> {
    return tagged(await this.service.change(id, request, actor, ifMatch), response);
  }

  @Delete(':id')
  @HttpCode(204)
  @IfMatchHeader('filter')
  @DeleteRoute({
    id: 'deleteFilter',
    logged: { nothing: NO_RECORD },
    summary: 'Delete a filter',
    description: 'For: its owner.',
    problems: CHANGING,
  })
  delete(
    @Param('id', filterId) id: string,
    @Me() { actor }: Identity,
    @IfMatch() ifMatch: number | null,
  ): Promise<void> {
    return this.service.delete(id, actor, ifMatch);
  }
}
