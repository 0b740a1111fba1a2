import { Controller, Get, Header, NotFoundException, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DateTime } from 'luxon';
import { FORCES } from '../../../domain/access/actor';
import { THREAT_AREAS } from '../../../domain/operation/codes';
import type { Figures } from '../../api/figures/figures.schema';
import { withQuery } from '../api-client/api';
import { periodOf } from '../forms/period';
import { passOn } from '../http/download';
import { View, type Answer } from '../http/view';
import { oversightTabs } from '../oversight/tabs';
import type { WebRequest } from '../session/session';
import { drawn, readChart } from './chart';
import { shownFigures } from './shown-figures';

const FIGURES = '/api/v1/figures';
type Asked = Readonly<Record<string, string | undefined>>;

@Controller('figures')
export class FiguresController {
  /** The figures of a period, by threat area and force, each with its chart, its table and what it counts. */
  @Get()
  async figures(@Req() { api, me, path }: WebRequest, @Query() query: Asked): Promise<Answer> {
    const asked = askedIn(query);
    const found = await api.get<Figures>(FIGURES, asked.api);
    return new View('figures/figures.njk', {
      tabs: oversightTabs(me, path),
      ...{ period: asked.period, form: asked.period, asked: asked.shown, madeAt: found.madeAt },
      ...{ forces: FORCES, threatAreas: THREAT_AREAS, sections: shownFigures(found) },
      periods: usualPeriods().map(({ text, ...days }) => ({
        text,
        href: withQuery('/figures', { ...asked.shown, ...days }),
      })),
      csv: withQuery('/figures/figures.csv', {
        ...asked.shown,
        from: asked.period.typed.from,
        to: asked.period.typed.to,
      }),
    });
  }

  /** The same as CSV. */
  @Get('figures.csv')
  async csv(@Req() { api }: WebRequest, @Query() query: Asked, @Res() response: Response): Promise<void> {
    await passOn(await api.stream(FIGURES, { ...askedIn(query).api, format: 'csv' }), response);
  }

  /** A chart, of what its address says. */
  @Get('chart.svg')
  @Header('Content-Type', 'image/svg+xml')
  chart(@Query('of') of = ''): string {
    const chart = readChart(of);
    if (!chart) throw new NotFoundException();
    return drawn(chart);
  }
}

function askedIn(query: Asked) {
  const period = periodOf(query);
  const shown = {
    leadForce: FORCES.find((force) => force === query['leadForce']),
    threatArea: THREAT_AREAS.find((area) => area === query['threatArea']),
  };
  return { period, shown, api: { ...shown, from: period.from, to: period.to } };
}

/** Periods that people ask for most, up to today; the financial year begins on 1 April. */
function usualPeriods() {
  const today = DateTime.now().setZone('Europe/London');
  const april = today.set({ month: 4, day: 1 });
  const year = april <= today ? april : april.minus({ years: 1 });
  const period = (text: string, from: DateTime, to: DateTime) => ({
    ...{ text, from: from.toFormat('d M yyyy'), to: to.toFormat('d M yyyy') },
  });
  return [
    period('This month', today.startOf('month'), today),
    period('Last three months', today.minus({ months: 3 }).plus({ days: 1 }), today),
    period('This financial year', year, today),
    period('Last financial year', year.minus({ years: 1 }), year.minus({ days: 1 })),
    { text: 'All time', from: undefined, to: undefined },
  ];
}
