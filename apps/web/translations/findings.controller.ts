import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ENTITY_KINDS } from '../../../domain/translation/texts/entities';
import type { ContactNetworkAnswer, EntityList } from '../../api/translations/findings.schema';
import type { Api } from '../api-client/api';
import { textAt, textsAt, type Typed } from '../forms/field';
import { passOn } from '../http/download';
import { View, type Answer } from '../http/view';
import { namesOf } from '../operations/names';
import type { WebRequest } from '../session/session';
import { entityText } from '../words/entities';
import { readTranslation, translationPath } from './read-translation';

const MOST_NAMED = 500;
const USUAL_NAMED = 100;

/** What a phone shows beside its messages: who is in contact with whom, and what is named. */
@Controller('operations/:reference/translations/:translation')
export class FindingsController {
  @Get('contacts')
  async contacts(
    @Req() { api }: WebRequest,
    @Param('reference') reference: string,
    @Param('translation') id: string,
    @Query() asked: Typed,
  ): Promise<Answer> {
    const known = await readTranslation(api, reference, id);
    if (known instanceof View) return known;
    const parties = { suspect: textsAt(asked, 'suspect'), potentialVictim: textsAt(asked, 'potentialVictim') };
    const network = known.isTranslated
      ? await readNetwork(api, translationPath(reference, id, '/network'), parties)
      : undefined;
    const names = namesOf([], known.operation);
    return new View('translations/contacts.njk', {
      ...known,
      network,
      names,
      labels: Object.fromEntries((network?.people ?? []).map((person) => [person.id, person.label])),
      chosen: parties,
      tab: 'contacts',
    });
  }

  /** All parties, or all pairs, as a table. */
  @Get('contacts/:table')
  async table(
    @Req() { api }: WebRequest,
    @Param('reference') reference: string,
    @Param('translation') id: string,
    @Param('table') table: string,
    @Res() response: Response,
  ): Promise<void> {
    await passOn(
      await api.stream(translationPath(reference, encodeURIComponent(id), '/network/table'), { table }),
      response,
    );
  }

  @Get('named')
  async named(
    @Req() { api }: WebRequest,
    @Param('reference') reference: string,
    @Param('translation') id: string,
    @Query() asked: Typed,
  ): Promise<Answer> {
    const kind = ENTITY_KINDS.find((one) => one === textAt(asked, 'kind'));
    const limit = textAt(asked, 'all') === '' ? USUAL_NAMED : MOST_NAMED;
    const known = await readTranslation(api, reference, id);
    if (known instanceof View) return known;
    const list = known.isTranslated
      ? await api.get<EntityList>(translationPath(reference, id, '/entities'), { kind, limit })
      : undefined;
    return new View('translations/named.njk', {
      ...known,
      list: list && { ...list, items: list.items.map((one) => ({ ...one, text: entityText(one) })) },
      names: namesOf([], known.operation),
      kind,
      kinds: ENTITY_KINDS,
      isAll: limit === MOST_NAMED,
      tab: 'named',
    });
  }
}

function readNetwork(
  api: Api,
  path: string,
  parties: Readonly<Record<string, readonly string[]>>,
): Promise<ContactNetworkAnswer> {
  const query = new URLSearchParams(
    Object.entries(parties).flatMap(([name, all]) => all.map((one): [string, string] => [name, one])),
  );
  return api.get<ContactNetworkAnswer>(query.size === 0 ? path : `${path}?${query.toString()}`);
}
