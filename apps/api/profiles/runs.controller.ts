import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
  UseGuards,
  type StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { PROFILE_MAKERS, PROFILE_READERS, spelt } from '../../../domain/access/rules';
import { attachment, CSV } from '../http/attachment';
import { csvOf } from '../../../platform/text/csv';
import { idPipe } from '../http/id-pipe';
import { tellMade } from '../http/made';
import { Produces } from '../http/media-types.guard';
import { IdempotencyKey, Me, type Identity } from '../http/request';
import { ReservedGuard } from '../identity/reserved.guard';
import { FileRoute, PostRoute, Route } from '../openapi/route';
import { noRun, Runs } from './runs.read';
import {
  LEAD,
  profileRun,
  rankingQuery,
  runPage,
  runRequest,
  runsQuery,
  volume,
  volumeQuery,
  type ProfileRun,
  type RankingAnswer,
  type RankingQuery,
  type RunPage,
  type RunRequest,
  type RunsQuery,
  type VolumeAnswer,
  type VolumeQuery,
} from './runs.schema';

const FOR = `For: ${spelt(PROFILE_READERS)}. ${LEAD}`;
const runId = idPipe(/^[0-9a-f]{32}$/, noRun);

@ApiTags('Force Profiles')
@UseGuards(ReservedGuard('“Force Profiles”', PROFILE_READERS))
@Controller('api/v1/profiles/runs')
export class RunsController {
  constructor(private readonly runs: Runs) {}

  @Post()
  @HttpCode(202)
  @UseGuards(ReservedGuard('“Have everybody profiled”', PROFILE_MAKERS))
  @PostRoute({
    id: 'profilePeople',
    logged: 'combination',
    summary: 'Have everybody profiled',
    description: `For: ${spelt(PROFILE_MAKERS)}. Links what is new, ranks suspects and victims in all lists, and back-tests the model. ${LEAD}`,
    answer: profileRun,
    status: 202,
    headers: ['Location', 'Idempotency-Replayed'],
    problems: ['forbidden', 'idempotency-mismatch'],
  })
  async make(
    @Body({ schema: runRequest }) request: RunRequest,
    @Me() { actor }: Identity,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProfileRun> {
    const { made, replayed } = await this.runs.make(request, actor, key);
    tellMade(response, `/api/v1/profiles/runs/${made.id}`, replayed);
    return made;
  }

  @Get()
  @Route({
    id: 'listProfileRuns',
    logged: { nothing: 'It tells of numbers, and of no person.' },
    summary: 'List the profilings',
    description: FOR,
    answer: runPage,
    problems: ['validation', 'forbidden'],
  })
  page(@Query({ schema: runsQuery }) query: RunsQuery, @Me() { actor }: Identity): Promise<RunPage> {
    return this.runs.page(query, actor);
  }

  @Get(':id')
  @Route({
    id: 'readProfileRun',
    logged: { nothing: 'It tells of numbers, and of no person.' },
    summary: 'Read a profiling',
    description: `${FOR} Its lists in numbers, its back-test, and how ranks fall by group.`,
    answer: profileRun,
    problems: ['forbidden', 'not-found'],
  })
  one(@Param('id', runId) id: string, @Me() { actor }: Identity): Promise<ProfileRun> {
    return this.runs.one(id, actor);
  }

  @Get(':id/ranking')
  @Produces('application/json', 'text/csv')
  @FileRoute({
    id: 'readProfileRanking',
    logged: 'consultation',
    summary: 'Read who is ranked first',
    description:
      `${FOR} Whoever has no record with your force is there by rank and score alone. As CSV, a line a person; a cell that a ` +
      'spreadsheet would take for a formula begins with an apostrophe.',
    content: {
      'application/json': { schema: { $ref: '#/components/schemas/ProfileRanking' } },
      'text/csv': { schema: { type: 'string' } },
    },
    problems: ['validation', 'forbidden', 'not-found'],
  })
  async ranking(
    @Param('id', runId) id: string,
    @Query({ schema: rankingQuery }) query: RankingQuery,
    @Me() { actor }: Identity,
  ): Promise<RankingAnswer | StreamableFile> {
    const found = await this.runs.ranking(id, query, actor);
    return query.format === 'csv' ? attachment(rankingCsv(found), CSV, 'ranking.csv') : found;
  }

  @Get(':id/volume')
  @Route({
    id: 'readProfileVolume',
    logged: { nothing: 'It tells of numbers, and of no person.' },
    summary: 'Read harm and volume of crimes',
    description: FOR,
    answer: volume,
    problems: ['validation', 'forbidden', 'not-found'],
  })
  volume(
    @Param('id', runId) id: string,
    @Query({ schema: volumeQuery }) query: VolumeQuery,
    @Me() { actor }: Identity,
  ): Promise<VolumeAnswer> {
    return this.runs.volume(id, query, actor);
  }
}

function rankingCsv({ notice, items }: RankingAnswer): string {
  const rows = items.map((one) => [
    one.rank,
    one.person ?? '',
    ...[one.score, one.recency, one.frequency, one.gravity].map((part) => part.toFixed(2)),
    ...[
      one.events,
      one.harm,
      one.unmappedShare.toFixed(3),
      one.lastDay ?? '',
      one.forces.join('; '),
      one.flags.join('; '),
    ],
    one.before ?? '',
  ]);
  return csvOf([
    [notice],
    [
      'rank',
      'person',
      'score',
      'recency',
      'frequency',
      'gravity',
      'events',
      'harm',
      'unmapped share',
      'last event',
      'forces',
      'flags',
      'rank before',
    ],
    ...rows,
  ]);
}
