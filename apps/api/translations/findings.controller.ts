import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { attachment, CSV } from '../http/attachment';
import { Within } from '../http/deadline.interceptor';
import { Produces } from '../http/media-types.guard';
import { ReferencePipe } from '../http/reference';
import { Me, type Identity } from '../http/request';
import { FileRoute, Route } from '../openapi/route';
import { EntitiesRead } from './entities.read';
import {
  contactNetwork,
  entitiesQuery,
  entityList,
  networkQuery,
  networkTable,
  type ContactNetworkAnswer,
  type EntitiesQuery,
  type EntityList,
  type NetworkQuery,
  type NetworkTable,
} from './findings.schema';
import { NetworkRead } from './network.read';
import { translationId } from './translation-id';

/** Who links whom takes seconds in a large network. */
const LINKING_MS = 60_000;

@ApiTags('Translations')
@Controller('api/v1/operations/:reference/translations/:translation')
export class FindingsController {
  constructor(
    private readonly networks: NetworkRead,
    private readonly entities: EntitiesRead,
  ) {}

  @Get('network')
  @Within(LINKING_MS)
  @Route({
    id: 'readContactNetwork',
    logged: 'consultation',
    summary: 'Read the contact network of an extract',
    description:
      'Who wrote to whom, when and how often, who is at the centre, and when suspects and potential victims that you name were first in contact. ' +
      'Whoever is no subject yet is offered as one, and contacts between subjects as links; `summary` is for `completeProduct`.',
    answer: contactNetwork,
    problems: ['validation', 'not-found', 'blocked'],
  })
  network(
    @Param('reference', ReferencePipe) reference: string,
    @Param('translation', translationId) id: string,
    @Query({ schema: networkQuery }) query: NetworkQuery,
    @Me() { actor }: Identity,
  ): Promise<ContactNetworkAnswer> {
    return this.networks.one(reference, id, query, actor);
  }

  @Get('network/table')
  @Within(LINKING_MS)
  @Produces('text/csv')
  @FileRoute({
    id: 'exportContactNetwork',
    logged: 'disclosure',
    summary: 'Export the contact network of an extract',
    description:
      'All parties, or all pairs in each direction, as tools that draw networks take them. A cell that a spreadsheet would take for a formula begins ' +
      'with an apostrophe.',
    content: { 'text/csv': { schema: { type: 'string' } } },
    problems: ['validation', 'not-found', 'blocked'],
  })
  async table(
    @Param('reference', ReferencePipe) reference: string,
    @Param('translation', translationId) id: string,
    @Query({ schema: networkTable }) { table }: NetworkTable,
    @Me() { actor }: Identity,
  ): Promise<StreamableFile> {
    const tables = await this.networks.tables(reference, id, actor);
    return attachment(tables[table], CSV, `${reference}-${id}-${table}.csv`);
  }

  @Get('entities')
  @Route({
    id: 'listEntitiesOfTranslation',
    logged: 'consultation',
    summary: 'List what is named in an extract',
    description:
      'Phones, sums, places, dates, flights, plates and accounts, with how often and when. What the operation does not hold yet is offered as an ' +
      'identifier of a subject, or as an entity.',
    answer: entityList,
    problems: ['validation', 'not-found', 'blocked'],
  })
  named(
    @Param('reference', ReferencePipe) reference: string,
    @Param('translation', translationId) id: string,
    @Query({ schema: entitiesQuery }) query: EntitiesQuery,
    @Me() { actor }: Identity,
  ): Promise<EntityList> {
    return this.entities.all(reference, id, query, actor);
  }
}
