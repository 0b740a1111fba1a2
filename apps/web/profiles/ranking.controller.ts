import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { FORCES } from '../../../domain/access/actor';
import { forcesNear } from '../../../domain/access/remit';
import { PROFILE_AREAS, PROFILE_ROLES } from '../../../domain/profiles/areas.v1';
import type { ProfileRun, RankingAnswer } from '../../api/profiles/runs.schema';
import { View, type Answer } from '../http/view';
import { passOn } from '../http/download';
import type { WebRequest } from '../session/session';
import { ownAddress, runAt } from './addresses';
import { flagWords, harmUnit, whyOf } from './why';

type Asked = Readonly<Record<string, string>>;
const FILTERS = ['role', 'area', 'scope', 'cursor'] as const;
const askedOf = (query: Asked) =>
  Object.fromEntries(FILTERS.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));

@Controller('profiles/runs/:id')
export class RankingController {
  /** Who is ranked first, each with what their place rests on. */
  @Get('ranking')
  async ranking(@Req() { api, me }: WebRequest, @Param('id') id: string, @Query() query: Asked): Promise<Answer> {
    const asked = askedOf(query);
    const [run, found] = await Promise.all([
      api.get<ProfileRun>(runAt(id)),
      api.get<RankingAnswer>(runAt(id, '/ranking'), asked),
    ]);
    const { cursor: _, ...filters } = asked;
    const near = FORCES.filter((force) => forcesNear(me).includes(force));
    return new View('profiles/ranking.njk', {
      run,
      notice: found.notice,
      items: found.items.map((one) => ({ ...one, why: whyOf(one, run.model), flagWords: flagWords(one.flags) })),
      next: ownAddress(found.next),
      file: `/profiles/runs/${id}/ranking.csv?${new URLSearchParams(filters).toString()}`,
      asked: { role: 'suspect', area: 'all', scope: 'all', ...filters },
      roles: PROFILE_ROLES,
      areas: ['all', ...PROFILE_AREAS],
      scopes: ['all', ...near],
      unit: harmUnit(run.model),
    });
  }

  @Get('ranking.csv')
  async file(
    @Req() { api }: WebRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Query() query: Asked,
  ): Promise<void> {
    const asked = { ...askedOf(query), format: 'csv', limit: 100 };
    await passOn(await api.stream(runAt(id, '/ranking'), asked, { accept: 'text/csv' }), response);
  }
}
